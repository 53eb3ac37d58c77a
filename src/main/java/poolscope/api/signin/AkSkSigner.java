package poolscope.api.signin;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import poolscope.api.ClockSkew;
import poolscope.api.Failure;
import poolscope.api.http.ApiRequest;
import poolscope.connection.Credentials;
import poolscope.connection.PercentEncoding;

/// Signs with a key pair: `SDK-HMAC-SHA256` (*Signing in* 2 and 3 in api-notes.md). After a refusal because of the
/// local clock it signs with the service's time (P27).
final class AkSkSigner implements RequestSigner {
    private static final String ALGORITHM = "SDK-HMAC-SHA256";
    private static final DateTimeFormatter SDK_DATE = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private final Credentials.AccessKey key;
    private final String projectId;
    /// Added to the local clock.
    private volatile Duration correction = Duration.ZERO;

    /// @param projectId
    ///            sent and signed as `X-Project-Id`; empty to leave it out
    AkSkSigner(Credentials.AccessKey key, String projectId) {
        this.key = key;
        this.projectId = projectId;
    }

    @Override
    public Map<String, String> sign(ApiRequest request, Instant now, Duration timeout) {
        return sign(request, now.plus(correction));
    }

    /// Takes over the service's time when the clocks differ. A signature that already had the service's time was
    /// refused for another reason, and signing again would only be one more refusal of the key.
    @Override
    public boolean renew(Failure.SignInRefused refusal, ApiRequest refused) {
        var skew = refusal.failureDetails().clockSkew();
        if (refusal.cause() != Failure.SignInRefused.Cause.CLOCK_SKEW || skew.isEmpty()) return false;
        var signedAt = SDK_DATE.parse(refused.headers().getOrDefault("x-sdk-date", ""), Instant::from);
        var serviceTime = refusal.failureDetails().at().plus(skew.get());
        if (!ClockSkew.isNotable(Duration.between(signedAt, serviceTime))) return false;
        correction = skew.get();
        return true;
    }

    Map<String, String> sign(ApiRequest request, Instant now) {
        var added = new TreeMap<String, String>();
        added.put("x-sdk-date", SDK_DATE.format(now));
        if (!projectId.isEmpty()) added.put("x-project-id", projectId);
        key.securityToken().ifPresent(token -> added.put("x-security-token", token.reveal()));
        added.put("authorization", authorization(request.with(added)));
        return added;
    }

    private String authorization(ApiRequest request) {
        var signed = new TreeMap<>(request.headers());
        signed.put("host", signedHost(request.uri()));
        String names = String.join(";", signed.keySet());
        String headers = signed.entrySet()
                .stream()
                .map(e -> e.getKey() + ":" + e.getValue().strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join("\n", request.method(), path(request.uri()), query(request.uri()), headers,
                names, sha256(""));
        String toSign = String.join("\n", ALGORITHM, signed.get("x-sdk-date"), sha256(canonical));
        return ALGORITHM + " Access=" + key.accessKey() + ", SignedHeaders=" + names + ", Signature=" + hmac(toSign);
    }

    /// The JDK doesn't send the scheme's default port, so it isn't signed either.
    private static String signedHost(URI uri) {
        boolean ownPort = uri.getPort() < 0 || uri.getPort() == (uri.getScheme().equals("https") ? 443 : 80);
        return ownPort ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
    }

    /// Each part encoded, with a slash at the end.
    private static String path(URI uri) {
        String path = Arrays.stream(uri.getPath().split("/", -1))
                .map(PercentEncoding::encode)
                .collect(Collectors.joining("/"));
        return path.endsWith("/") ? path : path + "/";
    }

    /// Sorted by name, then by value, not by the joined text: `a-` and `a1` sort before `a=`, yet belong after `a`. An
    /// empty value keeps its `=`.
    private static String query(URI uri) {
        if (uri.getQuery() == null) return "";
        return Arrays.stream(uri.getRawQuery().split("&")).filter(part -> !part.isEmpty()).map(part -> {
            int equals = part.indexOf('=');
            String name = equals < 0 ? part : part.substring(0, equals);
            return Map.entry(PercentEncoding.normalize(name),
                    equals < 0 ? "" : PercentEncoding.normalize(part.substring(equals + 1)));
        })
                .sorted(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()))
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining("&"));
    }

    private static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private String hmac(String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key.secretKey().reveal().getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has HmacSHA256", e);
        }
    }
}
