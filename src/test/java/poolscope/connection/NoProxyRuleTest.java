package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NoProxyRuleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {"example.com|a.example.com|true",
            ".example.com|a.example.com|true", "a.example.com.|a.example.com|true", "ample.com|a.example.com|false",
            "*|a.example.com|true", "*.example.com|a.example.com|false", "x,*|a.example.com|false",
            "a.example.com:443|a.example.com|false", "b.com, example.com|a.example.com|true",
            "b.com example.com|a.example.com|true", "A.EXAMPLE.COM|a.example.com|true", "``|a.example.com|false",
            "127.0.0.0/8|127.0.0.1|true", "127.0.0.1|127.0.0.1|true", "127.0.0.1/32|127.0.0.1|true",
            "127.0.0.2/31|127.0.0.1|false", "10.0.0.0/8|127.0.0.1|false", "127.0.0.1:7994|127.0.0.1|false",
            "127.0.0.1/33|127.0.0.1|false", "127.0.0.0/x|127.0.0.1|false", "0.0.0.0/0|127.0.0.1|false",
            "::1|[::1]|true", "10.0.0.0/8|10.example.com|false", "fe80::/10|[fe80::1]|true"})
    void no_proxy_is_read_as_curl_reads_it(String rule, String host, boolean covered) {
        assertThat(NoProxyRule.covers(rule, host)).isEqualTo(covered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "*", "example.com", ".example.com, 10.0.0.0/8", "host_1 ::1 fe80::/10",
            "127.0.0.1"})
    void a_list_that_can_match_is_taken(String typed) {
        assertThat(NoProxyRule.check(typed)).isEqualTo(ValidationResult.accepted(typed.strip()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*.example.com", "a.example.com:443", "10.0.0.0/33", "10.0.0.0/x", "http://a.example.com",
            "300.1.1.1", "a b!", "user@host", "a\u0000b"})
    void an_entry_that_would_never_match_is_refused(String typed) {
        assertThat(NoProxyRule.check(typed).error()).contains(ValidationError.NO_PROXY_MALFORMED);
    }
}
