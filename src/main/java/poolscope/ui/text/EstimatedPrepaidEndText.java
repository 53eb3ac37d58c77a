package poolscope.ui.text;

import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import poolscope.pool.Billing;
import poolscope.pool.EstimatedPrepaidEnd;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.Pool;

/// Formats the estimated end of a prepaid period: always in brackets, and with its calculation in the tooltip.
final class EstimatedPrepaidEndText {
    private final Texts texts;
    private final InstantSource clock;

    EstimatedPrepaidEndText(Texts texts, InstantSource clock) {
        this.texts = texts;
        this.clock = clock;
    }

    /// The day in brackets, and whether it has passed.
    String cell(LocalDate end) {
        return texts.format(isPast(end) ? "estimate.past" : "estimate.end", end);
    }

    /// The calculation for one pool, or why there is none.
    ///
    /// @param paidAhead
    ///            the period in words, such as *12 months*
    String whole(Pool pool, String paidAhead) {
        return switch (EstimatedPrepaidEnd.of(pool)) {
            case EstimatedPrepaidEnd.None none -> texts.format("estimate.none", reason(none, pool));
            case EstimatedPrepaidEnd.On on -> calculation(on, paidAhead);
        };
    }

    /// Why there is no estimate, for the place of the value.
    String reason(EstimatedPrepaidEnd.None none, Pool pool) {
        var reason = none.reason();
        return reason == EstimatedPrepaidEnd.Reason.OTHER_UNIT && pool.billing() instanceof Billing.Prepaid prepaid
                ? texts.format("estimate.OTHER_UNIT", ExternalTextCleaner.of(prepaid.periodType().asText("")))
                : texts.format("estimate." + reason.name());
    }

    private String calculation(EstimatedPrepaidEnd.On on, String paidAhead) {
        List<String> lines = new ArrayList<>();
        lines.add(texts.format("estimate.calculation", on.start(), paidAhead, on.end()));
        if (on.isLastOfShorterMonth()) lines.add(texts.format("estimate.shorterMonth"));
        if (isPast(on.end())) lines.add(texts.format("estimate.past.meaning"));
        lines.add(texts.format("estimate.formula"));
        return String.join("\n", lines);
    }

    private boolean isPast(LocalDate end) {
        return end.isBefore(EstimatedPrepaidEnd.day(clock.instant()));
    }
}
