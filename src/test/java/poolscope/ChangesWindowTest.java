package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleAttribute;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.table.GonePoolRow;
import poolscope.live.table.PoolRow;
import poolscope.live.table.TableRowItem;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.change.PoolChange;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.ClipboardText;

/// Changes in the window: marks in the table, their keys, and the change log.
class ChangesWindowTest {
    private static final PseudoClass GONE = PseudoClass.getPseudoClass("gone");
    private static final PseudoClass CHANGED = PseudoClass.getPseudoClass("changed");

    private final MovableClock clock = new MovableClock();

    /// The window over a cloud of which some pools changed after the first reading, and at least one is gone.
    private AppFixture changed() throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(60).withClock(clock));
        var app = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT).untilRead();
        for (int hour = 0; hour < 200 && app.fx(() -> gone(app)) == 0; hour++) {
            clock.advance(Duration.ofHours(1));
            refresh(app);
        }
        assertThat(app.fx(() -> gone(app))).isPositive();
        return app;
    }

    private static long gone(AppFixture app) {
        return app.table().getItems().stream().filter(GonePoolRow.class::isInstance).count();
    }

    private static void refresh(AppFixture app) {
        var before = app.fx(() -> app.appComposition.changes().changes());
        var read = app.fx(() -> app.appComposition.observableTickedConnectionPools().poolsProperty().get());
        app.fx(() -> {
            app.appComposition.observableTickedConnectionPools().refresh();
            return true;
        });
        app.until("the pools are read again and compared",
                () -> app.appComposition.observableTickedConnectionPools().poolsProperty().get() != read
                        && app.appComposition.changes().changes() != before);
        app.untilRead();
        app.until("every pool that is gone has a line",
                () -> gone(app) == app.appComposition.changes().changes().gone().size());
    }

    private static List<TableRowItem> marked(AppFixture app) {
        return app.fx(() -> app.table()
                .getItems()
                .stream()
                .filter(line -> app.appComposition.changes().markOf(line).isPresent())
                .toList());
    }

    private static TableRowItem chosen(AppFixture app) {
        return app.fx(() -> app.table().getSelectionModel().getSelectedItem());
    }

    @Test
    void a_changed_pool_has_a_sign_and_so_has_each_changed_cell_with_its_old_value_in_words() throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(60).withClock(clock));
        try (var app = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            var before = app.cloudPools().stream().collect(Collectors.toMap(Pool::key, pool -> pool));
            clock.advance(Duration.ofHours(2));
            refresh(app);
            app.until("there are marks", () -> app.appComposition.changes().changes().count() > 0);
            var expected = app.cloudPools()
                    .stream()
                    .filter(pool -> before.containsKey(pool.key()))
                    .filter(pool -> !nodesOf(before.get(pool.key())).equals(nodesOf(pool)))
                    .toList();
            assertThat(expected).as("pools whose nodes changed").isNotEmpty();
            var pool = expected.getFirst();
            int place = app.fx(() -> placeOf(app, pool));
            scrollTo(app, place);
            app.until("its row has a sign", () -> sign(row(app, place)).equals("~"));
            assertThat(app.fx(() -> gapAfterSign(row(app, place)))).as("space between the sign and the name")
                    .isGreaterThan(3);
            app.until("its cell of nodes is marked", () -> cell(app, place).getPseudoClassStates().contains(CHANGED));
            assertThat(app.fx(() -> text(cell(app, place))))
                    .contains(app.fx(() -> fromTo(before.get(pool.key()), pool)));
            assertThat(app.fx(() -> text(row(app, place)))).contains("changed");
            app.fx(() -> {
                app.table().getSelectionModel().select(place);
                return true;
            });
            app.until("the details list the change",
                    () -> app.find("#detailChanges") != null && app.find("#detailChanges")
                            .lookupAll(".change")
                            .stream()
                            .anyMatch(node -> ((Label) node).getText().contains(fromTo(before.get(pool.key()), pool))));
        }
    }

    private static double gapAfterSign(TableRow<?> row) {
        var sign = row.getChildrenUnmodifiable()
                .stream()
                .filter(node -> node instanceof Text && node.isVisible())
                .findFirst()
                .orElseThrow();
        var name = row.lookup(".first-column").lookup(".text");
        return name.localToScene(name.getLayoutBounds()).getMinX()
                - sign.localToScene(sign.getLayoutBounds()).getMaxX();
    }

    private static FieldValue nodesOf(Pool pool) {
        return PoolField.NODES.of(pool);
    }

    private static String fromTo(Pool before, Pool after) {
        return text(nodesOf(before)) + " → " + text(nodesOf(after));
    }

    private static String text(FieldValue fieldValue) {
        return fieldValue instanceof FieldValue.Portion(var part, var all)
                ? part.toPlainString() + " / " + all.toPlainString()
                : "—";
    }

    private static int placeOf(AppFixture app, Pool pool) {
        var items = app.table().getItems();
        for (int i = 0; i < items.size(); i++)
            if (items.get(i) instanceof PoolRow row && row.pool().isSamePoolAs(pool)) return i;
        return -1;
    }

    private static Optional<TableRow<?>> rowAt(AppFixture app, int place) {
        return app.table()
                .lookupAll(".table-row-cell")
                .stream()
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .filter(row -> row.getIndex() == place && row.isVisible())
                .findFirst();
    }

    private static TableRow<?> row(AppFixture app, int place) {
        return rowAt(app, place).orElseThrow();
    }

    private static void scrollTo(AppFixture app, int place) {
        app.fx(() -> {
            app.table().scrollTo(place);
            return true;
        });
        app.until("the row is in view", () -> rowAt(app, place).isPresent());
    }

    private static String sign(TableRow<?> row) {
        return row.getChildrenUnmodifiable()
                .stream()
                .filter(node -> node instanceof Text && node.isVisible())
                .map(node -> ((Text) node).getText())
                .findFirst()
                .orElse("");
    }

    private static TableCell<?, ?> cell(AppFixture app, int place) {
        return row(app, place).getChildrenUnmodifiable()
                .stream()
                .flatMap(node -> node instanceof TableCell<?, ?> cell ? Stream.of(cell) : Stream.empty())
                .filter(cell -> PoolField.NODES.id().equals(cell.getTableColumn().getId()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void one_key_steps_through_the_changes_and_others_acknowledge_one_and_all() throws Exception {
        try (var app = changed()) {
            var marked = marked(app);
            app.hands().push(KeyCode.F12);
            assertThat(chosen(app)).isEqualTo(marked.getFirst());
            app.hands().push(KeyCode.F12);
            assertThat(chosen(app)).isEqualTo(marked.get(1 % marked.size()));
            app.hands().push(KeyCode.SHIFT, KeyCode.F12);
            assertThat(chosen(app)).isEqualTo(marked.getFirst());
            app.hands().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            app.until("it is acknowledged", () -> app.appComposition.changes().changes().count() == marked.size() - 1);
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.ENTER);
            app.until("all are acknowledged", () -> app.appComposition.changes().changes().count() == 0);
            assertThat(app.fx(() -> gone(app))).isZero();
        }
    }

    @Test
    void when_one_change_is_acknowledged_rows_that_keep_their_mark_are_not_laid_out_again() throws Exception {
        try (var app = changed()) {
            var marked = app
                    .fx(() -> markedRows(app).stream().filter(row -> row.getItem() instanceof PoolRow).toList());
            assertThat(marked).as("marked rows in view").hasSizeGreaterThan(1);
            app.fx(() -> {
                app.table().getSelectionModel().select(marked.getFirst().getIndex());
                return true;
            });
            app.settle();
            List<TableRow<?>> laidOut = new ArrayList<>();
            app.fx(() -> {
                assertThat(rows(app)).noneMatch(TableRow::isNeedsLayout);
                app.appComposition.changes().changesProperty().subscribe((_, _) -> {
                    laidOut.addAll(rows(app).stream().filter(TableRow::isNeedsLayout).toList());
                });
                app.appComposition.changes().acknowledgeSelected();
                return true;
            });
            app.until("it is acknowledged", () -> !laidOut.isEmpty());
            assertThat(app.fx(() -> List.copyOf(laidOut))).containsExactly(marked.getFirst());
            assertThat(app.fx(() -> markedRows(app))).isNotEmpty().doesNotContain(marked.getFirst());
        }
    }

    private static List<TableRow<?>> rows(AppFixture app) {
        return app.table()
                .lookupAll(".table-row-cell")
                .stream()
                .<TableRow<?>>map(node -> (TableRow<?>) node)
                .filter(row -> row.isVisible() && !row.isEmpty())
                .toList();
    }

    private static List<TableRow<?>> markedRows(AppFixture app) {
        return rows(app).stream()
                .filter(row -> app.appComposition.changes().markOf((TableRowItem) row.getItem()).isPresent())
                .sorted(Comparator.comparingInt(TableRow::getIndex))
                .toList();
    }

    @Test
    void a_gone_pool_stays_struck_through_and_is_not_counted_until_it_is_acknowledged() throws Exception {
        try (var app = changed()) {
            int place = app.fx(() -> {
                var items = app.table().getItems();
                for (int i = 0; i < items.size(); i++)
                    if (items.get(i) instanceof GonePoolRow) return i;
                return -1;
            });
            scrollTo(app, place);
            app.until("its row is there", () -> row(app, place).getPseudoClassStates().contains(GONE));
            assertThat(app.fx(() -> sign(row(app, place)))).isEqualTo("−");
            app.until("its text is struck through",
                    () -> ((Text) row(app, place).lookup(".value-cell .text")).isStrikethrough());
            assertThat(app.fx(() -> app.table().getItems().size()))
                    .isEqualTo(app.cloudPools().size() + app.fx(() -> (int) gone(app)));
            assertThat(app.fx(() -> app.appComposition.pools().arrangedPools().size()))
                    .isEqualTo(app.cloudPools().size());
            app.fx(() -> {
                app.table().getSelectionModel().select(place);
                app.table().requestFocus();
                return true;
            });
            long before = app.fx(() -> gone(app));
            app.hands().push(KeyCode.SHORTCUT, KeyCode.ENTER);
            app.until("it has no line any more", () -> gone(app) == before - 1);
        }
    }

    @Test
    void the_newest_change_stays_selected_as_long_as_nobody_chose_another() throws Exception {
        try (var app = changed()) {
            app.hands().push(KeyCode.F9);
            app.until("the log has lines", () -> !log(app).getItems().isEmpty());
            var newest = app.fx(() -> log(app).getItems().getFirst());
            for (int hour = 0; hour < 200 && app.fx(() -> log(app).getItems().getFirst().equals(newest)); hour++) {
                clock.advance(Duration.ofHours(1));
                refresh(app);
            }
            assertThat(app.fx(() -> log(app).getSelectionModel().getSelectedIndex())).isZero();
            assertThat(app.fx(() -> log(app).getSelectionModel().getSelectedItem()))
                    .isEqualTo(app.fx(() -> log(app).getItems().getFirst()))
                    .isNotEqualTo(newest);
        }
    }

    @Test
    void the_change_log_is_searched_copied_and_leads_to_the_pool() throws Exception {
        try (var app = changed()) {
            app.hands().push(KeyCode.F9);
            app.until("the log has lines", () -> !log(app).getItems().isEmpty());
            app.fx(() -> {
                ((TextField) app.find("#sought")).setText("gone");
                return true;
            });
            long gone = app.fx(() -> gone(app));
            app.until("only pools that are gone are listed", () -> log(app).getItems().size() == gone);
            app.click("#copyChanges");
            var copied = app.fx(() -> Clipboard.getSystemClipboard().getString());
            assertThat(copied).contains("gone", "worse");
            app.fx(() -> {
                ClipboardText.put("something else");
                app.find("#sought").requestFocus();
                ((TextField) app.find("#sought")).deselect();
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            app.settle();
            assertThat(app.fx(() -> Clipboard.getSystemClipboard().getString())).isEqualTo(copied);
            app.fx(() -> {
                ((TextField) app.find("#sought")).setText("");
                log(app).requestFocus();
                return true;
            });
            app.until("all lines are there", () -> log(app).getItems().size() > gone);
            app.fx(() -> {
                log(app).getSelectionModel().clearAndSelect(0);
                return true;
            });
            app.hands().push(KeyCode.ENTER);
            app.until("the log is closed and a changed pool is selected",
                    () -> log(app) == null && app.appComposition.changes()
                            .markOf(app.table().getSelectionModel().getSelectedItem())
                            .isPresent());
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"ENGLISH", "CHINESE"})
    void all_columns_of_the_change_log_are_in_sight_in_a_small_window(WindowAppearance.Language language)
            throws Exception {
        try (var app = changed()) {
            app.fx(() -> {
                var appearance = app.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                appearance.set(appearance.get().withLanguage(language));
                return true;
            });
            ColumnWidthsWindowTest.sized(app, 1_280, 800, 150);
            app.hands().push(KeyCode.F9);
            app.until("the log has lines", () -> !log(app).getItems().isEmpty() && log(app).getWidth() > 0);
            assertThat(app.fx(() -> log(app).getColumns().stream().mapToDouble(TableColumn::getWidth).sum()))
                    .isLessThanOrEqualTo(app.fx(() -> log(app).getWidth()));
            assertThat(app.fx(() -> log(app).lookupAll(".table-cell")
                    .stream()
                    .filter(cell -> cell instanceof TableCell<?, ?> one && !one.isEmpty())
                    .filter(ColumnWidthsWindowTest::isCut)
                    .map(cell -> ((TableCell<?, ?>) cell).getText())
                    .toList())).isEmpty();
        }
    }

    @Test
    void when_the_filter_hides_the_pool_the_log_says_so_and_offers_to_clear_it() throws Exception {
        try (var app = changed()) {
            app.type("no-such-pool");
            app.until("nothing is shown", () -> app.table().getItems().isEmpty());
            app.hands().push(KeyCode.F9);
            app.until("the log has lines", () -> !log(app).getItems().isEmpty());
            app.hands().push(KeyCode.ENTER);
            app.until("it says that the pool is hidden", () -> app.find("#hidden").isVisible());
            assertThat(app.text("#hiddenText")).startsWith("The filter of the table hides");
            app.hands().push(KeyCode.ENTER);
            app.until("the filter is cleared and the pool selected", () -> app.filterField().getText().isEmpty()
                    && app.table().getSelectionModel().getSelectedItem() != null);
        }
    }

    @Test
    void the_foot_of_the_window_counts_the_changes_and_opens_the_log() throws Exception {
        try (var app = changed()) {
            int changes = app.fx(() -> app.appComposition.changes().changes().count());
            int worse = (int) (long) app.fx(() -> app.appComposition.changes()
                    .changes()
                    .marks()
                    .values()
                    .stream()
                    .filter(entry -> entry.change() instanceof PoolChange.Gone)
                    .count());
            assertThat(worse).isPositive();
            var foot = app.fx(() -> ((Button) app.find("#changes")).getAccessibleText());
            assertThat(foot).startsWith(changes + " pools changed since").contains("worse");
            app.click("#changes");
            app.until("the log is open", () -> log(app) != null);
        }
    }

    @Test
    void two_gestures_say_what_changed_since_the_shift_began() throws Exception {
        try (var app = changed()) {
            app.click("#changes");
            app.until("the log is open", () -> log(app) != null);
            app.click("#baseSHIFT_START");
            app.until("the shift's beginning is the base", () -> base(app) == ChangeComparisonBase.SHIFT_START);
            app.hands().push(KeyCode.ESCAPE);
            app.hands().push(KeyCode.F9);
            app.until("the log is open", () -> log(app) != null);
            app.hands().push(KeyCode.ALT, KeyCode.A);
            app.until("the day before is the base", () -> base(app) == ChangeComparisonBase.DAY_AGO);
        }
    }

    private static ChangeComparisonBase base(AppFixture app) {
        return app.appComposition.settings().settings().changes().base();
    }

    @SuppressWarnings("unchecked")
    private static TableView<Object> log(AppFixture app) {
        return (TableView<Object>) app.find("#lines");
    }

    /// What a screen reader is given.
    private static String text(Node node) {
        return (String) node.queryAccessibleAttribute(AccessibleAttribute.TEXT);
    }
}
