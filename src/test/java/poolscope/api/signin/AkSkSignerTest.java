package poolscope.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import poolscope.api.http.ApiRequest;
import poolscope.connection.Credentials;

class AkSkSignerTest {
    private static final String URL = "https://service.region.example.com/v1/77b6a44cba5143ab91d13ab9a8ff44fd/vpcs";
    private static final Instant NOW = Instant.parse("2019-11-15T03:36:55Z");

    private static Credentials.AccessKey key(String securityToken) {
        return (Credentials.AccessKey) Credentials
                .accessKey("QTWAOYTTINDUT2QVKYUC", "MFyfvK41ba2giqM7Uio6PznpdUKGpownRZlmVmHc", securityToken)
                .orThrow();
    }

    private static String authorization(String url, String projectId, String securityToken) {
        var request = new ApiRequest("GET", URI.create(url), Map.of("content-type", "application/json"),
                ApiRequest.PAGE);
        return new AkSkSigner(key(securityToken), projectId).sign(request, NOW).getOrDefault("authorization", "");
    }

    @Test
    void signs_as_the_published_vector_says() {
        assertThat(authorization(URL + "?limit=2&marker=13551d6b-755d-4757-b956-536f674975c0", "", "")).isEqualTo(
                "SDK-HMAC-SHA256 Access=QTWAOYTTINDUT2QVKYUC, SignedHeaders=content-type;host;x-sdk-date, Signature="
                        + "7be6668032f70418fcc22abc52071e57aff61b84a1d2381bb430d6870f4f6ebe");
    }

    @Test
    void the_order_of_the_query_does_not_matter_but_every_signed_part_does() {
        String signed = authorization(URL + "?a=1&b=2", "", "");
        assertThat(authorization(URL + "?b=2&a=1", "", "")).isEqualTo(signed);
        assertThat(authorization(URL + "?a=1&b=3", "", "")).isNotEqualTo(signed);
        assertThat(authorization(URL + "x?a=1&b=2", "", "")).isNotEqualTo(signed);
        assertThat(authorization(URL + "?a=1&b=2", "p", "")).contains("x-project-id").isNotEqualTo(signed);
        assertThat(authorization(URL + "?a=1&b=2", "", "t")).contains("x-security-token").isNotEqualTo(signed);
    }

    @Test
    void the_schemes_own_port_is_not_signed_and_the_path_ends_with_a_slash() {
        assertThat(authorization("https://h:443/v1/p", "", "")).isEqualTo(authorization("https://h/v1/p/", "", ""));
        assertThat(authorization("https://h:8443/v1/p", "", "")).isNotEqualTo(authorization("https://h/v1/p", "", ""));
    }
}
