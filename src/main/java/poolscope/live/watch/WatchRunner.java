package poolscope.live.watch;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ListChangeListener;
import javafx.util.Subscription;
import poolscope.connection.ServiceAndProject;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshPolicy;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestSaver;
import poolscope.live.background.SaveStatus;
import poolscope.live.background.SecondTicker;
import poolscope.pool.Inventory;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchState;
import poolscope.settings.FileNotice;
import poolscope.settings.WatchRulesAndStateFiles;

/// Evaluates the watch rules after each refresh, in the background, and notifies of what they find. For the FX thread.
public final class WatchRunner implements AutoCloseable {
    private final Parts parts;
    private final ReadOnlyObjectWrapper<WatchState> state;
    private final SaveStatus saveStatus;
    private final Path file;
    private final LatestSaver<WatchState> saver;
    private final LatestPoolsOfWatchedConnections readings = new LatestPoolsOfWatchedConnections();
    private final WatchInterruptionTracker interruptions = new WatchInterruptionTracker();
    private final WatchNotificationCollector pending = new WatchNotificationCollector();
    private boolean isEvaluating;
    private boolean isOutdated;
    private final ListChangeListener<ObservableConnectionInventory> onSources = _ -> watchSources();
    private Subscription sources = Subscription.EMPTY;
    private final Subscription subscriptions;

    /// Dependencies.
    ///
    /// @param zone
    ///            of dates in filters
    /// @param policy
    ///            when a connection is refreshed
    /// @param notifier
    ///            shows a notification; called on the FX thread
    public record Parts(ObservableTickedConnectionPools observableTickedConnectionPools, ObservableWatchRules rules,
            SecondTicker secondTicker, Supplier<ZoneId> zone, Function<ServiceAndProject, RefreshPolicy> policy,
            BackgroundAndFxExecutors executors, Consumer<WatchNotification> notifier) {}

    /// Starts to watch.
    public WatchRunner(WatchState loaded, WatchRulesAndStateFiles files, Parts parts) {
        this.parts = parts;
        state = new ReadOnlyObjectWrapper<>(this, "state", loaded);
        saveStatus = new SaveStatus(parts.executors().fx());
        file = files.statePath();
        saver = new LatestSaver<>(loaded, now -> saveStatus.attempt(() -> files.save(now)),
                parts.executors().background(), parts.executors().saveTimeLimit());
        parts.observableTickedConnectionPools().sources().addListener(onSources);
        subscriptions = Subscription.combine(parts.rules().rulesProperty().subscribe((_, now) -> onRulesChanged(now)),
                parts.observableTickedConnectionPools().allConnectionsStatusProperty().subscribe((_, _) -> follow()),
                parts.secondTicker().nowProperty().subscribe((_, _) -> follow()));
        watchSources();
    }

    /// What the rules have found.
    public ReadOnlyObjectProperty<WatchState> stateProperty() {
        return state.getReadOnlyProperty();
    }

    /// Why it could not be saved; empty when it is saved.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> saveProblemProperty() {
        return saveStatus.problemProperty();
    }

    /// Whether a rule watches now.
    public WatchRuleStatus status(WatchRule rule) {
        return WatchRuleStatus.of(rule,
                parts.observableTickedConnectionPools()
                        .sources()
                        .stream()
                        .map(ObservableConnectionInventory::serviceAndProject)
                        .toList(),
                interruptions.current(), !state.get().matchesOf(rule).byConnection().isEmpty(),
                parts.secondTicker().now(), parts.zone().get());
    }

    /// The hits were seen by the operator.
    public void markSeen() {
        if (state.get().unseenHits() > 0) save(state.get().withAllSeen());
    }

    private List<String> ticked() {
        return parts.observableTickedConnectionPools()
                .sources()
                .stream()
                .map(source -> source.serviceAndProject().id())
                .toList();
    }

    private void watchSources() {
        sources.unsubscribe();
        readings.retain(ticked());
        sources = parts.observableTickedConnectionPools()
                .sources()
                .stream()
                .map(source -> source.inventoryProperty()
                        .subscribe((Optional<Inventory> now) -> now
                                .ifPresent(read -> add(source.serviceAndProject(), read))))
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    private void add(ServiceAndProject serviceAndProject, Inventory read) {
        if (readings.add(serviceAndProject, read)) evaluate();
    }

    private void onRulesChanged(List<WatchRule> now) {
        save(state.get().only(now));
        evaluate();
        follow();
    }

    /// One evaluation at a time: each needs the result of the one before.
    private void evaluate() {
        isOutdated = true;
        var rules = parts.rules().rules();
        if (isEvaluating || rules.isEmpty()) return;
        isEvaluating = true;
        isOutdated = false;
        var evaluation = readings.evaluation(ticked(), rules, state.get(), parts.zone().get());
        parts.executors().background().execute(() -> {
            var evaluated = evaluation.run();
            parts.executors().fx().execute(() -> publish(evaluated));
        });
    }

    private void publish(LatestPoolsOfWatchedConnections.Evaluated evaluated) {
        isEvaluating = false;
        readings.keep(evaluated);
        var next = state.get();
        for (var one : evaluated.round().matches().entrySet())
            next = next.withMatches(one.getKey(), one.getValue());
        var hits = evaluated.round()
                .hits()
                .stream()
                .filter(hit -> parts.rules().find(hit.ruleId()).isPresent())
                .toList();
        next = next.only(parts.rules().rules()).logging(hits.stream().map(WatchLogEntry.Hit::new).toList());
        // times that changed alone are not saved each time
        if (evaluated.round().hasChanged()) save(next);
        else
            state.set(next);
        pending.add(hits, parts.secondTicker().now());
        if (isOutdated) evaluate();
        follow();
    }

    /// Updates which connections can't be watched, and shows a notification once no connection is being read.
    private void follow() {
        var now = parts.secondTicker().now();
        var active = parts.rules().rules().stream().filter(rule -> !rule.isPaused()).toList();
        var watched = parts.observableTickedConnectionPools()
                .allConnectionsStatus()
                .lines()
                .stream()
                .filter(source -> active.stream().anyMatch(rule -> rule.watches(source.serviceAndProject().id())))
                .toList();
        var names = watched.stream()
                .collect(Collectors.toMap(one -> one.serviceAndProject().id(), one -> one.serviceAndProject().name(),
                        (first, _) -> first));
        var entries = interruptions.follow(watched.stream()
                .flatMap(source -> ConnectionWatchInterruption
                        .of(source, parts.policy().apply(source.serviceAndProject()), now)
                        .stream())
                .toList(), names, now);
        if (!entries.isEmpty()) save(state.get().logging(entries));
        pending.addInterruptions(entries, now);
        boolean isReading = isEvaluating || parts.observableTickedConnectionPools().allConnectionsStatus().isLoading();
        pending.due(isReading, parts.rules().rules(), state.get().lastNotified(), now).ifPresent(due -> {
            save(state.get().withNotified(due.lastNotified()));
            parts.notifier().accept(due.notification());
        });
    }

    private void save(WatchState next) {
        state.set(next);
        saver.save(next);
    }

    /// Saves what matched last at once, and waits for that for a limited time.
    ///
    /// @return what could not be saved
    public List<FileNotice.NotSaved> saveNow() {
        keepLatest();
        return saver.saveNow() ? List.of() : List.of(saveStatus.notSaved(file));
    }

    private void keepLatest() {
        if (!parts.rules().rules().isEmpty()) saver.save(state.get());
    }

    /// Stops watching and saves what was found, with all times.
    @Override
    public void close() {
        subscriptions.unsubscribe();
        sources.unsubscribe();
        parts.observableTickedConnectionPools().sources().removeListener(onSources);
        keepLatest();
        saver.close();
    }
}
