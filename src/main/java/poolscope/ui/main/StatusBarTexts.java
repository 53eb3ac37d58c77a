package poolscope.ui.main;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import poolscope.live.RefreshState;
import poolscope.pool.PoolField;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.export.CopyModel;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.Texts;

/// What the parts of the status bar say now. The brief form of a part is for a bar without room for all of it.
final class StatusBarTexts {
    private static final List<Duration> LONGEST_AGES = List.of(Duration.ZERO, Duration.ofSeconds(59),
            Duration.ofMinutes(59), Duration.ofHours(23));
    private static final int MOST_OFTEN = 999;

    private final MainWindowModel model;
    private final StatusBarController.Contents contents;
    private final StatusBarController.Formatters formatters;
    private final Texts texts;
    private boolean isArrangingLong;

    StatusBarTexts(MainWindowModel model, StatusBarController.Contents contents,
            StatusBarController.Formatters formatters) {
        this.model = model;
        this.contents = contents;
        this.formatters = formatters;
        texts = formatters.texts();
    }

    /// Whether the rows have not been as the operator asked for so long that it is said.
    void setArrangingLong(boolean isArrangingLong) {
        this.isArrangingLong = isArrangingLong;
    }

    /// That the rows are being arranged, or else the last action, or else the progress of a refresh, or else how many
    /// pools are shown: the whole text, then a brief one if there is one.
    List<String> activity() {
        if (isArrangingLong) return List.of(texts.format("status.arranging"));
        return contents.copies()
                .copiedProperty()
                .get()
                .map(this::outcome)
                .or(() -> contents.snapshots()
                        .beingOpenedProperty()
                        .get()
                        .map(new SnapshotText(texts, formatters.times())::reading)
                        .map(List::of))
                .or(() -> model.reading().map(this::progress))
                .orElseGet(this::shownPools);
    }

    private List<String> progress(RefreshState.Loading loading) {
        return formatters.states()
                .progress(loading, model.nowProperty().get(), model.isRequestedRefreshRunning())
                .stream()
                .map(this::ofNow)
                .toList();
    }

    /// All that the bar says, at full length.
    List<String> all() {
        return List.of(activity().getFirst(), selection(), changes(), age(), refresh());
    }

    /// How many pools are shown, and by what they are grouped.
    private List<String> shownPools() {
        var arrangedPools = contents.pools().arrangedPools();
        if (arrangedPools.set().size() == 0) {
            var state = contents.pools().emptyTableStateProperty().get();
            return List.of(state.isWaiting() ? "" : texts.format(state.isCounted() ? "status.none" : "status.unread"));
        }
        var shown = texts.format("status.shown", arrangedPools.size(), arrangedPools.set().size());
        var grouping = contents.pools().groups().poolGroupingCriterion();
        return grouping == PoolGroupingCriterion.NONE
                ? List.of(shown)
                : List.of(texts.format("status.shown.groups", shown, texts.format("grouping." + grouping.name())),
                        shown);
    }

    private List<String> outcome(CopyModel.Outcome last) {
        return switch (last) {
            case CopyModel.Copied copied -> copied(copied);
            case CopyModel.Refused _ -> List.of(texts.format("copy.refused"));
            case CopyModel.Nothing _ ->
                List.of(texts.format("status.copied.nothing"), texts.format("status.copied.nothing.brief"));
        };
    }

    private List<String> copied(CopyModel.Copied last) {
        return switch (last.kind()) {
            case CELL -> List.of(texts.format("status.copied.cell"));
            case CURL -> List.of(texts.format("status.copied.curl"), texts.format("status.copied.curl.brief"));
            case HCLOUD -> List.of(texts.format("status.copied.hcloud"), texts.format("status.copied.hcloud.brief"));
            case LINES, COMMA_LIST -> List.of(texts.format("status.copied.values", last.rows()));
            case DETAILS -> List.of(texts.format("status.copied.details", last.rows()));
            case ROWS, WITH_HEADER, AS_SHOWN, TICKET, JSON,
                    MARKDOWN ->
                List.of(last.rows() < last.all()
                        ? texts.format("status.copied.part", last.rows(), last.all())
                        : texts.format("status.copied", last.rows()));
        };
    }

    /// What is said of the next refresh.
    enum RefreshKind {
        STOPPED, RETRY, LATE, INTERVAL
    }

    RefreshKind refreshKind() {
        if (model.isRefreshStopped()) return RefreshKind.STOPPED;
        if (model.nextRetry().isPresent()) return RefreshKind.RETRY;
        return model.isLate() ? RefreshKind.LATE : RefreshKind.INTERVAL;
    }

    /// When the next refresh is.
    String refresh() {
        return switch (refreshKind()) {
            case STOPPED -> texts.format("auto.stopped");
            case RETRY -> model.nextRetry().map(formatters.states()::nextTry).orElse("");
            case LATE -> texts.format("auto.late");
            case INTERVAL -> texts.format("auto." + model.refreshIntervalProperty().get().name());
        };
    }

    /// Why a failed connection waits longer than the interval; empty when none does.
    String refreshTip() {
        return refreshKind() == RefreshKind.RETRY ? texts.format("auto.next.tip") : "";
    }

    /// What the texts are about, while figures in them change.
    ///
    /// @param comparison
    ///            with what the pools are compared
    record Subjects(boolean isEarlier, SelectionKind selection, Comparison comparison) {}

    /// What is said of the selection.
    enum SelectionKind {
        COUNT, SUM, HIDDEN
    }

    /// @param file
    ///            empty when the pools are compared with what was recorded here
    record Comparison(ChangeComparisonBase base, boolean isEarliest, Optional<String> file) {}

    Subjects subjects() {
        var base = contents.changes().changes().base();
        return new Subjects(isEarlier(), selectionKind(), new Comparison(base.base(), base.isEarliest(),
                base.snapshot().map(compared -> compared.comparison().file().name())));
    }

    private SelectionKind selectionKind() {
        var selection = contents.pools().selection();
        if (selection.hiddenProperty().get() > 0) return SelectionKind.HIDDEN;
        return selection.count() > 1 ? SelectionKind.SUM : SelectionKind.COUNT;
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

    /// What [#briefSelection] says when all pools shown are selected.
    String selectionOfAll() {
        return texts.format("status.selected", poolCount());
    }

    private String selectionCount(String keyWithHidden) {
        var selection = contents.pools().selection();
        int shown = selection.count();
        int hidden = selection.hiddenProperty().get();
        if (hidden > 0) return texts.format(keyWithHidden, shown, hidden);
        return shown > 0 ? texts.format("status.selected", shown) : "";
    }

    /// Whether there is something that the pools are compared with.
    boolean isCompared() {
        return contents.changes().changes().base().actual().isPresent();
    }

    boolean isAnyWorse() {
        return contents.changes().changes().worse() > 0;
    }

    String changes() {
        return ofNow(formatters.changes().summary(contents.changes().changes()));
    }

    String briefChanges() {
        return ofNow(formatters.changes().brief(contents.changes().changes()));
    }

    /// The longest text of [#changes] with these pools.
    String longestChanges() {
        return ofNow(formatters.changes().longestSummary(contents.changes().changes(), poolCount()));
    }

    /// The longest text of [#briefChanges] with these pools.
    String longestBriefChanges() {
        return ofNow(formatters.changes().longestBrief(poolCount()));
    }

    /// At least as many as most lists have, so that the texts have their room before the first pools are read.
    int poolCount() {
        return Math.max(MOST_OFTEN, contents.pools().arrangedPools().set().size());
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

    /// The longest texts of [#age] within a day, in each unit.
    List<String> ages() {
        return agesBy(formatters.states()::age);
    }

    /// The longest texts of [#briefAge] within a day, in each unit.
    List<String> briefAges() {
        return agesBy(formatters.states()::briefAge);
    }

    private List<String> agesBy(BiFunction<Instant, Instant, String> age) {
        var at = model.readAt().orElseGet(model.nowProperty()::get);
        return LONGEST_AGES.stream().map(length -> age.apply(at, at.plus(length))).toList();
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
