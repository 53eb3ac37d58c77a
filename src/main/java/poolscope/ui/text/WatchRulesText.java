package poolscope.ui.text;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.desktop.DesktopNotifications.Availability;
import poolscope.live.watch.ConnectionWatchInterruption;
import poolscope.live.watch.WatchNotification;
import poolscope.live.watch.WatchRuleStatus;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.watch.ConnectionWatchObstacle;
import poolscope.pool.watch.ParsedWatchFilter;
import poolscope.pool.watch.WatchLogEntry;
import poolscope.pool.watch.WatchRule;
import poolscope.pool.watch.WatchRuleMatchChange;

/// Formats watch rules, their log and their notifications.
public final class WatchRulesText {
    private static final int NAMES_IN_LOG = 20;
    private static final int NAMES_IN_NOTIFICATION = 5;
    private static final int LONGEST_NAME = 60;
    private static final int LINES_OF_NOTIFICATION = 5;
    private static final Duration DAY = Duration.ofHours(18);

    private final Texts texts;
    private final TimeText times;
    private final FilterText filters;

    /// A notification in words.
    public record Notice(String title, String body) {}

    public WatchRulesText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
        filters = new FilterText(texts);
    }

    /// The name of a rule.
    public String name(WatchRule rule) {
        return ExternalTextCleaner.of(rule.name());
    }

    /// The name of a connection.
    public String connection(String name) {
        return ExternalTextCleaner.of(name, LONGEST_NAME, "…");
    }

    public String number(int number) {
        return texts.format("watch.number", number);
    }

    /// Which change a rule is about.
    public String trigger(WatchRule.Trigger trigger) {
        return texts.format("watch.trigger." + trigger.name());
    }

    /// Whether a rule watches, and if not, why.
    public String state(WatchRuleStatus status, Instant now) {
        return switch (status) {
            case WatchRuleStatus.Watching _ -> texts.format("watch.state.watching");
            case WatchRuleStatus.Waiting _ -> texts.format("watch.state.waiting");
            case WatchRuleStatus.Paused _ -> texts.format("watch.state.paused");
            case WatchRuleStatus.NotTicked _ -> texts.format("watch.state.notTicked");
            case WatchRuleStatus.Snoozed(var until) -> texts.format("watch.state.snoozed", clock(until));
            case WatchRuleStatus.Faulty(ParsedWatchFilter.Invalid(var problem)) ->
                texts.format("watch.state.faulty", filters.problem(problem));
            case WatchRuleStatus.Faulty _ -> texts.format("watch.state.faulty", texts.format("watch.faulty.nodes"));
            case WatchRuleStatus.Interrupted(var connections) -> connections.stream()
                    .map(one -> interruption(one, now))
                    .collect(Collectors.joining(texts.format("watch.join")));
        };
    }

    private String interruption(ConnectionWatchInterruption one, Instant now) {
        if (one.obstacle() == ConnectionWatchObstacle.INCOMPLETE)
            return texts.format("watch.state.incomplete", connection(one.connection()));
        return one.readAt()
                .map(at -> texts.format("watch.state.stale", connection(one.connection()), when(at, now),
                        obstacle(one.obstacle())))
                .orElseGet(() -> texts.format("watch.state.cannot", connection(one.connection()),
                        obstacle(one.obstacle())));
    }

    private String obstacle(ConnectionWatchObstacle obstacle) {
        return texts.format("watch.obstacle." + obstacle.name());
    }

    /// A line of the log.
    public String entry(WatchLogEntry entry) {
        var at = times.moment(entry.at());
        return texts.format("watch.entry", at, switch (entry) {
            case WatchLogEntry.Hit(var hit) -> sentence(hit, NAMES_IN_LOG);
            case WatchLogEntry.Interrupted(var _, var connection, var obstacle) ->
                texts.format("watch.cannot", connection(connection), obstacle(obstacle));
            case WatchLogEntry.Resumed(var _, var connection) -> texts.format("watch.again", connection(connection));
        });
    }

    /// Time and number of a hit.
    public String brief(WatchRuleMatchChange hit) {
        return texts.format("watch.brief." + hit.kind().name(), times.moment(hit.at()), hit.count());
    }

    private String sentence(WatchRuleMatchChange hit, int mostNames) {
        return texts.format("watch.hit." + hit.kind().name(), ExternalTextCleaner.of(hit.ruleName()), hit.count(),
                names(hit, mostNames), connection(hit.connection()), since(hit));
    }

    private String names(WatchRuleMatchChange hit, int most) {
        var named = hit.pools().stream().limit(most).map(pool -> {
            var name = ExternalTextCleaner.of(pool.name(), LONGEST_NAME, "…");
            return pool.isGone() ? texts.format("watch.gone", name) : name;
        });
        int rest = hit.count() - Math.min(most, hit.pools().size());
        return Stream.concat(named, rest > 0 ? Stream.of(texts.format("watch.more", rest)) : Stream.empty())
                .collect(Collectors.joining(texts.format("watch.names.join")));
    }

    /// When the change can have been, if nobody watched for long.
    private String since(WatchRuleMatchChange hit) {
        return hit.isAfterGap() ? texts.format("watch.since", when(hit.since(), hit.at())) : "";
    }

    /// The time of day, with the day if that was another one.
    private String when(Instant at, Instant now) {
        return Duration.between(at, now).compareTo(DAY) > 0 ? times.moment(at) : clock(at);
    }

    private String clock(Instant at) {
        return times.clock(at).substring(0, "00:00".length());
    }

    /// One notification for all hits: the title says it all when there is one.
    public Notice notice(WatchNotification notification) {
        List<String> lines = new ArrayList<>();
        notification.hits().forEach(hit -> lines.add(sentence(hit, NAMES_IN_NOTIFICATION)));
        notification.interrupted()
                .forEach(one -> lines
                        .add(texts.format("watch.cannot", connection(one.connection()), obstacle(one.obstacle()))));
        int rest = lines.size() - LINES_OF_NOTIFICATION;
        var body = Stream
                .concat(lines.stream().limit(LINES_OF_NOTIFICATION),
                        rest > 0 ? Stream.of(texts.format("watch.notice.more", rest)) : Stream.empty())
                .collect(Collectors.joining("\n"));
        return new Notice(title(notification), body);
    }

    private String title(WatchNotification notification) {
        var hits = notification.hits();
        if (hits.isEmpty()) return texts.format("watch.notice.cannot");
        if (hits.stream().map(WatchRuleMatchChange::ruleId).distinct().count() > 1)
            return texts.format("watch.notice.several",
                    hits.stream().map(WatchRuleMatchChange::ruleId).distinct().count());
        return texts.format("watch.notice.one", ExternalTextCleaner.of(hits.getFirst().ruleName()),
                hits.stream().mapToInt(WatchRuleMatchChange::count).sum());
    }

    /// Whether the system shows notifications.
    public boolean isAvailable(Availability availability) {
        return availability instanceof Availability.Available;
    }

    /// Whether the system shows notifications, and how the last one went.
    ///
    /// @param lastShown
    ///            whether the system has taken the last one; empty before the first
    public String desktop(Availability availability, Optional<Boolean> lastShown) {
        var sentence = switch (availability) {
            case Availability.Available(var service) ->
                texts.format("watch.desktop.available", ExternalTextCleaner.of(service, LONGEST_NAME, "…"));
            case Availability.Unavailable(var reason) ->
                texts.format("watch.desktop.unavailable", texts.format("watch.desktop." + reason.name()));
        };
        return lastShown.filter(_ -> isAvailable(availability))
                .map(shown -> texts.sentences(
                        List.of(sentence, texts.format(shown ? "watch.desktop.taken" : "watch.desktop.refused"))))
                .orElse(sentence);
    }
}
