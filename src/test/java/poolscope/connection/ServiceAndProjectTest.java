package poolscope.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServiceAndProjectTest {

    @ParameterizedTest
    @CsvSource({"https://modelarts.cn-north-4.myhuaweicloud.com,https://modelarts.cn-north-4.myhuaweicloud.com",
            "modelarts.cn-north-4.myhuaweicloud.com,https://modelarts.cn-north-4.myhuaweicloud.com",
            "  HTTPS://Cloud.Example:8443/ ,https://cloud.example:8443", "https://cloud.example.,https://cloud.example",
            "http://127.0.0.1:8080,http://127.0.0.1:8080", "http://localhost,http://localhost",
            "http://[::1]:9,http://[::1]:9", "https://10.1.2.3,https://10.1.2.3"})
    void P22_an_endpoint_is_brought_into_its_normal_form(String typed, URI expected) {
        assertThat(EndpointParser.parse(typed)).isEqualTo(ValidationResult.accepted(expected));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ' ', value = {"http://cloud.example ENDPOINT_NOT_ENCRYPTED",
            "http://127.0.0.1.evil.example ENDPOINT_NOT_ENCRYPTED",
            "http://localhost.evil.example ENDPOINT_NOT_ENCRYPTED",
            "https://modelarts.cn-north-4.myhuaweicloud.com@evil.example ENDPOINT_WITH_USER",
            "https://h/v1/../v3 ENDPOINT_WITH_PATH", "https://h/v1 ENDPOINT_WITH_PATH",
            "https://h?x=1 ENDPOINT_WITH_QUERY", "https://h/#a ENDPOINT_WITH_QUERY",
            "https://mоdelarts.example ENDPOINT_HOST_NOT_ASCII", "ftp://h ENDPOINT_SCHEME_UNKNOWN",
            "https:// ENDPOINT_MALFORMED", "https://h:0 ENDPOINT_PORT_OUT_OF_RANGE",
            "https://h:70000 ENDPOINT_PORT_OUT_OF_RANGE", "https://under_score ENDPOINT_MALFORMED",
            "https://a\\b ENDPOINT_MALFORMED", "https://. ENDPOINT_MALFORMED"})
    void P22_an_endpoint_is_a_host_and_nothing_else(String typed, ValidationError validationError) {
        assertThat(EndpointParser.parse(typed).error()).contains(validationError);
    }

    @ParameterizedTest
    @ValueSource(strings = {"..", "a/b", "a?b", "%2e%2e", "a b", "项目", "a#b", "a\nb", "a;b"})
    void P44_a_project_id_can_not_lead_the_path_elsewhere(String typed) {
        assertThat(ServiceAndProject.projectId(typed).error()).contains(ValidationError.PROJECT_ID_MALFORMED);
        assertThatThrownBy(() -> new ServiceAndProject("c", "n", Optional.empty(), URI.create("https://h"), typed))
                .hasMessage("PROJECT_ID_MALFORMED");
    }

    @Test
    void P44_a_project_id_is_at_most_64_characters_long() {
        assertThat(ServiceAndProject.projectId("a".repeat(64)).error()).isEmpty();
        assertThat(ServiceAndProject.projectId("a".repeat(65)).error()).contains(ValidationError.PROJECT_ID_MALFORMED);
        assertThat(ServiceAndProject.projectId(" ").error()).contains(ValidationError.PROJECT_ID_EMPTY);
    }

    @Test
    void a_draft_becomes_a_connection_or_says_what_is_wrong_first() {
        var good = new ServiceAndProject.Draft("c", " Beijing ", " ", "cloud.example", " p1 ");
        assertThat(ServiceAndProject.of(good)).isEqualTo(ValidationResult.accepted(
                new ServiceAndProject("c", "Beijing", Optional.empty(), URI.create("https://cloud.example"), "p1")));
        assertThat(ServiceAndProject.of(new ServiceAndProject.Draft("c", " ", "", "", "")).error())
                .contains(ValidationError.NAME_EMPTY);
        assertThat(ServiceAndProject.of(new ServiceAndProject.Draft("c", "n", "", " ", "")).error())
                .contains(ValidationError.ENDPOINT_EMPTY);
    }
}
