package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {
    private static final String TOKEN = "MIIGiwYJKoZIhvcNAQcCoIIGfDCC";

    @ParameterizedTest
    @ValueSource(strings = {TOKEN, " " + TOKEN, TOKEN + "\n", "\r\n\t" + TOKEN + "\r\n", "\uFEFF" + TOKEN,
            "\u00A0" + TOKEN + "\u00A0"})
    void P30_what_surrounds_a_pasted_token_is_cut_off(String pasted) {
        assertThat(Credentials.token(pasted)).isEqualTo(Credentials.token(TOKEN));
        assertThat(((Credentials.Token) Credentials.token(pasted).orThrow()).token().reveal()).isEqualTo(TOKEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n", "MIIGiwYJ\nKoZIhvc", "MIIGiwYJ\r\nKoZIhvc", "MIIGiwYJ KoZIhvc",
            "Bearer MIIGiwYJKoZIhvc", "\"MIIGiwYJKoZIhvc\"", "'MIIGiwYJKoZIhvc'", "\u201CMIIGiwYJKoZIhvc\u201D",
            "MIIGiwYJ\u00A0KoZIhvc", "MIIGiwYJ\u200BKoZIhvc", "MIIGiwYJ\u0000KoZIhvc", "令牌MIIGiwYJKoZIhvc",
            "MIIGiwYJ\u007fKoZIhvc", "MIIGiwYJ\tKoZIhvc"})
    void P30_what_no_header_can_carry_is_refused_without_being_repeated(String pasted) {
        assertThat(Credentials.token(pasted).error()).isPresent();
        assertThat(Credentials.accessKey("AK", pasted, "").error()).isPresent();
        assertThatThrownBy(() -> Credentials.token(pasted).orThrow()).hasMessageNotContaining("MIIGi")
                .hasMessageNotContaining("KoZIh");
    }

    @Test
    void P30_a_token_pasted_twice_is_too_long() {
        assertThat(Credentials.token("x".repeat(32 * 1024)).error()).isEmpty();
        assertThat(Credentials.token("x".repeat(40 * 1024)).error()).contains(ValidationError.SECRET_TOO_LONG);
    }

    @Test
    void P28_credentials_do_not_print() {
        var key = new Credentials.AccessKey("AKCANARY1234", Secret.ofHeader("SKCANARY").orThrow(),
                Optional.of(Secret.ofHeader("STCANARY").orThrow()));
        assertThat(key.toString()).isEqualTo("AccessKey[…1234]");
        assertThat(Credentials.token("CANARY").orThrow().toString()).doesNotContain("CANARY");
        assertThat(ValidationResult.accepted(key).toString()).doesNotContain("CANARY");
        assertThat(Secret.ofPassword(" a b ").orThrow().reveal()).isEqualTo(" a b ");
    }

    @Test
    void secrets_are_equal_when_they_say_the_same() {
        assertThat(Secret.ofHeader("a")).isEqualTo(Secret.ofHeader("a ")).isNotEqualTo(Secret.ofHeader("b"));
    }
}
