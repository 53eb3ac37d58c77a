package poolscope.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import poolscope.pool.Allocatable;
import poolscope.pool.Billing;
import poolscope.pool.Identity;
import poolscope.pool.Nodes;
import poolscope.pool.Origin;
import poolscope.pool.Pool;
import poolscope.pool.PoolStatus;
import poolscope.pool.Undocumented;
import poolscope.pool.Value;

class ListJsonTest {
    static final Origin ORIGIN = new Origin("c", "Here", "cn-north-4", 1, Instant.EPOCH, "");

    static byte[] sample() throws IOException {
        try (InputStream in = ListJsonTest.class.getResourceAsStream("list-clusters-sample.json")) {
            return Objects.requireNonNull(in).readAllBytes();
        }
    }

    @Test
    void reads_the_documents_own_sample_field_by_field() throws Exception {
        var list = ListJson.read(sample(), ORIGIN, new Interner());
        assertThat(list.total()).isEqualTo(1);
        assertThat(list.countAgrees()).isTrue();
        Pool pool = Objects.requireNonNull(list.entries().getFirst().value());
        assertThat(pool.identity())
                .isEqualTo(new Identity(Value.text("ff808081673fbb3d01673fbb824d0000"), Value.text("my-cluster"),
                        Value.text(""), Value.text("tenant_id"), Value.text("project_id"), Value.text("owner_id")));
        assertThat(pool.createdAt()).isEqualTo(new Value.Time(Instant.parse("2019-11-28T06:37:57.927Z")));
        assertThat(pool.status()).isEqualTo(PoolStatus.of("running"));
        assertThat(pool.nodes().groups()).containsExactly(new Nodes.Group(Value.text("modelarts.vm.cpu.8ud"), Value.Number.of(1),
                Value.Number.of(1)));
        assertThat(pool.allocatable()).isEqualTo(new Allocatable(new Value.Number(new BigDecimal("5.5")), Value.Number.of(4096),
                new Value.Number(new BigDecimal("0.5"))));
        assertThat(pool.billing()).isEqualTo(Billing.ON_DEMAND);
        assertThat(pool.undocumented()).isEqualTo(Undocumented.NONE);
        assertThat(pool.origin()).isEqualTo(ORIGIN);
        assertThat(pool.raw().text()).startsWith("{").contains("ff808081673fbb3d01673fbb824d0000").endsWith("}");
        assertThat(list.entries().getFirst().key()).isEqualTo("ff808081673fbb3d01673fbb824d0000");
    }
}
