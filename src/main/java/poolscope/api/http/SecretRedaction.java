package poolscope.api.http;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;

/// Removes secrets from what the service sends: its gateway repeats the `Authorization` header and the access key in
/// error messages.
///
/// No five consecutive characters of a secret of this connection remain, neither raw, reversed, percent-encoded nor as
/// Base64 or hex; nor six consecutive letters and digits of one, in any case and whatever blanks, line breaks or quotes
/// are between them. What looks like a credential of somebody else is removed too (P28).
public final class SecretRedaction {
    private static final int RUN = 5;
    /// For runs of letters and digits only: longer, because their alphabet is smaller.
    private static final int PLAIN_RUN = 6;
    private static final int PACKED_BITS = 60;
    private static final String MASK = "•••";
    private static final Pattern CANONICAL_REQUEST = Pattern.compile("(?is)canonical_?request\\s*[:=].*");
    private static final Pattern NAMED = Pattern.compile(
            "(?i)\\b(access|signature|ak|sk|x-auth-token|x-security-token|authorization|proxy-authorization|token|password)"
                    + "(\"?\\s*[:=]\\s*\"?)(?:(?:SDK-HMAC-SHA256|Basic|Bearer)\\s+)?[^\\s,;\"']+");
    private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+=_%-]{41,}");

    /// The runs of all forms of some secrets, packed into numbers and sorted.
    ///
    /// @param exact
    ///            of five characters
    /// @param plain
    ///            of six letters and digits in lower case
    private record Runs(long[] exact, long[] plain) {
        static Runs of(Stream<String> secrets) {
            var forms = secrets.flatMap(SecretRedaction::forms).toList();
            return new Runs(sorted(forms.stream().flatMapToLong(form -> runsOf(form, RUN))), sorted(
                    forms.stream().map(form -> Plain.of(form).text()).flatMapToLong(form -> runsOf(form, PLAIN_RUN))));
        }

        private static long[] sorted(LongStream runs) {
            return runs.sorted().distinct().toArray();
        }
    }

    /// The letters and digits of a text, in lower case, and their positions in it. The letter of an escape such as `\n`
    /// does not count.
    private record Plain(String text, int[] at) {
        static Plain of(String whole) {
            int[] at = IntStream.range(0, whole.length())
                    .filter(i -> Character.isLetterOrDigit(whole.charAt(i)) && (i == 0 || whole.charAt(i - 1) != '\\'))
                    .toArray();
            var text = new StringBuilder(at.length);
            for (int i : at)
                text.append(Character.toLowerCase(whole.charAt(i)));
            return new Plain(text.toString(), at);
        }
    }

    private final Runs runs;
    /// The runs of the secret that was learned last.
    private volatile Runs learned = Runs.of(Stream.of());

    private SecretRedaction(List<String> secrets) {
        runs = Runs.of(secrets.stream());
    }

    /// For the secrets of credentials and network path.
    public static SecretRedaction of(Credentials credentials, NetworkRouteAndPasswords networkRouteAndPasswords) {
        return new SecretRedaction(Stream
                .of(secrets(credentials).stream(), ProxyAndLogin.secrets(networkRouteAndPasswords),
                        networkRouteAndPasswords.passwords().caFile().stream().map(Secret::reveal))
                .flatMap(Function.identity())
                .toList());
    }

    /// Removes this secret too, in place of the one learned before: the token that was issued for a password.
    public void learn(String secret) {
        learned = Runs.of(Stream.of(secret));
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

    /// The text without secrets, at most `max` characters.
    public String apply(String text, int max) {
        String bounded = text.length() > 4 * max ? text.substring(0, 4 * max) : text;
        String plain = CANONICAL_REQUEST.matcher(bounded).replaceAll("canonicalRequest:" + MASK);
        plain = NAMED.matcher(plain).replaceAll("$1$2" + MASK);
        plain = LONG_RUN.matcher(withoutRuns(plain)).replaceAll(MASK);
        return plain.length() > max ? plain.substring(0, max) + "…" : plain;
    }

    private String withoutRuns(String text) {
        boolean[] secret = new boolean[text.length()];
        var plain = Plain.of(text);
        for (var known : List.of(runs, learned)) {
            for (int i = 0; i + RUN <= text.length(); i++)
                if (isIn(known.exact, text, i, RUN)) Arrays.fill(secret, i, i + RUN, true);
            for (int i = 0; i + PLAIN_RUN <= plain.at.length; i++)
                if (isIn(known.plain, plain.text, i, PLAIN_RUN))
                    Arrays.fill(secret, plain.at[i], plain.at[i + PLAIN_RUN - 1] + 1, true);
        }
        var shown = new StringBuilder();
        for (int i = 0; i < text.length(); i++) {
            if (!secret[i]) shown.append(text.charAt(i));
            else if (i == 0 || !secret[i - 1]) shown.append(MASK);
        }
        return shown.toString();
    }

    private static boolean isIn(long[] runs, String text, int from, int run) {
        return Arrays.binarySearch(runs, pack(text, from, run)) >= 0;
    }

    private static Stream<String> forms(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        var base64 = Stream.of(0, 1, 2)
                .filter(from -> from < bytes.length)
                .map(from -> Base64.getEncoder()
                        .withoutPadding()
                        .encodeToString(Arrays.copyOfRange(bytes, from, bytes.length)));
        return Stream.concat(base64, Stream.of(secret, new StringBuilder(secret).reverse().toString(),
                HexFormat.of().formatHex(bytes), URLEncoder.encode(secret, StandardCharsets.UTF_8)));
    }

    private static LongStream runsOf(String text, int run) {
        return LongStream.range(0, Math.max(0, text.length() - run + 1)).map(i -> pack(text, (int) i, run));
    }

    /// Ten or twelve bits a character: a rare collision masks too much, never too little.
    private static long pack(String text, int from, int run) {
        int bits = PACKED_BITS / run;
        long packed = 0;
        for (int i = from; i < from + run; i++)
            packed = packed << bits | text.charAt(i) & (1 << bits) - 1;
        return packed;
    }
}
