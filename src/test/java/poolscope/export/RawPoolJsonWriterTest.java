package poolscope.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;

class RawPoolJsonWriterTest {

    @Test
    void P42_each_object_is_what_the_service_sent_in_its_order() throws Exception {
        var pools = Wire.demo(500);
        var read = Wire.EXACT.readTree(json(pools));
        assertThat(read.isArray()).isTrue();
        assertThat(read).hasSize(500);
        for (int i = 0; i < pools.size(); i++)
            assertThat(read.get(i)).isEqualTo(Wire.json(pools.get(i)));
    }

    @Test
    void P42_numbers_keep_their_form_and_unknown_fields_are_kept() throws Exception {
        var cluster = """
                {"cluster_id":"a", "allocatable_memory":4096.0,"big":9007199254740993,"huge":1e400,"tiny":-0.0,
                 "unknown":{"deep":[1,{"x":null}]},"half":"\\ud800","empty":"","é":"训"}""";
        assertThat(json(Wire.pools(cluster))).isEqualTo("[\n" + cluster + "\n]\n");
    }

    @Test
    void no_pool_is_an_empty_array() throws Exception {
        assertThat(new ObjectMapper().readTree(json(List.of()))).isEmpty();
    }

    @Test
    void P42_broken_bytes_in_a_field_that_nobody_read_do_not_break_the_document() throws Exception {
        byte[] bytes = "{\"cluster_id\":\"a\",\"x\":\"???\"}".getBytes(StandardCharsets.UTF_8);
        ByteBuffer.wrap(bytes).position(23).put(new byte[]{(byte) 0xED, (byte) 0xA0, (byte) 0x80});
        var out = Wire.bytes(new PoolsExportContent(ExportFormat.JSON, PoolExportColumns.raw(false),
                List.of(pool(new RawJson(bytes, 0, bytes.length)), pool(RawJson.NONE))));
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(out)).toString();
        assertThat(new ObjectMapper().readTree(text)).hasSize(2);
    }

    @Test
    void of_a_pool_whose_JSON_was_not_kept_the_known_fields_are_written() throws Exception {
        var pools = Wire.demo(100);
        var read = Wire.EXACT.readTree(json(pools.stream().map(Pool::withoutRaw).toList()));
        for (int i = 0; i < pools.size(); i++) {
            var sent = Wire.json(pools.get(i));
            for (var name : List.of("cluster_id", "cluster_name", "status", "owner"))
                assertThat(read.get(i).path(name).asText("")).as(name).isEqualTo(sent.path(name).asText(""));
            if (PoolField.MEMORY.of(pools.get(i)) instanceof FieldValue.Number(var memory))
                assertThat(read.get(i).get("allocatable_memory").decimalValue()).isEqualByComparingTo(memory);
        }
    }

    private static String json(List<Pool> pools) throws Exception {
        return Wire.text(new PoolsExportContent(ExportFormat.JSON, PoolExportColumns.raw(false), pools));
    }

    private static Pool pool(RawJson raw) {
        var absent = FieldValue.ABSENT;
        return new Pool(new PoolNamesAndOwner(FieldValue.text("a"), absent, absent, absent, absent, absent), absent,
                PoolStatus.NOT_REPORTED, PoolNodeGroups.NOT_REPORTED, new AllocatableResources(absent, absent, absent),
                Billing.ON_DEMAND, KnownUndocumentedFields.NONE, new PoolOrigin("c", "Here", "", 1, Instant.EPOCH, ""),
                raw);
    }
}
