package poolscope.api;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import poolscope.connection.Credentials;

/// Takes secrets out of what the service says: its gateway echoes the `Authorization` header and the access key in error
/// messages.
///
/// No five characters in a row of a secret of this connection remain, raw, reversed, or as Base64 or hex; and what looks like a
/// credential of anybody else goes too (P28).
final class Redaction {
    private static final int RUN = 5;
    private static final String MASK = "•••";
    private static final Pattern CANONICAL_REQUEST = Pattern.compile("(?is)canonical_?request\\s*[:=].*");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(access|signature|ak|sk|x-auth-token|x-security-token|authorization|proxy-authorization|token|password)"
                    + "(\"?\\s*[:=]\\s*\"?)(?:(?:SDK-HMAC-SHA256|Basic|Bearer)\\s+)?[^\\s,;\"']+");
    private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+=_%-]{41,}");

    /// Every run of five characters of every form of every secret, packed and sorted.
    private final long[] runs;
    /// The same of the secret that was learned last.
    private volatile long[] learned = {};

    private Redaction(List<String> secrets) {
        runs = runs(secrets);
    }

    static Redaction of(Credentials credentials) {
        return new Redaction(secrets(credentials));
    }

    /// Of who asks and of the way there.
    static Redaction of(Credentials credentials, Way way) {
        return new Redaction(Stream.concat(secrets(credentials).stream(), ProxyUse.secrets(way)).toList());
    }

    /// Takes out this secret too, in place of the one learned before: the token that a password got.
    void learn(String secret) {
        learned = runs(List.of(secret));
    }

    private static List<String> secrets(Credentials credentials) {
        return switch (credentials) {
            case Credentials.None _ -> List.of();
            case Credentials.Token token -> List.of(token.token().reveal());
            case Credentials.AccessKey key -> {
                var secrets = new ArrayList<>(List.of(key.accessKey(), key.secretKey().reveal()));
                key.securityToken().ifPresent(token -> secrets.add(token.reveal()));
                yield secrets;
            }
            case Credentials.Password user -> List.of(user.password().reveal());
        };
    }

    private static long[] runs(List<String> secrets) {
        return secrets.stream().flatMap(Redaction::forms).flatMapToLong(Redaction::runsOf).sorted().distinct().toArray();
    }

    /// The text without secrets, at most `max` characters.
    String apply(String text, int max) {
        String bounded = text.length() > 4 * max ? text.substring(0, 4 * max) : text;
        String plain = CANONICAL_REQUEST.matcher(bounded).replaceAll("canonicalRequest:" + MASK);
        plain = NAMED.matcher(plain).replaceAll("$1$2" + MASK);
        plain = LONG_RUN.matcher(withoutRuns(plain)).replaceAll(MASK);
        return plain.length() > max ? plain.substring(0, max) + "…" : plain;
    }

    private String withoutRuns(String text) {
        long[] latest = learned;
        boolean[] secret = new boolean[text.length()];
        for (int i = 0; i + RUN <= text.length(); i++)
            if (isIn(runs, text, i) || isIn(latest, text, i)) Arrays.fill(secret, i, i + RUN, true);
        var plain = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!secret[i]) plain.append(text.charAt(i));
            else if (i == 0 || !secret[i - 1]) plain.append(MASK);
        }
        return plain.toString();
    }

    private static boolean isIn(long[] runs, String text, int from) {
        return Arrays.binarySearch(runs, pack(text, from)) >= 0;
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var base64 = Stream.of(0, 1, 2).filter(from -> from < bytes.length).map(from -> Base64.getEncoder().withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length)));
        return Stream.concat(base64, Stream.of(secret, new StringBuilder(secret).reverse().toString(), HexFormat.of().formatHex(
                bytes)));
    }

    private static LongStream runsOf(String text) {
        return LongStream.range(0, Math.max(0, text.length() - RUN + 1)).map(i -> pack(text, (int) i));
    }

    /// Twelve bits a character: a rare collision masks too much, never too little.
    private static long pack(String text, int from) {
        long packed = 0;
        for (int i = from; i < from + RUN; i++)
            packed = packed << 12 | text.charAt(i) & 0xfff;
        return packed;
    }
}
