package poolscope.ui.text;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.export.FileWriteOutcome;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.PoolContentsList;

/// Formats what is inside a pool: what is common to the lists of nodes, jobs and events. Each of them has a formatter
/// of its own.
public final class PoolContentsText {
    private final Texts texts;
    private final TimeText times;
    private final FailureText failures;
    private final NodeText nodes;
    private final JobText jobs;
    private final PoolEventText events;

    public PoolContentsText(Texts texts, PoolFieldText fields, TimeText times) {
        this.texts = texts;
        this.times = times;
        failures = new FailureText(texts);
        nodes = new NodeText(texts, fields, times, this);
        jobs = new JobText(texts, times, this);
        events = new PoolEventText(texts, this);
    }

    /// Of the item that copies the selected rows.
    public String copyRows() {
        return texts.format("contents.copy");
    }

    public NodeText nodes() {
        return nodes;
    }

    public JobText jobs() {
        return jobs;
    }

    public PoolEventText events() {
        return events;
    }

    public String name(PoolContentsColumn column) {
        return texts.format(column.id());
    }

    public String meaning(PoolContentsColumn column) {
        return texts.format(column.meaningId());
    }

    /// Why there is nothing to export.
    public String nothingToExport() {
        return texts.format("contents.export.not");
    }

    /// Why there is nothing to search.
    public String nothingToSearch() {
        return texts.format("contents.filter.not");
    }

    /// The unchanged text; a dash for a missing value.
    public String text(FieldValue fieldValue) {
        return switch (fieldValue) {
            case FieldValue.Text(String text) -> ExternalTextCleaner.of(text);
            case FieldValue.Number(BigDecimal number) -> number(number);
            case FieldValue.Unreadable(String raw) -> ExternalTextCleaner.of(raw);
            case FieldValue.Absent _, FieldValue.Portion _, FieldValue.Time _, FieldValue.Before _,
                    FieldValue.Day _, FieldValue.State _ ->
                PoolFieldText.UNKNOWN;
        };
    }

    String number(BigDecimal number) {
        return texts.format("node.number", number.setScale(1, RoundingMode.HALF_EVEN));
    }

    public String moment(FieldValue time) {
        return time instanceof FieldValue.Time(Instant instant) ? times.moment(instant) : text(time);
    }

    /// The title of the dialog that asks for a file.
    ///
    /// @param list
    ///            `nodes`, `jobs` or `events`
    public String exportTitle(String list) {
        return switch (list) {
            case "nodes" -> texts.format("nodes.export.title");
            case "jobs" -> texts.format("jobs.export.title");
            default -> texts.format("events.export.title");
        };
    }

    /// How many rows were written to which file, or why not.
    public String exported(FileWriteOutcome outcome) {
        return new FileWriteOutcomeText(texts).of(outcome, "nodes.exported");
    }

    public String reading() {
        return texts.format("nodes.reading");
    }

    /// That nothing of a list is shown, and what hides it; empty when nothing does.
    ///
    /// @param list
    ///            `nodes`, `jobs` or `events`
    /// @param hiding
    ///            the words sought, and what else is chosen
    public String noMatch(String list, List<String> hiding) {
        if (hiding.isEmpty()) return "";
        var what = hiding.stream()
                .map(part -> texts.format("contents.quoted", part))
                .collect(Collectors.joining(texts.format("list.join")));
        return switch (list) {
            case "nodes" -> texts.format("nodes.noMatch", what);
            case "jobs" -> texts.format("jobs.noMatch", what);
            default -> texts.format("events.noMatch", what);
        };
    }

    /// That a list is not whole, and why.
    public String notWhole(PoolContentsList<?> contents) {
        return contents.failure().isPresent() && contents.failure().get() instanceof Failure failure
                ? texts.format("nodes.notWhole.failed", failures.description(failure))
                : texts.format("nodes.notWhole");
    }

    /// The summary of a list, and that it is not whole when it isn't.
    public String summary(String summary, PoolContentsList<?> contents) {
        return texts.sentences(List.of(summary, contents.isWhole() ? "" : notWhole(contents)));
    }

    public String whatFailed(Throwable why) {
        return why instanceof ApiException e ? failures.description(e.failure()) : texts.format("failure.Unexpected");
    }

    /// That a list was not read, and why.
    public String notRead(Throwable why) {
        return texts.format("nodes.notRead", whatFailed(why));
    }

    public String advice(Throwable why) {
        return why instanceof ApiException e
                ? (failures.advice(e.failure()) + "\n" + failures.details(e.failure())).strip()
                : texts.format("failure.Unexpected.advice");
    }

    public String age(Instant readAt, Instant now) {
        return times.ago(readAt, now);
    }
}
