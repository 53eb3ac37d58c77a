package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JsonFormatterTest {
    @ParameterizedTest
    @ValueSource(strings = {"{}", "[]", "{\"a\":[],\"b\":{}}", "{\"a\":1,\"b\":[1,2,{\"c\":\"x,]}:\\\"\"}]}",
            "{ \"a\" : 4096.0 , \"b\" : null }", "[[[1e400]]]", "{\"名\":\"值\\\\\"}", "{\"open\":\"no end", "{{{", "]]]",
            "\"", "\\"})
    void only_white_space_changes_whatever_comes(String json) {
        assertThat(JsonFormatter.indent(json).replaceAll("\\s", "")).isEqualTo(json.replaceAll("\\s", ""));
    }

    @Test
    void a_number_keeps_its_form_and_every_member_has_its_line() throws Exception {
        var raw = new RawJson("xx{\"a\":4096.0,\"n\":{\"b\":[1,2]}}yy".getBytes(StandardCharsets.UTF_8), 2, 30);
        assertThat(raw.text()).isEqualTo("{\"a\":4096.0,\"n\":{\"b\":[1,2]}}");
        assertThat(raw.indented()).isEqualTo("""
                {
                  "a": 4096.0,
                  "n": {
                    "b": [
                      1,
                      2
                    ]
                  }
                }""");
        var mapper = new ObjectMapper();
        assertThat(mapper.readTree(raw.indented())).isEqualTo(mapper.readTree(raw.text()));
    }
}
