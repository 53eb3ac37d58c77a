package poolscope.api.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.connection.Secret;

class TokenContentExpiryReaderTest {
    /// As IAM packs it: binary data around readable JSON, with a hyphen for the slash.
    private static Secret token(String json) {
        var bytes = new ByteArrayOutputStream();
        for (int i = 0; i < 61; i++)
            bytes.write(0xff - i);
        bytes.writeBytes(json.getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < 300; i++)
            bytes.write(i);
        return secret(Base64.getEncoder().encodeToString(bytes.toByteArray()).replace('/', '-'));
    }

    private static Secret secret(String text) {
        return Secret.ofHeader(text).orThrow();
    }

    @ParameterizedTest
    @CsvSource({"2026-03-01T12:00:00.123000Z, 2026-03-01T12:00:00.123Z", "2026-03-01T12:00:00Z, 2026-03-01T12:00:00Z",
            "2026-03-01T12:00:00.5, 2026-03-01T12:00:00.500Z"})
    void the_end_is_read_from_the_token(String sent, Instant end) {
        var token = token("{\"token\":{\"expires_at\":\"" + sent + "\",\"methods\":[\"password\"]}}");
        assertThat(token.reveal()).contains("-");
        assertThat(TokenContentExpiryReader.read(token)).contains(end);
    }

    @Test
    void the_end_is_one_of_the_local_clock_when_that_differs_from_the_services() {
        var signer = new TokenSigner(token("{\"token\":{\"expires_at\":\"2026-03-01T12:00:00Z\"}}"));
        // The service's clock is an hour ahead: for the local one the token ends at eleven.
        assertThat(signer.tokenExpiry(Duration.ofHours(1))).contains(Instant.parse("2026-03-01T11:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CNRYtok-7f31c9a2b8e64d05", "a", "=====", "####", "a=b=c"})
    void a_token_of_another_form_says_nothing(String text) {
        assertThat(TokenContentExpiryReader.read(secret(text))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"token\":{\"expires_at\":\"soon\"}}", "{\"token\":{\"expires_at\":null}}",
            "{\"token\":{\"expires_at\":\"\"}}"})
    void a_token_without_a_readable_end_says_nothing(String json) {
        assertThat(TokenContentExpiryReader.read(token(json))).isEmpty();
    }
}
