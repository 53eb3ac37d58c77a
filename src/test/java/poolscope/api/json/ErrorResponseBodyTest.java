package poolscope.api.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Compares the body of an error, which is read token by token, with Jackson's tree of the same document.
class ErrorResponseBodyTest {
    private static final ObjectMapper TREE = new ObjectMapper();

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"error_code\":\"ModelArts.0104\",\"error_msg\":\"No such\",\"request_id\":\"r\"}",
            "{\"error\":{\"code\":404,\"message\":\"Not found\",\"title\":\"Not Found\"}}",
            "{\"error\":{\"code\":\"a\",\"details\":[{\"code\":\"b\"}],\"request_id\":\"inner\"},\"requestId\":\"r\"}",
            "{\"error\":\"invalid_request\",\"message\":\"m\"}", "{\"error\":null,\"code\":7}",
            "{\"code\":{\"code\":\"deep\"},\"message\":[\"m\"],\"title\":\"t\"}",
            "{\"message\":\"second choice\",\"error_msg\":\"first choice\"}",
            "{\"error_code\":null,\"code\":\"c\",\"error_msg\":true,\"message\":\"m\"}",
            "{\"error_code\":\"\",\"code\":\"c\"}", "{\"code\":-12,\"message\":123456789012345678901234567890}",
            "{\"code\":1.5,\"message\":\"\\u540d\\n\\\"quoted\\\"\"}",
            "{\"a\":{\"error\":{\"code\":\"not here\"}},\"error\":{\"message\":\"m\"},\"code\":\"outside\"}"})
    void says_what_the_tree_of_the_document_says(String json) throws Exception {
        var root = TREE.readTree(json);
        var inner = root.path("error").isObject() ? root.path("error") : root;

        assertThat(ErrorResponseBody.parse(json.getBytes(UTF_8))).isEqualTo(new ErrorResponseBody(
                first(inner, "error_code", "code"), first(inner, "error_msg", "error_message", "message", "title"),
                first(root, "request_id", "requestId"), true));
    }

    private static String first(JsonNode object, String... names) {
        for (String name : names)
            if (object.path(name).isTextual() || object.path(name).isNumber()) return object.path(name).asText();
        return "";
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "\"text\"", "{\"code\":\"a\",\"code\":\"b\"}", "{\"code\":\"a\"",
            "{\"error\":{\"code\":\"a\"}", "{\"code\":\"a\",", "{\"x\":[{\"y\":1,\"y\":2}],\"code\":\"a\"}"})
    void is_text_when_it_is_no_object_or_a_broken_one(String text) {
        assertThat(ErrorResponseBody.parse(text.getBytes(UTF_8))).isEqualTo(new ErrorResponseBody("", text, "", false));
    }
}
