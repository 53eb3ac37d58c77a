package poolscope.api.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.Credentials;

class LoggedQueryTest {
    private static final String TOKEN = "canaryTokenOfManyLetters0123456789";
    private static final SecretRedaction REDACTION = SecretRedaction.of(Credentials.token(TOKEN).orThrow(),
            NetworkRouteAndPasswords.DEFAULT);

    @ParameterizedTest
    @CsvSource({"offset=0&limit=500&sort_by=create_time&order=desc, offset=0&limit=500&sort_by=create_time&order=desc",
            "cluster_name=%E8%AE%AD%E7%BB%83%20a, cluster_name=训练 a",
            "continue=eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MTIz, continue=eyJ2IjoibWV0YS5r…",
            "continue=short, continue=short", "'', ''"})
    void shows_where_a_page_begins_and_what_is_filtered(String raw, String shown) {
        assertThat(LoggedQuery.of(raw, REDACTION)).isEqualTo(shown);
    }

    @Test
    void leaves_out_the_value_of_a_parameter_that_it_does_not_know() {
        assertThat(LoggedQuery.of("limit=5&X-Auth-Token=abc&sign", REDACTION))
                .isEqualTo("limit=5&X-Auth-Token=…&sign=…");
        assertThat(LoggedQuery.of(TOKEN + "=1", REDACTION)).isEqualTo("…");
    }

    @Test
    void P28_masks_a_secret_that_stands_in_a_name_filter_also_where_it_is_shortened() {
        assertThat(LoggedQuery.of("cluster_name=" + TOKEN, REDACTION)).doesNotContain("canar", TOKEN.substring(4, 10));
        assertThat(LoggedQuery.of("name=x%20" + TOKEN.substring(0, 12), REDACTION)).doesNotContain("canar");
    }
}
