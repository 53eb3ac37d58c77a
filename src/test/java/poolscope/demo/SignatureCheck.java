package poolscope.demo;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The gateway's side of `SDK-HMAC-SHA256`: computes the signature anew from what arrived (*Signing in* in
/// api-notes.md). It shares no code with the program's signer, so that one tests the other.
///
/// @param now
///            the cloud's time; a signature may be 15 minutes off
record SignatureCheck(AccessRequirement.Signature keys, Instant now) {
    /// How every refusal of the gateway begins.
    static final String INCORRECT = "Incorrect IAM authentication information: ";
    private static final Duration TOLERANCE = Duration.ofMinutes(15);
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT);
    private static final Pattern AUTHORIZATION = Pattern
            .compile("SDK-HMAC-SHA256 Access=([^,\\s]+), ?SignedHeaders=([a-z0-9;_-]+), ?Signature=([0-9a-f]{64})");

    /// What is wrong, with the codes and messages of the gateway, which repeat the access key and what was signed.
    record Flaw(String code, String message) {
        static Optional<Flaw> of(String message) {
            return Optional.of(new Flaw("APIG.0301", INCORRECT + message));
        }
    }

    /// Empty when the signature is right.
    Optional<Flaw> flaw(DemoRequest request) {
        var authorization = AUTHORIZATION.matcher(request.header("Authorization"));
        if (!authorization.matches()) return Flaw.of("Authorization format is incorrect");
        if (!authorization.group(1).equals(keys.accessKey()))
            return Flaw.of("Get secretKey failed,ak:" + authorization.group(1) + ",err: ak not exist");
        var names = List.of(authorization.group(2).split(";"));
        if (!names.containsAll(List.of("host", "x-sdk-date"))) return Flaw.of("host and x-sdk-date must be signed");
        var late = lateness(request.header("X-Sdk-Date"));
        if (late.isPresent()) return late;
        if (!securityTokenIsRight(request, names)) return Flaw.of("x-security-token not found, expired or not signed");
        var canonical = canonicalRequest(request, names);
        var expected = signature(canonical, request.header("X-Sdk-Date"));
        if (MessageDigest.isEqual(expected.getBytes(UTF_8), authorization.group(3).getBytes(UTF_8)))
            return Optional.empty();
        return Flaw.of("verify aksk signature fail, canonicalRequest:" + canonical.replace('\n', '|')
                + "|authorization:" + request.header("Authorization"));
    }

    private Optional<Flaw> lateness(String stamp) {
        try {
            var signed = LocalDateTime.parse(stamp, STAMP).toInstant(ZoneOffset.UTC);
            if (Duration.between(signed, now).abs().compareTo(TOLERANCE) <= 0) return Optional.empty();
            return Optional.of(new Flaw("APIG.0303", INCORRECT + "signature expired, signature time:" + stamp
                    + ",server time:" + STAMP.format(now.atOffset(ZoneOffset.UTC))));
        } catch (DateTimeException unreadable) {
            return Flaw.of("X-Sdk-Date format is incorrect");
        }
    }

    private boolean securityTokenIsRight(DemoRequest request, List<String> signed) {
        if (keys.securityToken().isEmpty()) return true;
        return signed.contains("x-security-token") && request.header("X-Security-Token").equals(keys.securityToken());
    }

    /// Six lines; the one of the headers has a line for each header and ends in a line break.
    static String canonicalRequest(DemoRequest request, List<String> signedHeaders) {
        var names = signedHeaders.stream().sorted().toList();
        var headers = names.stream()
                .map(name -> name + ":" + request.header(name).strip() + "\n")
                .collect(Collectors.joining());
        return String.join("\n", request.method(), canonicalPath(request.path()), canonicalQuery(request.query()),
                headers, String.join(";", names), sha256(request.body().getBytes(ISO_8859_1)));
    }

    String signature(String canonicalRequest, String stamp) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(keys.secretKey().getBytes(UTF_8), "HmacSHA256"));
            var toSign = "SDK-HMAC-SHA256\n" + stamp + "\n" + sha256(canonicalRequest.getBytes(UTF_8));
            return HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String canonicalPath(String path) {
        var encoded = Arrays.stream(path.split("/"))
                .map(segment -> encoded(decoded(segment.replace("+", "%2B"))))
                .collect(Collectors.joining("/"));
        return encoded + "/";
    }

    private static String canonicalQuery(String query) {
        if (query.isEmpty()) return "";
        record Parameter(String name, String value) {}
        return Arrays.stream(query.split("&"))
                .map(part -> part.split("=", 2))
                .map(part -> new Parameter(encoded(decoded(part[0])), part.length < 2 ? "" : encoded(decoded(part[1]))))
                .sorted(Comparator.comparing(Parameter::name).thenComparing(Parameter::value))
                .map(parameter -> parameter.name() + "=" + parameter.value())
                .collect(Collectors.joining("&"));
    }

    /// What cannot be decoded stays as it is: the signature is wrong then.
    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, UTF_8);
        } catch (IllegalArgumentException malformed) {
            return text;
        }
    }

    /// RFC 3986: all but `A-Za-z0-9-_.~` as percent signs.
    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20").replace("*", "%2A").replace("%7E", "~");
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
