package poolscope.ui.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The columns of the three tables inside a pool, in the order in which they are shown at first.
public enum PoolContentsColumn {
    NODE_NAME(Table.NODES, "node.name"),
    NODE_TAKES_JOBS(Table.NODES, "node.takesJobs"),
    NODE_FREE_CARDS(Table.NODES, "node.freeCards"),
    NODE_PHASE(Table.NODES, "node.phase"),
    NODE_JOBS(Table.NODES, "node.jobs"),
    NODE_CPU(Table.NODES, "node.cpu"),
    NODE_MEMORY(Table.NODES, "node.memory"),
    NODE_ZONE(Table.NODES, "node.zone"),
    NODE_TAINTS(Table.NODES, "node.taints"),
    NODE_MAINTENANCE(Table.NODES, "node.maintenance"),
    NODE_DRIVER(Table.NODES, "node.driver"),
    NODE_FLAVOR(Table.NODES, "node.flavor"),
    NODE_NODE_POOL(Table.NODES, "node.nodePool"),
    NODE_IP(Table.NODES, "node.ip"),
    NODE_OS(Table.NODES, "node.os"),
    JOB_STATUS(Table.JOBS, "job.status"),
    JOB_NAME(Table.JOBS, "job.name"),
    JOB_TYPE(Table.JOBS, "job.type"),
    JOB_CARDS(Table.JOBS, "job.cards"),
    JOB_NODES(Table.JOBS, "job.nodes"),
    JOB_SINCE(Table.JOBS, "job.since"),
    JOB_PLACE(Table.JOBS, "job.place"),
    JOB_PRIORITY(Table.JOBS, "job.priority"),
    EVENT_LAST(Table.EVENTS, "event.last"),
    EVENT_TYPE(Table.EVENTS, "event.type"),
    EVENT_REASON(Table.EVENTS, "event.reason"),
    EVENT_MESSAGE(Table.EVENTS, "event.message"),
    EVENT_COUNT(Table.EVENTS, "event.count");

    /// The table that a column is in.
    public enum Table {
        NODES, JOBS, EVENTS;

        public List<PoolContentsColumn> columns() {
            return Arrays.stream(PoolContentsColumn.values()).filter(column -> column.table == this).toList();
        }
    }

    private final Table table;
    private final String id;

    PoolContentsColumn(Table table, String id) {
        this.table = table;
        this.id = id;
    }

    public Table table() {
        return table;
    }

    /// Of the column in the window, and of its texts.
    public String id() {
        return id;
    }

    /// Of the text that says what the column means.
    public String meaningId() {
        return id + ".meaning";
    }

    /// The column with that id; empty for an id of another table.
    public static Optional<PoolContentsColumn> ofId(@Nullable String id) {
        return Arrays.stream(values()).filter(column -> column.id.equals(id)).findFirst();
    }
}
