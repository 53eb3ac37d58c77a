package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SavedConnectionTest {
    private static final SavedConnection ONE = saved("one", "https://one.corp");
    private static final SavedConnection TWO = saved("two", "https://two.corp");

    @Test
    void a_connection_keeps_its_place_when_it_changes() {
        var changed = ONE.withListing(new ConnectionListAppearance(" prod ", ConnectionColour.RED, false));
        var both = SavedConnections.NONE.with(ONE).with(TWO).with(changed);
        assertThat(both.all()).containsExactly(changed, TWO);
        assertThat(both.groups()).containsExactly("prod", "");
        assertThat(both.ticked()).containsExactly(TWO);
        assertThat(both.without("one").find("one")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"proxy:3128,proxy,3128", "http://proxy.corp:80/,proxy.corp,80", "[::1]:8080,[::1],8080",
            " 10.0.0.1:65535 ,10.0.0.1,65535"})
    void a_proxy_is_a_host_and_a_port(String typed, String host, int port) {
        assertThat(ProxyChoice.manual(typed, "").orThrow())
                .isEqualTo(new ProxyChoice.Manual(host, port, Optional.empty(), ""));
    }

    @ParameterizedTest
    @CsvSource({"proxy,PROXY_MALFORMED", "'',PROXY_MALFORMED", ":80,PROXY_MALFORMED", "proxy:,PROXY_MALFORMED",
            "user@proxy:80,PROXY_MALFORMED", "proxy/x:80,PROXY_MALFORMED", "https://proxy:80,PROXY_MALFORMED",
            "pr oxy:80,PROXY_MALFORMED", "proxy:-1,PROXY_MALFORMED", "proxy:0,PROXY_PORT_OUT_OF_RANGE",
            "proxy:65536,PROXY_PORT_OUT_OF_RANGE", "proxy:99999999999,PROXY_MALFORMED"})
    void anything_else_is_no_proxy(String typed, ValidationError validationError) {
        assertThat(ProxyChoice.manual(typed, "").error()).contains(validationError);
    }

    @Test
    void the_user_of_a_proxy_has_no_colon() {
        assertThat(ProxyChoice.manual("p:1", "a:b").error()).contains(ValidationError.USER_MALFORMED);
        assertThat(ProxyChoice.manual("p:1", " ada ").orThrow())
                .isEqualTo(new ProxyChoice.Manual("p", 1, Optional.of("ada"), ""));
    }

    @Test
    void a_password_sign_in_names_account_user_and_a_place_for_the_password() {
        assertThat(SignInMethod.password(" acme ", "ada", "iam.corp").orThrow())
                .isEqualTo(new SignInMethod.Password("acme", "ada", URI.create("https://iam.corp")));
        assertThat(SignInMethod.password("", "ada", "iam.corp").error()).contains(ValidationError.USER_EMPTY);
        assertThat(SignInMethod.password("acme", "a\nb", "iam.corp").error()).contains(ValidationError.USER_MALFORMED);
        assertThat(SignInMethod.password("acme", "ada", "http://iam.corp").error())
                .contains(ValidationError.ENDPOINT_NOT_ENCRYPTED);
    }

    @Test
    void P28_of_an_access_key_only_the_end_can_be_kept() {
        assertThat(new SignInMethod.AccessKey("CNRYAKCNRYAKWXYZ", false).tail()).isEqualTo("WXYZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ca.pem", "./ca.pem", "/ca\0.pem"})
    void a_file_of_certificates_has_an_absolute_path(String typed) {
        assertThat(NetworkRoute.caFile(typed).error()).contains(ValidationError.CA_FILE_MALFORMED);
        assertThat(NetworkRoute.caFile("  ").orThrow()).isEmpty();
    }

    @Test
    void an_interval_is_one_that_the_service_can_bear() {
        assertThat(SavedConnection.checkRefresh(Duration.ofSeconds(4)).error())
                .contains(ValidationError.REFRESH_OUT_OF_RANGE);
        assertThat(SavedConnection.checkRefresh(Duration.ofDays(2)).error())
                .contains(ValidationError.REFRESH_OUT_OF_RANGE);
        assertThatThrownBy(() -> new SavedConnection(ONE.serviceAndProject(), ONE.connectionListAppearance(),
                ONE.signInMethod(), ONE.networkRoute(), ONE.query(), Optional.of(Duration.ZERO)))
                .hasMessage("REFRESH_OUT_OF_RANGE");
    }

    @Test
    void an_id_that_a_file_or_a_store_could_misread_is_refused() {
        for (String id : List.of("", "a b", "../x", "a\"b", "x".repeat(65))) {
            assertThatThrownBy(() -> saved(id, "https://one.corp")).isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(SavedConnection.isId(SavedConnection.freshId())).isTrue();
    }

    @Test
    void a_region_knows_its_services_and_projects() {
        CloudRegion cloudRegion = CloudRegion.find(" cn-north-4 ").orElseThrow();
        assertThat(cloudRegion.modelArts()).hasToString("https://modelarts.cn-north-4.myhuaweicloud.com");
        assertThat(cloudRegion.iam()).hasToString("https://iam.cn-north-4.myhuaweicloud.com");
        assertThat(CloudRegion.find("cn-nowhere-1")).isEmpty();
        assertThat(CloudRegion.KNOWN).hasSize(22)
                .allSatisfy(known -> assertThat(EndpointParser.parse(known.modelArts().toString()).orThrow())
                        .isEqualTo(known.modelArts()));
    }

    static SavedConnection saved(String id, String endpoint) {
        return SavedConnection.of(new ServiceAndProject(id, id, Optional.empty(), URI.create(endpoint), "p-1"),
                SignInMethod.TOKEN);
    }
}
