package poolscope.ui.handover;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.util.Subscription;
import poolscope.api.ApiException;
import poolscope.export.ExportFile;
import poolscope.export.FileOutcome;
import poolscope.handover.HandOver;
import poolscope.handover.HandOverFacts;
import poolscope.live.PoolSource;
import poolscope.live.PoolSources;
import poolscope.live.RefreshState;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.EarlierPools;
import poolscope.pool.ApiGeneration;
import poolscope.pool.InventoryPart;
import poolscope.pool.Pool;
import poolscope.pool.change.PoolKey;
import poolscope.pool.change.WatchedPeriods;
import poolscope.pool.node.PoolJob;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.ChangesModel;
import poolscope.ui.pools.PoolsModel;

/// What is handed over to the next shift: the pools now, compared with the moment that the operator chose for changes.
public final class HandOverModel implements AutoCloseable {
    /// Each pool's jobs cost a request.
    static final int MOST_REQUESTS = 20;
    /// How far back it is looked for the beginning of a problem.
    private static final Duration LONGEST = Duration.ofDays(7);
    private static final System.Logger LOG = System.getLogger(HandOverModel.class.getName());

    /// What the hand-over is made of.
    public record Sources(PoolSources poolSources, EarlierPools earlierPools, PoolsModel pools, ChangesModel changes,
            Clock clock) {}

    private final Sources sources;
    private final LatestTask latestTask;
    private final BackgroundJob<Map<PoolKey, List<PoolJob>>> jobsReading;
    private final BackgroundFileWriter fileWriter;
    private final Map<PoolKey, List<PoolJob>> jobs = new HashMap<>();
    private final BooleanProperty onlyShown = new SimpleBooleanProperty(this, "onlyShown", true);
    private final StringProperty note = new SimpleStringProperty(this, "note", "");
    private final ReadOnlyBooleanWrapper readingJobs = new ReadOnlyBooleanWrapper(this, "readingJobs");
    private final ReadOnlyObjectWrapper<Optional<HandOver>> handOver = new ReadOnlyObjectWrapper<>(this, "handOver",
            Optional.empty());

    /// @param latestTask
    ///            makes the hand-over in the background
    public HandOverModel(Sources sources, LatestTask latestTask, BackgroundJob<Map<PoolKey, List<PoolJob>>> jobsReading,
            BackgroundFileWriter fileWriter) {
        this.sources = sources;
        this.latestTask = latestTask;
        this.jobsReading = jobsReading;
        this.fileWriter = fileWriter;
        jobsReading.stateProperty().subscribe((_, now) -> onJobs(now));
    }

    /// The hand-over follows the pools, the moment of comparison and the filter until it is unsubscribed from.
    Subscription open() {
        fileWriter.clear();
        jobs.clear();
        return Subscription.combine(sources.changes().changesProperty().subscribe((_, _) -> make()),
                sources.poolSources().poolsProperty().subscribe((_, _) -> make()),
                sources.pools().filter().filterProperty().subscribe((_, _) -> make()),
                onlyShown.subscribe((_, _) -> make()), note.subscribe(_ -> make()), this::cancelJobs);
    }

    ReadOnlyObjectProperty<Optional<HandOver>> handOverProperty() {
        return handOver.getReadOnlyProperty();
    }

    /// Whether only the pools that the filter leaves are handed over.
    BooleanProperty onlyShownProperty() {
        return onlyShown;
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
        return readingJobs.getReadOnlyProperty();
    }

    /// How the last saving ended.
    ReadOnlyObjectProperty<Optional<FileOutcome>> savedProperty() {
        return fileWriter.outcomeProperty();
    }

    Instant now() {
        return sources.clock().instant();
    }

    /// How many pools list jobs that were not read yet, at most [#MOST_REQUESTS].
    int unreadPools() {
        return unread().size();
    }

    private List<Pool> unread() {
        return sources.poolSources()
                .poolsProperty()
                .get()
                .pools()
                .stream()
                .filter(filter())
                .filter(pool -> pool.poolOrigin().api() == ApiGeneration.V2 && pool.hasId()
                        && !jobs.containsKey(PoolKey.of(pool)))
                .limit(MOST_REQUESTS)
                .toList();
    }

    private Predicate<Pool> filter() {
        if (!onlyShown.get()) return _ -> true;
        var filter = sources.pools().filter().filterProperty().get();
        var now = sources.clock().instant();
        return pool -> filter.matches(pool, now);
    }

    private void make() {
        var now = sources.clock().instant();
        var since = sources.changes().changes().base().shown().filter(base -> base.isBefore(now)).orElse(now);
        var facts = sources.poolSources().sources().stream().map(HandOverModel::now).toList();
        var filterText = onlyShown.get() ? sources.pools().filter().text() : "";
        var filter = filter();
        var known = Map.copyOf(jobs);
        var notes = note.get().isBlank() ? List.<String>of() : List.of(note.get().strip());
        latestTask.start(
                _ -> HandOver.of(new HandOverFacts(since, now,
                        facts.stream().map(source -> withEarlier(source, since)).toList(), filterText, filter,
                        sources.earlierPools().changesSince(now.minus(LONGEST)), known, notes)),
                made -> handOver.set(Optional.of(made)));
    }

    private static HandOverFacts.Source now(PoolSource source) {
        Optional<InventoryPart.Cause> cause = source.outcome() instanceof RefreshState.Failed(var failure, var _, var _)
                ? Optional.of(failure)
                : Optional.empty();
        return new HandOverFacts.Source(source.connection().id(), source.connection().name(), source.inventory(), cause,
                Optional.empty(), WatchedPeriods.never(EarlierPools.LONGEST_PAUSE), source.plannedMaintenance());
    }

    private HandOverFacts.Source withEarlier(HandOverFacts.Source source, Instant since) {
        return new HandOverFacts.Source(source.connectionId(), source.connection(), source.now(), source.cause(),
                sources.earlierPools()
                        .at(source.connectionId(), since)
                        .map(known -> new HandOverFacts.Earlier(known.readAt(), known.pools())),
                sources.earlierPools().watched(source.connectionId()), source.maintenance());
    }

    /// Reads the jobs of the pools that are handed over, pool after pool.
    void readJobs() {
        Map<String, PoolSource> byConnection = new HashMap<>();
        sources.poolSources().sources().forEach(source -> byConnection.put(source.connection().id(), source));
        var wanted = unread();
        readingJobs.set(true);
        jobsReading.start(progress -> jobs(wanted, byConnection, progress));
    }

    /// Until one can't be read: the others would mostly fail too, and the hand-over says of how many they were read.
    private static Map<PoolKey, List<PoolJob>> jobs(List<Pool> pools, Map<String, PoolSource> byConnection,
            LongConsumer progress) throws InterruptedException {
        Map<PoolKey, List<PoolJob>> read = new HashMap<>();
        List<String> refused = new ArrayList<>();
        for (var pool : pools) {
            String id = pool.poolOrigin().connectionId();
            if (refused.contains(id) || !byConnection.containsKey(id)) continue;
            try {
                read.put(PoolKey.of(pool), byConnection.get(id).contents().jobs(pool.key()).items());
                progress.accept(read.size());
            } catch (ApiException e) {
                LOG.log(System.Logger.Level.INFO, "Jobs were not read: {0}", e.failure().name());
                refused.add(id);
            }
        }
        return read;
    }

    private void onJobs(BackgroundJob.State<Map<PoolKey, List<PoolJob>>> state) {
        readingJobs.set(state instanceof BackgroundJob.State.Running);
        if (state instanceof BackgroundJob.State.Done<Map<PoolKey, List<PoolJob>>>(var read)) {
            jobs.putAll(read);
            make();
        }
    }

    private void cancelJobs() {
        jobsReading.cancel();
        latestTask.cancel();
    }

    /// Writes the report; the operator agreed to replace the file of that name.
    ///
    /// @param chosen
    ///            path of the file; without an ending it gets that of Markdown, and then no file is replaced
    void save(String chosen, String markdown) {
        boolean isNamed = chosen.matches("(?i).*\\.(md|txt|markdown)");
        byte[] bytes = markdown.getBytes(StandardCharsets.UTF_8);
        fileWriter.write(ExportFile.chosen(chosen, isNamed, ".md"), out -> {
            out.write(bytes);
            return 1;
        });
    }

    @Override
    public void close() {
        latestTask.close();
        jobsReading.close();
        fileWriter.close();
    }
}
