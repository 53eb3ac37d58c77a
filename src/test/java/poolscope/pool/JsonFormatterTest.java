package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
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

    @ParameterizedTest
    @ValueSource(strings = {"{\"a b\":\" \\\" c, { [ \"}", "[\"x  y\",\"\\\\\", \" \"]",
            "{ \"a\" : [ ] , \" \" : 1e400 }"})
    void white_space_inside_a_string_stays(String json) throws Exception {
        var mapper = JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
        assertThat(mapper.readTree(JsonFormatter.indent(json))).isEqualTo(mapper.readTree(json));
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
