package poolscope.ui.main;

import java.util.List;
import java.util.Optional;
import poolscope.pool.PoolField;
import poolscope.ui.export.CopyModel;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.Texts;

/// What the parts of the status bar say now. The brief form of a part is for a bar without room for all of it.
final class StatusBarTexts {
    private final MainWindowModel model;
    private final StatusBarController.Contents contents;
    private final StatusBarController.Formatters formatters;
    private final Texts texts;

    StatusBarTexts(MainWindowModel model, StatusBarController.Contents contents,
            StatusBarController.Formatters formatters) {
        this.model = model;
        this.contents = contents;
        this.formatters = formatters;
        texts = formatters.texts();
    }

    /// The last action, or else the progress of a refresh, or else how many pools are shown.
    String activity() {
        return contents.copies()
                .copiedProperty()
                .get()
                .map(this::outcome)
                .or(() -> contents.snapshots()
                        .beingOpenedProperty()
                        .get()
                        .map(new SnapshotText(texts, formatters.times())::reading))
                .or(() -> model.reading().map(formatters.states()::progress).map(this::ofNow))
                .orElseGet(this::shownPools);
    }

    /// All that the bar says, at full length.
    List<String> all() {
        return List.of(activity(), selection(), changes(), age(), refresh());
    }

    private String shownPools() {
        var arrangedPools = contents.pools().arrangedPools();
        return arrangedPools.set().size() == 0
                ? ""
                : texts.format("status.shown", arrangedPools.size(), arrangedPools.set().size());
    }

    private String outcome(CopyModel.Outcome last) {
        return switch (last) {
            case CopyModel.Copied copied -> copied(copied);
            case CopyModel.Refused _ -> texts.format("copy.refused");
        };
    }

    private String copied(CopyModel.Copied last) {
        return switch (last.kind()) {
            case CELL -> texts.format("status.copied.cell");
            case CURL -> texts.format("status.copied.curl");
            case HCLOUD -> texts.format("status.copied.hcloud");
            case LINES, COMMA_LIST -> texts.format("status.copied.values", last.rows());
            case DETAILS -> texts.format("status.copied.details", last.rows());
            case ROWS, WITH_HEADER, AS_SHOWN, TICKET, JSON, MARKDOWN -> texts.format("status.copied", last.rows());
        };
    }

    /// When the next refresh is.
    String refresh() {
        if (model.isRefreshStopped()) return texts.format("auto.stopped");
        return model.nextRetry()
                .map(formatters.states()::nextTry)
                .orElseGet(() -> model.isLate()
                        ? texts.format("auto.late")
                        : texts.format("auto." + model.refreshIntervalProperty().get().name()));
    }

    /// How many pools are selected, and what they add up to: the sum of the current column, or else of
    /// the accelerators.
    String selection() {
        int shown = contents.pools().selection().count();
        var poolTotals = contents.pools().selectedTotalsProperty().get();
        var count = selectionCount("status.selected.hidden");
        if (shown <= 1 || poolTotals.pools() != shown) return count;
        var field = contents.pools()
                .currentColumnProperty()
                .get()
                .filter(PoolField::isSummed)
                .orElse(PoolField.ACCELERATORS);
        return count + texts.format("status.join") + formatters.fields().totals().summary(field, poolTotals);
    }

    String briefSelection() {
        return selectionCount("status.selected.hidden.brief");
    }

    private String selectionCount(String keyWithHidden) {
        var selection = contents.pools().selection();
        int shown = selection.count();
        int hidden = selection.hiddenProperty().get();
        if (hidden > 0) return texts.format(keyWithHidden, shown, hidden);
        return shown > 0 ? texts.format("status.selected", shown) : "";
    }

    String changes() {
        return ofNow(formatters.changes().summary(contents.changes().changes()));
    }

    String briefChanges() {
        return ofNow(formatters.changes().brief(contents.changes().changes()));
    }

    /// How old the data is, or which earlier moment is shown.
    String age() {
        return earlier().or(() -> model.readAt().map(at -> formatters.states().age(at, model.nowProperty().get())))
                .orElse("");
    }

    String briefAge() {
        return earlier().or(() -> model.readAt().map(at -> formatters.states().briefAge(at, model.nowProperty().get())))
                .orElse("");
    }

    /// Whether the pools shown are not those of now.
    boolean isEarlier() {
        return earlier().isPresent();
    }

    private Optional<String> earlier() {
        var moment = contents.moment();
        if (moment.fileProperty().get().isPresent()) return Optional.of(texts.format("status.file"));
        return moment.shownProperty()
                .get()
                .map(shown -> texts.format("status.earlier", formatters.times().moment(shown.moment())));
    }

    /// Says of what is about now that it is, while other pools are shown.
    private String ofNow(String text) {
        return isEarlier() && !text.isEmpty() ? texts.format("status.ofNow", text) : text;
    }
}
