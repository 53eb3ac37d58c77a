package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import poolscope.api.FailureDetails;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;
import poolscope.fuzz.FuzzTarget;

/// The failure that a refusal becomes: there is one for any body, and it does not repeat the secret that the body does.
/// The letter `@` of the input stands for the secret.
public final class ErrorResponseFuzz implements FuzzTarget {
    private static final String SECRET = "Zq7Xw9Kv3Bn5Rt1Yp8Lm";
    private static final int RUN = 5;
    private static final FailureDetails.RequestLine REQUEST = new FailureDetails.RequestLine("GET", "host", "/v1");
    private static final List<Integer> STATUSES = List.of(200, 204, 302, 400, 401, 403, 404, 405, 407, 413, 429, 500,
            503);
    private final ErrorResponseFailureReader toFailure = new ErrorResponseFailureReader(
            SecretRedaction.of(Credentials.token(SECRET).orThrow(), NetworkRouteAndPasswords.DEFAULT),
            SentCredentialsKind.TOKEN);

    @Override
    public List<byte[]> seeds() {
        return Stream
                .of("{\"error_code\":\"APIG.0301\",\"error_msg\":\"decrypt token fail @\",\"request_id\":\"r @\"}",
                        "{\"error_code\":\"AS.0001\",\"error_message\":\"no\"}",
                        "{\"error\":{\"code\":\"X.0001\",\"message\":\"no @\",\"details\":[]}}",
                        "{\"error\":{\"code\":401,\"message\":\"The account is locked.\",\"title\":\"Unauthorized\"}}",
                        "{\"code\":\"ModelArts.6201\",\"message\":\"x\"}", "forbidden @",
                        "<html><title>Sign in @</title>", "{\"is_success\":false,\"error_message\":\"@\"}")
                .map(text -> text.getBytes(StandardCharsets.UTF_8))
                .toList();
    }

    @Override
    public void check(byte[] input) {
        byte[] body = new String(input, StandardCharsets.ISO_8859_1).replace("@", SECRET)
                .getBytes(StandardCharsets.ISO_8859_1);
        for (int status : STATUSES) {
            var failure = toFailure.of(REQUEST, new ApiResponse(status,
                    HttpHeaders.of(Map.of("x-request-id", List.of("r1")), (_, _) -> true), body, Instant.EPOCH));
            var shown = failure.toString();
            for (int i = 0; i + RUN <= SECRET.length(); i++)
                assertThat(shown).doesNotContain(SECRET.substring(i, i + RUN));
        }
    }
}
