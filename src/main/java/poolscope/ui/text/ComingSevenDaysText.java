package poolscope.ui.text;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import poolscope.handover.ComingMaintenance;
import poolscope.handover.HandOver;
import poolscope.handover.PrepaidPeriodEndingSoon;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.Pool;
import poolscope.pool.node.ScheduledEvent;

/// The lines of the hand-over's coming seven days, nearest first.
final class ComingSevenDaysText {
    private final Texts texts;
    private final TimeText times;
    private final Function<Pool, String> name;
    private final ScheduledEventText events;

    /// A line with its day, as in `2026-03-01`.
    private record Dated(String day, String line) {}

    /// @param name
    ///            what a pool is called in the report
    ComingSevenDaysText(Texts texts, TimeText times, Function<Pool, String> name) {
        this.texts = texts;
        this.times = times;
        this.name = name;
        events = new ScheduledEventText(texts);
    }

    /// @param withEstimates
    ///            whether prepaid periods that end by estimate are named; they have a day but no time of day, and come
    ///            after the maintenance of their day
    List<String> lines(HandOver handOver, boolean withEstimates) {
        var maintenance = handOver.coming().stream().map(one -> new Dated(times.day(one.begins()), maintenance(one)));
        var ends = handOver.periodEnds()
                .stream()
                .filter(_ -> withEstimates)
                .map(one -> new Dated(one.end().toString(), periodEnd(one)));
        return Stream.concat(maintenance, ends).sorted(Comparator.comparing(Dated::day)).map(Dated::line).toList();
    }

    private String periodEnd(PrepaidPeriodEndingSoon one) {
        return texts.format("handover.coming.line", texts.format("estimate.end", one.end()), name.apply(one.pool()),
                texts.format("handover.coming.periodEnd"));
    }

    private String maintenance(ComingMaintenance coming) {
        String what = coming.event().map(this::event).orElse(texts.format("handover.coming.unknown"));
        return texts.format("handover.coming.line", times.moment(coming.begins()), name.apply(coming.pool()), what);
    }

    private String event(ScheduledEvent event) {
        return texts.format("handover.coming.event", events.type(event),
                cleaned(event.node().asText(PoolFieldText.UNKNOWN)), state(event));
    }

    private String state(ScheduledEvent event) {
        return event.awaitsConsent()
                ? texts.format("handover.coming.consent")
                : cleaned(event.state().asText(PoolFieldText.UNKNOWN));
    }

    private static String cleaned(String text) {
        return ExternalTextCleaner.of(text);
    }
}
