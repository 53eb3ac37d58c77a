package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class UnknownPoolFieldTest {

    private static RawJson raw(String json) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        return new RawJson(bytes, 0, bytes.length);
    }

    @Test
    void are_those_that_the_catalogue_does_not_have_as_they_came() {
        assertThat(UnknownPoolField.of(raw("""
                {"cluster_id":"a","cluster_name":"b,}\\"", "nodes":{"specification":"s","count":4,"zone":"az1"},
                "labels":{"a":[1,2],"b":"}"},"allocatable_gpus":4096.0,"tags":[],"region":"r","n": null ,
                "services_count":{"batch_count":1,"other":2}}"""))).containsExactly(
                new UnknownPoolField("nodes.zone", "\"az1\""),
                new UnknownPoolField("labels", "{\"a\":[1,2],\"b\":\"}\"}"), new UnknownPoolField("tags", "[]"),
                new UnknownPoolField("region", "\"r\""), new UnknownPoolField("n", "null"),
                new UnknownPoolField("services_count.other", "2"));
    }

    @Test
    void of_several_kinds_of_nodes_each_is_looked_into() {
        assertThat(UnknownPoolField.of(raw("{\"nodes\":[{\"count\":1,\"x\":true},{\"y\":[{}],\"count\":2}]}")))
                .containsExactly(new UnknownPoolField("nodes.x", "true"), new UnknownPoolField("nodes.y", "[{}]"));
    }

    @Test
    void text_that_is_no_object_has_none_and_broken_text_does_no_harm() {
        assertThat(UnknownPoolField.of(RawJson.NONE)).isEmpty();
        assertThat(UnknownPoolField.of(raw("7"))).isEmpty();
        assertThat(UnknownPoolField.of(raw("{}"))).isEmpty();
        assertThat(UnknownPoolField.of(raw("{\"nodes\":null,\"services_count\":[]}"))).isEmpty();
        var whole = "{\"a\":{\"b\":[1,\"x\\\\\"]},\"nodes\":[{\"c\":\"\\\"\"}],\"d\":\"e\"}";
        for (int end = 0; end <= whole.length(); end++) {
            var part = whole.substring(0, end);
            assertThatCode(() -> UnknownPoolField.of(raw(part))).doesNotThrowAnyException();
        }
    }
}
