package poolscope.export;

import static poolscope.export.PoolContentsRow.ofItem;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolField.Unit;
import poolscope.pool.node.NodeAvailability;
import poolscope.pool.node.NodeFreeCards;
import poolscope.pool.node.NodeTaint;
import poolscope.pool.node.PoolNode;

/// The columns of nodes, for programs: raw names, times in UTC.
public final class NodeExportColumns {
    private static final List<ExportColumn<PoolContentsRow<PoolNode>>> ALL = Stream
            .of(PoolContentsRow.<PoolNode>ofPool(PoolField.ID, PoolField.NAME), identity(), amounts(), use(), system(),
                    labels(),
                    PoolContentsRow.<PoolNode>ofPool(PoolField.POOL_TYPE, PoolField.PARENT, PoolField.CONNECTION,
                            PoolField.REGION, PoolField.PROJECT))
            .flatMap(columns -> columns)
            .toList();

    private NodeExportColumns() {}

    /// @param forSpreadsheets
    ///            as of [PoolExportColumns]
    public static ExportTableLayout<PoolContentsRow<PoolNode>> layout(boolean forSpreadsheets) {
        return new ExportTableLayout<>("nodes", ALL, ZoneOffset.UTC, forSpreadsheets);
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolNode>>> identity() {
        return Stream.of(ofItem("node_name", Unit.ID, PoolNode::name), ofItem("node_phase", Unit.TEXT, PoolNode::phase),
                ofItem("specification", Unit.TEXT, PoolNode::flavor), ofItem("az", Unit.TEXT, PoolNode::zone),
                ofItem("private_ip", Unit.ID, PoolNode::privateIp));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolNode>>> amounts() {
        return Stream.of(ofItem("allocatable_cpu_cores", Unit.CORES, node -> node.total().cpuCores()),
                ofItem("allocatable_memory", Unit.MEBIBYTES, node -> node.total().memoryMiB()),
                ofItem("allocatable_gpus", Unit.CARDS, PoolNode::totalCards),
                ofItem("free_cpu_cores", Unit.CORES, node -> node.free().cpuCores()),
                ofItem("free_memory", Unit.MEBIBYTES, node -> node.free().memoryMiB()),
                ofItem("free_gpus", Unit.CARDS, PoolNode::freeCards),
                ofItem("free_cards", Unit.TEXT, node -> freeCards(node.cards())),
                ofItem("accelerator", Unit.TEXT, node -> sent(node.accelerator())));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolNode>>> use() {
        return Stream.of(
                ofItem("takes_jobs", Unit.TEXT, node -> FieldValue.text(Boolean.toString(node.use().takesJobs()))),
                ofItem("takes_no_jobs_because", Unit.TEXT, node -> reasons(node.use())),
                ofItem("taints", Unit.TEXT, node -> taints(node.taints())));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolNode>>> system() {
        return Stream.of(ofItem("driver", Unit.TEXT, node -> node.system().driverVersion()),
                ofItem("driver_phase", Unit.TEXT, node -> node.system().driverPhase()),
                ofItem("os", Unit.TEXT, node -> node.system().os()));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolNode>>> labels() {
        return Stream.of(ofItem("node_pool", Unit.TEXT, node -> node.labels().nodePool()),
                ofItem("sub_pool", Unit.ID, node -> node.labels().subPool()),
                ofItem("lock", Unit.TEXT, node -> node.labels().lock()),
                ofItem("billing_status", Unit.TEXT, node -> node.labels().billingStatus()),
                ofItem("charging_mode", Unit.TEXT, node -> node.labels().billingMode()),
                ofItem("resource_id", Unit.ID, node -> node.labels().resourceId()),
                ofItem("cabinet", Unit.TEXT, node -> node.labels().cabinet()),
                ofItem("super_node", Unit.TEXT, node -> node.labels().superNode()),
                ofItem("created_at", Unit.TIME, PoolNode::createdAt));
    }

    /// Indexes from 0; empty text when none is free, absent when it is not known which are.
    private static FieldValue freeCards(NodeFreeCards cards) {
        return switch (cards) {
            case NodeFreeCards.CountOnly _ -> FieldValue.ABSENT;
            case NodeFreeCards.Known(List<Integer> free, int _) ->
                FieldValue.text(free.stream().map(String::valueOf).collect(Collectors.joining(" ")));
        };
    }

    private static FieldValue reasons(NodeAvailability use) {
        return sent(use.reasons().stream().map(NodeExportColumns::reason).collect(Collectors.joining("; ")));
    }

    /// The kind, and of a phase or taint the service's own word.
    private static String reason(NodeAvailability.Reason reason) {
        var kind = reason.kind().name().toLowerCase(Locale.ROOT);
        return switch (reason.kind()) {
            case PHASE, TAINT -> (kind + " " + text(reason.word())).strip();
            case SPARE, DRAINING, FROZEN -> kind;
        };
    }

    /// As kubectl writes them: `key=value:effect`.
    private static FieldValue taints(List<NodeTaint> taints) {
        return sent(taints.stream().map(NodeExportColumns::taint).collect(Collectors.joining(" ")));
    }

    private static String taint(NodeTaint nodeTaint) {
        var value = text(nodeTaint.fieldValue());
        return text(nodeTaint.key()) + (value.isEmpty() ? "" : "=" + value) + ":" + text(nodeTaint.effect());
    }

    private static String text(FieldValue fieldValue) {
        return fieldValue instanceof FieldValue.Unreadable(String raw) ? raw : fieldValue.asText("");
    }

    private static FieldValue sent(String text) {
        return text.isEmpty() ? FieldValue.ABSENT : FieldValue.text(text);
    }
}
