package poolscope.ui.handover;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import poolscope.export.ExportFile;
import poolscope.export.FileWriteOutcome;
import poolscope.handover.HandOver;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.Debouncer;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.HistoryRecorder;
import poolscope.live.changes.PoolChanges;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.node.PoolJob;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.pools.PoolsTableModel;

/// What is handed over to the next shift: the pools now, compared with the moment that the operator chose for changes.
public final class HandOverModel implements AutoCloseable {
    /// What the hand-over is made of.
    ///
    /// @param recorded
    ///            changes when a refresh was recorded, so that `earlierPools` knows it
    public record Sources(ObservableTickedConnectionPools observableTickedConnectionPools,
            ObservableValue<Optional<HistoryRecorder.Recorded>> recorded, PoolHistory poolHistory,
            PoolsTableModel pools, ChangedPoolsModel changes, Clock clock) {}

    /// How it is made.
    ///
    /// @param afterRefresh
    ///            waits for the other connections of the same refresh
    /// @param reading
    ///            reads the past in the background
    /// @param making
    ///            makes the hand-over in the background
    public record Work(Debouncer afterRefresh, LatestTask reading, LatestTask making,
            BackgroundJob<Map<PoolKey, List<PoolJob>>> jobsReading, BackgroundFileWriter fileWriter) {}

    /// What a refresh can change without being recorded.
    private record SourceCompleteness(String connectionId, AllConnectionsStatus.Completeness completeness,
            Optional<InventoryPartReadOutcome.Cause> cause) {
        static List<SourceCompleteness> of(AllConnectionsStatus status) {
            return status.lines()
                    .stream()
                    .map(line -> new SourceCompleteness(line.serviceAndProject().id(), line.completeness(),
                            HandOverSourceData.cause(line.outcome())))
                    .toList();
        }
    }

    private final Sources sources;
    private final Work work;
    private Optional<HandOverSourceData> handOverSourceData = Optional.empty();
    private boolean isOpen;
    private final HandOverJobsReader jobs;
    private final BooleanProperty onlyShown = new SimpleBooleanProperty(this, "onlyShown", true);
    private final BooleanProperty allLines = new SimpleBooleanProperty(this, "allLines", false);
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyObjectWrapper<Optional<HandOver>> handOver = new ReadOnlyObjectWrapper<>(this, "handOver",
            Optional.empty());

    public HandOverModel(Sources sources, Work work) {
        this.sources = sources;
        this.work = work;
        jobs = new HandOverJobsReader(sources.observableTickedConnectionPools(), work.jobsReading(), this::make);
    }

    /// The hand-over follows the pools, the moment of comparison and the filter until it is unsubscribed from.
    Subscription open() {
        work.fileWriter().clear();
        jobs.clear();
        handOverSourceData = Optional.empty();
        handOver.set(Optional.empty());
        allLines.set(false);
        isOpen = true;
        read();
        return Subscription.combine(sources.recorded().subscribe((_, _) -> readAfterRefresh()),
                sources.observableTickedConnectionPools()
                        .allConnectionsStatusProperty()
                        .map(SourceCompleteness::of)
                        .subscribe((_, _) -> readAfterRefresh()),
                sources.changes().changesProperty().map(PoolChanges::base).subscribe((_, _) -> readAfterRefresh()),
                sources.pools().filter().filterProperty().subscribe((_, _) -> make()),
                onlyShown.subscribe((_, _) -> make()), note.subscribe((_, _) -> make()), this::stop);
    }

    /// Empty from the opening until it is made.
    ReadOnlyObjectProperty<Optional<HandOver>> handOverProperty() {
        return handOver.getReadOnlyProperty();
    }

    /// Whether only the pools that the filter leaves are handed over.
    BooleanProperty onlyShownProperty() {
        return onlyShown;
    }

    /// Whether all lines of each section are shown, or as many as a page has.
    BooleanProperty allLinesProperty() {
        return allLines;
    }

    /// Whether periods that end by estimate are named.
    boolean withEstimates() {
        return sources.pools().estimates().getValue();
    }

    /// A line of the operator.
    StringProperty noteProperty() {
        return note;
    }

    ReadOnlyBooleanProperty readingJobsProperty() {
        return jobs.readingProperty();
    }

    /// How the last saving ended.
    ReadOnlyObjectProperty<Optional<FileWriteOutcome>> savedProperty() {
        return work.fileWriter().outcomeProperty();
    }

    Instant now() {
        return sources.clock().instant();
    }

    /// How many pools list jobs that were not read yet, at most [HandOverJobsReader#MOST_REQUESTS].
    int unreadPools() {
        return jobs.unread(filter()).size();
    }

    /// Reads the jobs of the pools that are handed over, pool after pool.
    void readJobs() {
        jobs.read(filter());
    }

    private Predicate<Pool> filter() {
        if (!onlyShown.get()) return _ -> true;
        var filter = sources.pools().filter().filterProperty().get();
        var now = sources.clock().instant();
        return pool -> filter.matches(pool, now);
    }

    private void readAfterRefresh() {
        work.afterRefresh().then(() -> {
            if (isOpen) read();
        });
    }

    /// Reads the past, which is not read again for another filter or note.
    private void read() {
        var now = sources.clock().instant();
        var since = sources.changes().changes().base().shown().filter(base -> base.isBefore(now)).orElse(now);
        var ofNow = HandOverSourceData.ofNow(since, now, sources.observableTickedConnectionPools().sources());
        var history = sources.changes().history();
        work.reading().start(_ -> ofNow.withPast(sources.poolHistory(), history), read -> {
            handOverSourceData = Optional.of(read);
            make();
        });
    }

    private void make() {
        if (handOverSourceData.isEmpty()) return;
        var notes = note.get().isBlank() ? List.<String>of() : List.of(note.get().strip());
        var facts = handOverSourceData.get()
                .with(onlyShown.get() ? sources.pools().filter().text() : "", filter(), jobs.known(), notes);
        work.making().start(_ -> HandOver.of(facts), made -> handOver.set(Optional.of(made)));
    }

    private void stop() {
        isOpen = false;
        jobs.cancel();
        work.reading().cancel();
        work.making().cancel();
    }

    /// Writes the report; the operator agreed to replace the file of that name.
    ///
    /// @param chosen
    ///            path of the file; without an ending it gets that of Markdown, and then no file is replaced
    void save(String chosen, String markdown) {
        boolean isNamed = chosen.matches("(?i).*\\.(md|txt|markdown)");
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        work.fileWriter().write(ExportFile.chosen(chosen, isNamed, ".md"), out -> {
            out.write(bytes);
            return 1;
        });
    }

    @Override
    public void close() {
        work.reading().close();
        work.making().close();
        jobs.close();
        work.fileWriter().close();
    }
}
