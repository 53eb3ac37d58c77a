package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Calls and their permissions beside the table of api-notes.md.
class ApiCallKindTest {

    /// @param permission
    ///            empty when the table names none
    record Row(String path, Optional<String> permission) {}

    static List<Row> rows() throws Exception {
        try (var lines = Files.lines(Path.of("src/site/api-notes.md"))) {
            return lines
                    .filter(line -> line.matches("\\| `/v[12]/\\{project_id}/.*modelarts.*|"
                            + "\\| `/v[12]/\\{project_id}/(resourceflavors|scheduled-events|workspaces)`.*"))
                    .map(line -> line.split("\\|"))
                    .map(cells -> new Row(cells[1].strip().replaceAll("[`{}]", "").replaceAll("\\?.*", ""),
                            Stream.of(cells[4].strip().replace("`", ""))
                                    .filter(cell -> cell.startsWith("modelarts:"))
                                    .findFirst()))
                    .toList();
        }
    }

    private static Optional<ApiCallKind> of(String path) {
        return ApiCallKind.of(new FailureDetails.RequestLine("GET", "host", path));
    }

    @ParameterizedTest
    @MethodSource("rows")
    void a_call_has_the_permission_that_the_documentation_names(Row row) {
        assertThat(of(row.path())).as(row.path()).isPresent();
        assertThat(of(row.path()).orElseThrow().permission()).isEqualTo(row.permission());
    }

    @Test
    void each_documented_path_is_a_call_of_its_own() throws Exception {
        assertThat(rows()).hasSize(8);
        var calls = new HashSet<ApiCallKind>();
        for (var row : rows())
            calls.add(of(row.path()).orElseThrow());
        assertThat(calls).hasSize(8).doesNotContain(ApiCallKind.V1_POOLS);
        assertThat(of("/v1/0c3f/clusters")).contains(ApiCallKind.V1_POOLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v3/auth/projects", "/v3/auth/tokens", "/v2/p/pools/x", "/v1/p/clusters/x/nodes", "/", ""})
    void other_requests_are_no_such_call(String path) {
        assertThat(of(path)).isEmpty();
    }
}
