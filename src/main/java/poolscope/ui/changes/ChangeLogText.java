package poolscope.ui.changes;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.live.changes.PoolChanges;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// The cells of a line of the change log.
final class ChangeLogText {
    private final Texts texts;
    private final PoolFieldText fields;
    private final ChangeText changes;

    ChangeLogText(Texts texts, PoolFieldText fields, ChangeText changes) {
        this.texts = texts;
        this.fields = fields;
        this.changes = changes;
    }

    String seen(ChangeLogLine line) {
        return line instanceof ChangeLogLine.Unwatched unwatched
                ? texts.format("changes.period", changes.moment(unwatched.seenAt()), changes.moment(unwatched.until()))
                : changes.moment(line.seenAt());
    }

    String connection(ChangeLogLine line) {
        return line.connection();
    }

    /// The pool; of what concerns a whole connection, what it is.
    String pool(ChangeLogLine line) {
        return switch (line) {
            case ChangeLogLine.OfEntry one -> name(one.entry().change().pool());
            case ChangeLogLine.OfConnection(var change) -> changes.whole(change);
            case ChangeLogLine.FirstReading first -> texts.format("changes.firstReading", first.pools());
            case ChangeLogLine.Unwatched _ -> texts.format("changes.unwatched");
        };
    }

    private String name(Pool pool) {
        return fields.cell(PoolField.NAME, pool.poolNamesAndOwner().name());
    }

    /// The field; of a time that was not watched, why.
    String field(ChangeLogLine line) {
        return switch (line) {
            case ChangeLogLine.OfField(_, var change) -> fields.name(change.field());
            case ChangeLogLine.OfPool _ -> texts.format("changes.wholePool");
            case ChangeLogLine.Unwatched unwatched ->
                texts.format(unwatched.wasClosed() ? "changes.unwatched.closed" : "changes.unwatched.noAnswer");
            case ChangeLogLine.OfConnection _, ChangeLogLine.FirstReading _ -> "";
        };
    }

    String from(ChangeLogLine line) {
        return line instanceof ChangeLogLine.OfField(_, var change) ? changes.value(change, change.from()) : "";
    }

    String to(ChangeLogLine line) {
        return switch (line) {
            case ChangeLogLine.OfField(_, var change) -> changes.value(change, change.to());
            case ChangeLogLine.OfPool(var entry) -> changes.word(entry.change());
            case ChangeLogLine.OfConnection _, ChangeLogLine.FirstReading _, ChangeLogLine.Unwatched _ -> "";
        };
    }

    String meaning(ChangeLogLine line) {
        return changes.meaning(line.meaning());
    }

    Stream<String> cells(ChangeLogLine line) {
        return Stream.of(seen(line), connection(line), pool(line), field(line), from(line), to(line), meaning(line));
    }

    /// All words of a line.
    String all(ChangeLogLine line) {
        return cells(line).collect(Collectors.joining("\n"));
    }

    /// Why the table is empty.
    ///
    /// @param isFiltered
    ///            whether there are lines that are not looked for
    String nothing(PoolChanges now, boolean isFiltered) {
        if (isFiltered) return texts.format("changes.none.filtered");
        if (now.base().actual().isEmpty()) return texts.format("changes.none.unread");
        return texts.format("changes.none.watched", changes.since(now.base()));
    }
}
