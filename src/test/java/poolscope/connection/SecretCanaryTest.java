package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/// A search that finds nothing proves something only if it would have found it.
class SecretCanaryTest {

    @Test
    void a_planted_secret_is_found_in_every_form() {
        for (long seed = 0; seed < 50; seed++) {
            Canary canary = new Canary(seed);
            String secret = canary.plant("CNRYsk-");
            Base64.Encoder base64 = Base64.getEncoder();
            for (String form : List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
                    base64(base64, secret), base64(base64, "x" + secret), base64(base64, "AK:" + secret),
                    base64(base64, "xy" + secret + "z"), base64(Base64.getUrlEncoder(), "x" + secret),
                    new StringBuilder(secret).reverse().toString(),
                    HexFormat.of().formatHex(secret.getBytes(StandardCharsets.US_ASCII)), secret.substring(17, 25))) {
                assertThatThrownBy(() -> canary.assertNotIn("text", "before " + form + " after"))
                        .as("seed %d: %s", seed, form)
                        .isInstanceOf(AssertionError.class);
            }
            assertThatCode(() -> canary.assertNotIn("text", "…" + secret.substring(35))).doesNotThrowAnyException();
        }
    }

    private static String base64(Base64.Encoder encoder, String text) {
        return encoder.encodeToString(text.getBytes(StandardCharsets.US_ASCII));
    }
}
