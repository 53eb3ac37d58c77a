package poolscope.ui.nodes;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import poolscope.pool.BuiltInNodeFlavor;
import poolscope.pool.FieldValue;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.pool.node.FreeCardStatisticsOfPool;
import poolscope.pool.node.JobsOnNode;
import poolscope.pool.node.PoolContentsList;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.PoolNode;
import poolscope.pool.node.ScheduledEvent;

/// Which nodes and jobs of the open pool are shown, and how they belong together: chosen jobs mark their nodes, and a
/// node limits the jobs to its own.
public final class NodesAndJobsFilterModel {
    private final StringProperty sought = new SimpleStringProperty(this, "sought", "");
    private final BooleanProperty onlyOdd = new SimpleBooleanProperty(this, "onlyOdd");
    private final ObjectProperty<Set<NodeFilterKind>> kinds = new SimpleObjectProperty<>(this, "kinds", Set.of());
    private final ReadOnlyObjectWrapper<List<NodeTableRow>> rows = new ReadOnlyObjectWrapper<>(this, "rows", List.of());
    private final ReadOnlyObjectWrapper<Optional<FreeCount>> freeCount = new ReadOnlyObjectWrapper<>(this, "freeCount",
            Optional.empty());
    private final ReadOnlyObjectWrapper<List<PoolJob>> marked = new ReadOnlyObjectWrapper<>(this, "marked", List.of());
    private final ReadOnlyObjectWrapper<Optional<PoolNode>> node = new ReadOnlyObjectWrapper<>(this, "node",
            Optional.empty());
    private Optional<PoolContentsList<PoolJob>> jobs = Optional.empty();
    private Map<String, ReportedNodeFlavor> flavors = Map.of();

    /// Words that each row shown has.
    public StringProperty soughtProperty() {
        return sought;
    }

    /// Whether only nodes that need to be looked at are shown.
    public BooleanProperty onlyOddProperty() {
        return onlyOdd;
    }

    /// The kinds of nodes shown: those of any of them; of every kind when it is empty.
    public ObjectProperty<Set<NodeFilterKind>> kindsProperty() {
        return kinds;
    }

    /// All nodes in their usual order, hidden ones included.
    ReadOnlyObjectProperty<List<NodeTableRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /// Nodes that take jobs and have this many free cards.
    ///
    /// @param accelerator
    ///            the service's key of the cards
    /// @param cards
    ///            free cards, fractions cut off
    record FreeCount(String accelerator, int cards) {
        boolean has(NodeTableRow row) {
            return row.use().takesJobs() && row.node().accelerator().equals(accelerator)
                    && row.node().freeCards().asNumber().filter(free -> free.intValue() == cards).isPresent();
        }
    }

    /// The only nodes shown, by their free cards; empty for all.
    ReadOnlyObjectProperty<Optional<FreeCount>> freeCountProperty() {
        return freeCount.getReadOnlyProperty();
    }

    void show(Optional<FreeCount> only) {
        freeCount.set(only);
    }

    /// How the free cards of each accelerator type are distributed.
    List<FreeCardStatisticsOfPool> blocks() {
        return FreeCardStatisticsOfPool.of(rows.get().stream().map(NodeTableRow::node).toList());
    }

    /// The jobs whose nodes and cards are marked.
    public ReadOnlyObjectProperty<List<PoolJob>> markedProperty() {
        return marked.getReadOnlyProperty();
    }

    /// The node whose jobs are the only ones shown; empty for all jobs.
    public ReadOnlyObjectProperty<Optional<PoolNode>> nodeProperty() {
        return node.getReadOnlyProperty();
    }

    /// Marks the nodes and cards of these jobs, and no others.
    public void mark(List<PoolJob> chosen) {
        marked.set(List.copyOf(chosen));
    }

    /// Shows only the jobs of that node; empty for those of all nodes.
    public void limitTo(Optional<PoolNode> only) {
        node.set(only);
    }

    void show(NodeFilterKind kind, boolean isShown) {
        var next = EnumSet.noneOf(NodeFilterKind.class);
        next.addAll(kinds.get());
        if (isShown) next.add(kind);
        else
            next.remove(kind);
        kinds.set(Set.copyOf(next));
    }

    /// Another pool is open: nothing that was chosen belongs to it.
    void clear() {
        sought.set("");
        kinds.set(Set.of());
        freeCount.set(Optional.empty());
        mark(List.of());
        limitTo(Optional.empty());
        rows.set(List.of());
        jobs = Optional.empty();
    }

    /// What one node of each specification has, as the service says; for what is [#put] next.
    void decodeWith(Map<String, ReportedNodeFlavor> known) {
        flavors = Map.copyOf(known);
    }

    /// What is known of the pool now.
    ///
    /// @param nodes
    ///            empty while they are not known
    /// @param knownJobs
    ///            empty while they are not known
    /// @param maintenance
    ///            of all pools; empty while it is not known
    void put(List<PoolNode> nodes, Optional<PoolContentsList<PoolJob>> knownJobs,
            Optional<List<ScheduledEvent>> maintenance) {
        jobs = knownJobs;
        rows.set(nodes.stream()
                .map(one -> new NodeTableRow(one, one.use(), jobs.map(read -> JobsOnNode.of(one, read)),
                        maintenance.map(all -> of(one, all)), missingCards(one, flavors)))
                .sorted(NodeTableRow.USUAL_ORDER)
                .toList());
        // A job that was read again may be on other nodes, or gone.
        jobs.ifPresent(read -> mark(read.items().stream().filter(this::isMarked).toList()));
        node.get().ifPresent(before -> limitTo(nodes.isEmpty() ? node.get() : newest(before, nodes)));
    }

    private boolean isMarked(PoolJob job) {
        return marked.get().stream().anyMatch(one -> one.id().isKnown() && one.id().equals(job.id()));
    }

    private static Optional<PoolNode> newest(PoolNode before, List<PoolNode> nodes) {
        return nodes.stream().filter(one -> one.name().isKnown() && one.name().equals(before.name())).findFirst();
    }

    private static List<ScheduledEvent> of(PoolNode node, List<ScheduledEvent> all) {
        return all.stream()
                .filter(event -> event.isAhead() && node.name().isKnown() && event.node().equals(node.name()))
                .sorted(Comparator.comparing(NodeTableRow::begin))
                .toList();
    }

    /// The service's description of a specification comes before the built-in table.
    private static FieldValue missingCards(PoolNode node, Map<String, ReportedNodeFlavor> flavors) {
        var specified = Optional.ofNullable(flavors.get(node.flavor().asText("")))
                .flatMap(flavor -> flavor.cards().asNumber())
                .or(() -> BuiltInNodeFlavor.of(node.flavor())
                        .map(BuiltInNodeFlavor::accelerators)
                        .map(BigDecimal::valueOf));
        return specified
                .filter(cards -> node.totalCards().asNumber().filter(there -> there.compareTo(cards) < 0).isPresent())
                .<FieldValue>map(FieldValue.Number::new)
                .orElse(FieldValue.ABSENT);
    }

    /// The nodes that are shown, in their usual order.
    List<NodeTableRow> shownRows() {
        return rows.get()
                .stream()
                .filter(row -> row.matches(sought.get()) && (!onlyOdd.get() || row.isOdd()))
                .filter(row -> freeCount.get().filter(only -> !only.has(row)).isEmpty())
                .filter(row -> kinds.get().isEmpty() || kinds.get().stream().anyMatch(kind -> kind.has(row)))
                .toList();
    }

    /// The jobs that are shown: unfinished ones.
    ///
    /// @param hasWords
    ///            whether a job has the words sought
    List<PoolJob> shownJobs(Predicate<PoolJob> hasWords) {
        return jobs.stream()
                .flatMap(read -> read.items().stream())
                .filter(job -> !job.hasEnded() && node.get().filter(one -> !JobsOnNode.isOn(job, one)).isEmpty())
                .filter(hasWords)
                .toList();
    }

    /// How many nodes there are of each kind that there is or that is chosen.
    Map<NodeFilterKind, Integer> counts() {
        var counts = new TreeMap<NodeFilterKind, Integer>();
        for (var kind : NodeFilterKind.values()) {
            int count = (int) rows.get().stream().filter(kind::has).count();
            if (count > 0 || kinds.get().contains(kind)) counts.put(kind, count);
        }
        return counts;
    }

    /// The names of nodes by their addresses.
    Map<String, FieldValue> names() {
        return rows.get()
                .stream()
                .map(NodeTableRow::node)
                .filter(one -> one.privateIp() instanceof FieldValue.Text && one.name().isKnown())
                .collect(Collectors.toMap(one -> one.privateIp().asText(""), PoolNode::name, (a, _) -> a));
    }
}
