package poolscope.api.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;

class SecretRedactionTest {
    private static final String AK = "CNRYAKQ7WZ2MXP4";
    private static final String SK = "CNRYsk-9fK3vTq8LmWzXbN1pRd5";
    private static final String TOKEN = "CNRYtok-MIIGiwYJKoZIhvcNAQcCoIIGfDCCBng";
    private static final SecretRedaction REDACTION = SecretRedaction.of(Credentials.accessKey(AK, SK, TOKEN).orThrow(),
            NetworkRouteAndPasswords.DEFAULT);

    @Test
    void P28_no_five_characters_of_a_secret_survive_in_any_form() {
        for (String secret : List.of(AK, SK, TOKEN)) {
            String base64 = Base64.getEncoder().encodeToString(secret.getBytes(UTF_8));
            for (String form : List.of(secret, base64, HexFormat.of().formatHex(secret.getBytes(UTF_8)),
                    new StringBuilder(secret).reverse().toString(), URLEncoder.encode(secret, UTF_8),
                    secret.substring(2, 9), secret.substring(secret.length() - 6))) {
                String shown = REDACTION.apply("it was >" + form + "< that came", 500);
                for (int i = 0; i + 5 <= form.length(); i++)
                    assertThat(shown).doesNotContain(form.substring(i, i + 5));
                assertThat(shown).startsWith("it was").endsWith("that came");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
            "verify aksk signature fail, canonicalRequest:GET|/v1/p/clusters/|limit=1|authorization:SDK-HMAC-SHA256 Access=OTHERKEY77, Signature=abcdef0123",
            "Get secretKey failed,ak:OTHERKEY77,err:ak not exist",
            "Authorization: SDK-HMAC-SHA256 Access=OTHERKEY77, SignedHeaders=host, Signature=abcdef0123",
            "X-Auth-Token: OTHERKEY77abcdef0123", "{\"password\":\"OTHERKEY77 abcdef0123\"}",
            "Proxy-Authorization: Basic OTHERKEY77abcdef0123"})
    void P28_what_looks_like_anybodys_credential_goes_too(String echoed) {
        assertThat(REDACTION.apply(echoed, 500)).doesNotContain("OTHERKEY77").doesNotContain("Signature=abc");
    }

    /// What an echo makes of a secret on its way: the case of another system, lines of a mail, a table, JSON, a URL.
    private static List<String> echoes(String secret) {
        return List.of(secret.toUpperCase(Locale.ROOT), secret.toLowerCase(Locale.ROOT),
                String.join(" ", secret.split("")), secret.replaceAll("(.{4})", "$1\r\n"),
                secret.replaceAll("(.{3})", "$1\" + \""),
                secret.replaceAll("(.{9})", "$1\\\\n\t").toUpperCase(Locale.ROOT),
                URLEncoder.encode(secret, UTF_8).toLowerCase(Locale.ROOT),
                Base64.getMimeEncoder(8, new byte[]{'\n'}).encodeToString(secret.getBytes(UTF_8)),
                HexFormat.ofDelimiter(":").formatHex(secret.getBytes(UTF_8)));
    }

    @Test
    void a_secret_is_found_in_other_case_and_with_blanks_and_line_breaks_in_it() {
        var secrets = List.of("CNRYlong/MIIGiwYJKoZIhvc+NAQcCoIIGfDCCBng=", SK, "correct horse BATTERY staple");
        for (String secret : secrets) {
            var secretRedaction = SecretRedaction.of(Credentials.token(secret.replace(' ', '-')).orThrow(),
                    NetworkRouteAndPasswords.DEFAULT);
            for (String echo : echoes(secret)) {
                String shown = secretRedaction.apply("it was >" + echo + "< that came", 500);
                assertThat(shown).as(echo).startsWith("it was >").endsWith("< that came");
                String left = letters(shown.substring("it was >".length(), shown.length() - "< that came".length()));
                assertThat(left.length()).as("%s shown as %s", echo, shown).isLessThan(6);
            }
        }
    }

    @Test
    void a_token_that_a_password_got_is_found_in_other_case_too() {
        var secretRedaction = SecretRedaction.of(Credentials.NONE, NetworkRouteAndPasswords.DEFAULT);
        secretRedaction.learn(TOKEN);
        assertThat(secretRedaction.apply("said " + TOKEN.toLowerCase(Locale.ROOT) + " twice", 500))
                .isEqualTo("said ••• twice");
    }

    private static String letters(String text) {
        return text.replaceAll("[^0-9A-Za-z]", "");
    }

    @Test
    void what_is_no_secret_stays() {
        String said = "Policy doesn't allow modelarts:pool:list to be performed. Project 0c3f5b6a7d8e4f10a1b2c3d4e5f60718.";
        assertThat(REDACTION.apply(said, 500)).isEqualTo(said);
        assertThat(REDACTION.apply("x".repeat(2000).replaceAll("x{10}", "$0 "), 500)).hasSize(501).endsWith("…");
    }
}
