package poolscope.ui.watch;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ObservableValue;
import poolscope.connection.SavedConnection;
import poolscope.connection.ServiceAndProject;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.background.SecondTicker;
import poolscope.live.watch.BackgroundDesktopNotifier;
import poolscope.live.watch.ObservableWatchRules;
import poolscope.live.watch.WatchRuleStatus;
import poolscope.live.watch.WatchRunner;
import poolscope.pool.filter.FilterProblem;
import poolscope.pool.watch.ParsedWatchFilter;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;
import poolscope.pool.watch.WatchState;
import poolscope.settings.RefreshInterval;
import poolscope.ui.pools.FilterModel;

/// The watch rules: what they find, and their editing.
public final class WatchRulesModel {
    /// How long a rule is snoozed.
    public static final Duration SNOOZE = Duration.ofHours(1);

    private final Dependencies parts;

    /// Dependencies.
    ///
    /// @param refreshInterval
    ///            of the automatic refresh
    public record Dependencies(ObservableWatchRules rules, WatchRunner runner, FilterModel filter,
            ObservableConnections observableConnections,
            ObservableTickedConnectionPools observableTickedConnectionPools, SecondTicker secondTicker,
            BackgroundDesktopNotifier notifier, ObservableValue<RefreshInterval> refreshInterval) {}

    /// A rule as the list shows it.
    ///
    /// @param matching
    ///            number of pools that match now; empty while unknown
    /// @param lastHit
    ///            in the log
    public record Line(WatchRule rule, WatchRuleStatus status, Optional<Integer> matching,
            Optional<WatchRuleMatchChange> lastHit) {}

    /// Why a rule can't be kept.
    public sealed interface Refusal {
        record NameMissing() implements Refusal {}

        record FilterInvalid(FilterProblem problem) implements Refusal {}

        record FilterNeedsNodes() implements Refusal {}

        record FilterTooLong() implements Refusal {}

        record NoConnection() implements Refusal {}
    }

    /// What the form holds.
    ///
    /// @param connections
    ///            ids; empty for all that are ticked
    public record Draft(String name, String filter, WatchRule.Trigger trigger, boolean isForAll,
            List<String> connections) {}

    public WatchRulesModel(Dependencies parts) {
        this.parts = parts;
    }

    /// The rules, in the order in which they were made.
    ReadOnlyObjectProperty<List<WatchRule>> rulesProperty() {
        return parts.rules().rulesProperty();
    }

    /// What the rules have found.
    ReadOnlyObjectProperty<WatchState> stateProperty() {
        return parts.runner().stateProperty();
    }

    /// Changes when states and ages must be shown anew.
    ReadOnlyObjectProperty<Instant> nowProperty() {
        return parts.secondTicker().nowProperty();
    }

    /// The system's notifications.
    BackgroundDesktopNotifier notifier() {
        return parts.notifier();
    }

    /// Whether the automatic refresh is off.
    boolean isRefreshOff() {
        return parts.refreshInterval().getValue() == RefreshInterval.OFF;
    }

    /// The number of hits that were not seen.
    public ObservableValue<Integer> unseen() {
        return stateProperty().map(WatchState::unseenHits);
    }

    List<Line> lines() {
        var state = stateProperty().get();
        return rulesProperty().get().stream().map(rule -> {
            var matches = state.matchesOf(rule);
            return new Line(rule, parts.runner().status(rule),
                    Optional.of(matches.count()).filter(_ -> !matches.byConnection().isEmpty()), lastHit(rule, state));
        }).toList();
    }

    private static Optional<WatchRuleMatchChange> lastHit(WatchRule rule, WatchState state) {
        return state.log()
                .reversed()
                .stream()
                .flatMap(entry -> entry instanceof WatchLogEntry.Hit(var hit) ? Stream.of(hit) : Stream.empty())
                .filter(hit -> hit.ruleId().equals(rule.id()))
                .findFirst();
    }

    /// Whether a rule that should watch can't.
    boolean isInterrupted() {
        return lines().stream()
                .anyMatch(line -> line.status() instanceof WatchRuleStatus.Interrupted
                        || line.status() instanceof WatchRuleStatus.Faulty);
    }

    /// The connections that a rule can be bound to.
    List<ServiceAndProject> connections() {
        var saved = parts.observableConnections()
                .saved()
                .all()
                .stream()
                .map(SavedConnection::serviceAndProject)
                .toList();
        return saved.isEmpty()
                ? parts.observableTickedConnectionPools()
                        .sources()
                        .stream()
                        .map(ObservableConnectionInventory::serviceAndProject)
                        .toList()
                : saved;
    }

    /// The form of a new rule: of the filter in force.
    Draft draft() {
        return new Draft("", parts.filter().text(), WatchRule.Trigger.STARTS, true, List.of());
    }

    static Draft draft(WatchRule rule) {
        return new Draft(rule.name(), rule.filter(), rule.trigger(), rule.connections().isEmpty(), rule.connections());
    }

    /// What is wrong with the filter of the form.
    Optional<Refusal> refusal(String filter) {
        if (filter.length() > WatchRule.LONGEST_FILTER) return Optional.of(new Refusal.FilterTooLong());
        return switch (ParsedWatchFilter.of(filter, parts.filter().zone())) {
            case ParsedWatchFilter.Valid _ -> Optional.empty();
            case ParsedWatchFilter.Invalid(var problem) -> Optional.of(new Refusal.FilterInvalid(problem));
            case ParsedWatchFilter.NeedsNodes _ -> Optional.of(new Refusal.FilterNeedsNodes());
        };
    }

    /// Keeps a new rule, or a changed one.
    ///
    /// @return why not; empty when it is kept
    Optional<Refusal> keep(Optional<WatchRule> before, Draft draft) {
        var name = draft.name().strip();
        if (!WatchRule.isName(name)) return Optional.of(new Refusal.NameMissing());
        var wrong = refusal(draft.filter());
        if (wrong.isPresent()) return wrong;
        if (!draft.isForAll() && draft.connections().isEmpty()) return Optional.of(new Refusal.NoConnection());
        parts.rules()
                .keep(new WatchRule(before.map(WatchRule::id).orElseGet(() -> UUID.randomUUID().toString()), name,
                        draft.filter().strip(), draft.trigger(), draft.isForAll() ? List.of() : draft.connections(),
                        before.filter(WatchRule::isPaused).isPresent(), before.flatMap(WatchRule::snoozedUntil)));
        return Optional.empty();
    }

    void restore(WatchRule deleted) {
        parts.rules().keep(deleted);
    }

    void delete(WatchRule rule) {
        parts.rules().remove(rule.id());
    }

    /// Pauses a rule, or resumes it.
    void togglePause(WatchRule rule) {
        parts.rules().change(rule.id(), one -> one.withPaused(!one.isPaused()));
    }

    /// No notifications of a rule for an hour, or again from now on.
    void toggleSnooze(WatchRule rule) {
        var now = parts.secondTicker().now();
        parts.rules()
                .change(rule.id(), one -> one
                        .withSnoozedUntil(one.isSnoozed(now) ? Optional.empty() : Optional.of(now.plus(SNOOZE))));
    }

    boolean isSnoozed(WatchRule rule) {
        return rule.isSnoozed(parts.secondTicker().now());
    }

    /// Shows the pools that match a rule: puts its filter into the filter bar.
    void showPools(WatchRule rule) {
        parts.filter().setText(rule.filter());
    }

    /// Shows the pools of the rules with unseen hits, which are seen from now on.
    ///
    /// @return whether there is one such rule; of several, the list must be shown
    public boolean showUnseen() {
        return showPools(stateProperty().get().unseen());
    }

    /// Shows the pools of the rule that these hits are of, and marks all hits as seen.
    ///
    /// @return whether it is one rule
    public boolean showPools(Collection<WatchRuleMatchChange> hits) {
        var ids = hits.stream().map(WatchRuleMatchChange::ruleId).distinct().toList();
        var rule = ids.size() == 1 ? parts.rules().find(ids.getFirst()) : Optional.<WatchRule>empty();
        rule.ifPresent(one -> {
            showPools(one);
            markSeen();
        });
        return rule.isPresent();
    }

    void markSeen() {
        parts.runner().markSeen();
    }
}
