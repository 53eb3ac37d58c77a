package poolscope.live.soak;

import java.math.BigDecimal;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// A pool as [ChangingService] has it.
///
/// @param serial
///            the order in which pools were created
/// @param isV2
///            whether the list of v2 has it, instead of that of v1
/// @param allocated
///            cards of v2 that jobs use
record ServicePool(int serial, String id, boolean isV2, String status, int nodes, int available, int cards,
        int allocated) {
    static final String ABNORMAL = "abnormal";
    private static final String FLAVOR = "modelarts.bm.snt9.8";

    /// What a list says of a pool.
    record Listed(String name, String status, String nodes, String available) {}

    /// What the list of v1, or the runtime metrics, say of a pool; empty texts when they don't.
    record Measured(String cards, String free) {
        static final Measured NONE = new Measured("", "");
    }

    /// All that is compared.
    record Facts(Listed listed, Measured measured) {
        boolean isAbnormal() {
            return listed.status().equals(ABNORMAL);
        }
    }

    static Facts facts(Pool pool) {
        return new Facts(
                new Listed(text(PoolField.NAME, pool), text(PoolField.STATUS, pool), text(PoolField.NODE_COUNT, pool),
                        text(PoolField.AVAILABLE_NODES, pool)),
                new Measured(text(PoolField.ACCELERATORS, pool), text(PoolField.FREE_ACCELERATORS, pool)));
    }

    static boolean isOfV2(Pool pool) {
        return pool.poolOrigin().api() == ApiGeneration.V2;
    }

    static String text(PoolField field, Pool pool) {
        return text(field.of(pool));
    }

    static String text(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Number(BigDecimal number) -> number.stripTrailingZeros().toPlainString();
            case FieldValue.Text(String text) -> text;
            case FieldValue.State(var status) -> status.word();
            default -> "";
        };
    }

    Listed listed() {
        return new Listed(name(), status, String.valueOf(nodes), String.valueOf(available));
    }

    Measured measured() {
        return new Measured(String.valueOf(cards), isV2 ? String.valueOf(cards - allocated) : "");
    }

    private String name() {
        return "pool " + serial;
    }

    String jsonOfV1() {
        return """
                {"cluster_id":"%s","cluster_name":"%s","created_at":%d,"status":"%s","allocatable_gpus":%d,\
                "nodes":{"specification":"%s","count":%d,"available_count":%d}}""".formatted(id, name(),
                1_700_000_000_000L + serial, status, cards, FLAVOR, nodes, available);
    }

    String jsonOfV2() {
        return """
                {"metadata":{"name":"%s","labels":{"os.modelarts/name":"%s","os.modelarts/workspace.id":"0"}},\
                "spec":{"resources":[{"flavor":"%s","count":%d}]},"status":{"phase":"%s","resources":{\
                "available":[{"flavor":"%s","count":%d}],"abnormal":[{"flavor":"%s","count":%d}]}}}""".formatted(id,
                name(), FLAVOR, nodes, status.equals(ABNORMAL) ? "Abnormal" : "Running", FLAVOR, available, FLAVOR,
                nodes - available);
    }

    String metricsOfV2() {
        return """
                {"metadata":{"name":"%s"},"table":{"capacity":{"value":{"cpu":%d,"snt9":%d}},\
                "allocated":{"value":{"cpu":1,"snt9":%d}}}}""".formatted(id, nodes * 8, cards, allocated);
    }

    /// What one node has, as the list of specifications says.
    static String flavor() {
        return """
                {"metadata":{"name":"%s"},"spec":{"cpu":"8","npu":{"type":"snt9","size":"8"}}}""".formatted(FLAVOR);
    }
}
