package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;

/// Proxies of the environment and of the command line, by curl's rules. The rows of `no_proxy` are what curl 7.88 does.
class OptionOrEnvironmentProxyTest {
    private static final URI SERVICE = URI.create("https://a.example.com");

    private static NetworkRouteAndPasswords of(Map<String, String> environment, String option,
            NetworkRouteAndPasswords networkRouteAndPasswords) throws ExitException {
        return new OptionOrEnvironmentProxy(environment).apply(networkRouteAndPasswords,
                OptionOrEnvironmentProxy.option(Optional.ofNullable(option)), SERVICE);
    }

    private static String proxy(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return switch (networkRouteAndPasswords.networkRoute().proxy()) {
            case ProxyChoice.System _ -> "system";
            case ProxyChoice.Direct _ -> "direct";
            case ProxyChoice.Manual manual -> manual.user().map(user -> user + "@").orElse("") + manual.address();
        };
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "https_proxy=http://lower:1 HTTPS_PROXY=http://upper:2 all_proxy=http://all:3|lower:1",
            "https_proxy= HTTPS_PROXY=http://upper:2 all_proxy=http://all:3|upper:2", "ALL_PROXY=all:3|all:3",
            "http_proxy=http://plain:4 HTTP_PROXY=http://plain:5|system", "https_proxy=p:1 no_proxy=example.com|direct",
            "https_proxy=p:1 NO_PROXY=example.com|direct", "https_proxy=p:1 no_proxy=b.com NO_PROXY=example.com|p:1",
            "https_proxy=p|p:1080", "https_proxy=http://[::1]:8080/|[::1]:8080"})
    void the_variables_are_read_in_curls_order(String environment, String expected) throws ExitException {
        var variables = new HashMap<String, String>();
        for (var one : environment.split(" "))
            variables.put(one.split("=", 2)[0], one.split("=", 2)[1]);
        assertThat(proxy(of(variables, null, NetworkRouteAndPasswords.DEFAULT))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http_proxy", "https_proxy", "all_proxy"})
    void to_plain_http_no_variable_leads(String variable) throws ExitException {
        var local = URI.create("http://localhost:8080");
        var given = new OptionOrEnvironmentProxy(Map.of(variable, "socks5://p:1"));
        assertThat(given.apply(NetworkRouteAndPasswords.DEFAULT, Optional.empty(), local))
                .isEqualTo(NetworkRouteAndPasswords.DEFAULT);
    }

    @Test
    void a_login_comes_from_the_environment_decoded() throws ExitException {
        var networkRouteAndPasswords = of(Map.of("https_proxy", "http://me:p%40ss+w%C3%B6rd@proxy.example:3128"), null,
                NetworkRouteAndPasswords.DEFAULT);
        assertThat(proxy(networkRouteAndPasswords)).isEqualTo("me@proxy.example:3128");
        assertThat(networkRouteAndPasswords.proxyPassword().map(Secret::reveal)).contains("p@ss+wörd");
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://me:canary@proxy.example:3128", "me@proxy.example:3128", "me:canary@proxy.example"})
    void a_login_in_an_argument_is_refused_without_repeating_it(String option) {
        assertThatThrownBy(() -> of(Map.of(), option, NetworkRouteAndPasswords.DEFAULT))
                .isInstanceOfSatisfying(ExitException.class, e -> {
                    assertThat(e.code()).isEqualTo(ExitCode.USAGE);
                    assertThat(e.sentence()).contains("https_proxy").doesNotContain("canary");
                });
    }

    @ParameterizedTest
    @ValueSource(strings = {"socks5://canary:1080", "https://canary:443", "http://canary:99999", "http://ca nary:1"})
    void what_is_no_plain_http_proxy_is_refused_without_repeating_it(String text) {
        assertThatThrownBy(() -> of(Map.of("https_proxy", text), null, NetworkRouteAndPasswords.DEFAULT))
                .isInstanceOfSatisfying(ExitException.class,
                        e -> assertThat(e.sentence()).contains("https_proxy").doesNotContain("canary"));
        assertThatThrownBy(() -> of(Map.of(), text, NetworkRouteAndPasswords.DEFAULT)).isInstanceOfSatisfying(
                ExitException.class, e -> assertThat(e.sentence()).contains("--proxy").doesNotContain("canary"));
    }

    @Test
    void the_option_goes_before_the_connection_and_the_connection_before_the_environment() throws ExitException {
        var environment = Map.of("https_proxy", "environment:1");
        var own = new NetworkRouteAndPasswords(
                NetworkRoute.DEFAULT.withProxy(ProxyChoice.manual("own:2", "me").orThrow()),
                Secret.ofPassword("p")
                        .then(secret -> poolscope.connection.ValidationResult.accepted(Optional.of(secret)))
                        .orThrow());
        assertThat(of(environment, null, own)).isEqualTo(own);
        assertThat(proxy(of(environment, "given:3", own))).isEqualTo("given:3");
        assertThat(of(environment, "given:3", own).proxyPassword()).isEmpty();
        assertThat(proxy(of(environment, "none", own))).isEqualTo("direct");
    }
}
