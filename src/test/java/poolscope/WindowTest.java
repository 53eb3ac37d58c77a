package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.settings.WindowAppearance;
import poolscope.start.FirstPaintDetector;
import poolscope.ui.parts.LazyTooltip;

/// The window as an operator uses it, over real HTTP on loopback.
class WindowTest {

    @Test
    void shows_every_pool_of_the_cloud() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            assertThat(appFixture.shown()).hasSize(240);
            assertThat(appFixture.shown().stream().map(Pool::key))
                    .containsExactlyInAnyOrderElementsOf(appFixture.cloud.fleet().ids());
            assertThat(appFixture.text("#count")).isEqualTo("240 pools");
            assertThat(appFixture.labels()).contains("240 of 240 pools shown");
        }
    }

    @Test
    void says_once_that_the_pools_are_drawn_and_how_many_rows_can_be_seen() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            var told = new java.util.concurrent.LinkedBlockingQueue<Integer>();
            appFixture.fx(() -> {
                FirstPaintDetector.watch(appFixture.appComposition, told::add);
                return true;
            });
            appFixture.until("the pools are drawn", () -> !told.isEmpty());
            long filled = appFixture.fx(() -> appFixture.table()
                    .lookupAll(".table-row-cell")
                    .stream()
                    .filter(row -> row instanceof javafx.scene.control.TableRow<?> one && !one.isEmpty())
                    .count());
            assertThat(told).containsExactly((int) filled);
            assertThat(filled).isBetween(5L, 60L);
        }
    }

    @Test
    void closing_it_while_pools_are_read_and_put_in_order_is_quiet() throws Exception {
        for (int page = 1; page <= 4; page++) {
            int pages = page;
            var appFixture = AppFixture.open(AppFixture.still(5_000));
            appFixture.until("pages have come",
                    () -> appFixture.appComposition.observableTickedConnectionPools()
                            .poolsProperty()
                            .get()
                            .pools()
                            .size() >= Math.min(pages, 2) * 500);
            appFixture.close();
        }
    }

    @Test
    void typing_a_word_shows_the_pools_that_contain_it() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.hands().clickOn("#field").write("TRAIN");
            appFixture.untilFiltered();
            assertThat(appFixture.shown()).isNotEmpty().allSatisfy(pool -> assertThat(textOf(pool)).contains("train"));
            long expected = appFixture
                    .fx(() -> appFixture.appComposition.observableTickedConnectionPools().poolsProperty().get().pools())
                    .stream()
                    .filter(pool -> textOf(pool).contains("train"))
                    .count();
            assertThat(appFixture.shown()).hasSize((int) expected);
            assertThat(appFixture.text("#count")).isEqualTo(expected + " of 240 shown");
        }
    }

    @Test
    void a_click_on_a_status_shows_only_that_status_and_a_second_click_shows_all_again() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.click("#status-abnormal");
            appFixture.until("only abnormal pools are shown", () -> appFixture.table().getItems().size() < 240);
            assertThat(appFixture.shown()).isNotEmpty()
                    .allMatch(pool -> pool.status().kind() == PoolStatus.Kind.ABNORMAL);
            assertThat(appFixture.fx(appFixture.appComposition.pools().filter()::text)).isEqualTo("status:abnormal");
            assertThat(appFixture.fx(() -> ((ToggleButton) appFixture.find("#status-abnormal")).isSelected())).isTrue();
            appFixture.click("#status-abnormal");
            appFixture.until("all pools are shown", () -> appFixture.table().getItems().size() == 240);
        }
    }

    @Test
    void a_status_that_the_document_does_not_know_is_shown_as_it_came_and_can_be_filtered() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.click("#status-scaling");
            appFixture.until("only scaling pools are shown", () -> appFixture.table().getItems().size() < 240);
            assertThat(appFixture.shown()).isNotEmpty().allMatch(pool -> pool.status().word().equals("scaling"));
        }
    }

    @Test
    void the_counts_beside_the_statuses_are_what_a_click_would_show() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.type("gpu");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 240);
            long running = appFixture.shown()
                    .stream()
                    .filter(p -> p.status().kind() == PoolStatus.Kind.RUNNING)
                    .count();
            appFixture.until("the count follows",
                    () -> countOf(appFixture, "#status-running").equals(Long.toString(running)));
            appFixture.click("#status-running");
            appFixture.until("the click shows that many", () -> appFixture.table().getItems().size() == running);
        }
    }

    @Test
    void a_click_on_a_number_column_sorts_by_number_with_unknown_last_both_ways() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.hands().push(KeyCode.F7);
            appFixture.click("#allocatable_gpus");
            appFixture.until("the rows are sorted",
                    () -> !appFixture.appComposition.pools().sortOrderProperty().get().keys().isEmpty()
                            && ascending(appFixture));
            var up = appFixture.shown().stream().map(p -> p.allocatableResources().accelerators()).toList();
            appFixture.click("#allocatable_gpus");
            appFixture.until("the rows are sorted the other way", () -> descending(appFixture));
            var down = appFixture.shown().stream().map(p -> p.allocatableResources().accelerators()).toList();
            assertThat(up.getLast().isKnown()).isFalse();
            assertThat(down.getLast().isKnown()).isFalse();
            assertThat(known(up)).isSorted().hasSizeGreaterThan(200);
            assertThat(known(down)).isSortedAccordingTo(Comparator.<FieldValue>naturalOrder().reversed());
            appFixture.click("#allocatable_gpus");
            appFixture.until("the third click gives the order as sent",
                    () -> appFixture.shownNow()
                            .stream()
                            .map(p -> p.key())
                            .toList()
                            .equals(appFixture.cloud.fleet().ids()));
        }
    }

    @Test
    void selecting_a_row_shows_the_pool_with_its_json_as_it_came() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            var pool = appFixture.shown().get(3);
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(3);
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.text("#name")).isEqualTo(pool.poolNamesAndOwner().name().asText("—"));
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(pool.key());
            assertThat(appFixture.fx(() -> ((TextArea) appFixture.find("#json")).getText()).replaceAll("\\s", ""))
                    .isEqualTo(pool.raw().text().replaceAll("\\s", ""));
        }
    }

    @Test
    void selection_stays_on_the_same_pool_when_rows_move_and_when_it_is_read_again() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            var pool = appFixture.shown().get(40);
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(40);
                return true;
            });
            appFixture.click("#cluster_name");
            appFixture.until("the rows moved", () -> !appFixture.shownNow().get(40).equals(pool));
            assertThat(selected(appFixture)).containsExactly(pool.key());
            int before = appFixture.cloud.requestCount();
            appFixture.cloud.fleet().create();
            appFixture.hands().push(KeyCode.F5);
            appFixture.until("it was read again",
                    () -> appFixture.cloud.requestCount() > before && appFixture.table().getItems().size() == 61);
            assertThat(selected(appFixture)).containsExactly(pool.key());
            assertThat(appFixture.text("#detail-cluster_id")).isEqualTo(pool.key());
        }
    }

    @Test
    void refreshing_brings_new_pools_and_drops_those_that_are_gone() throws Exception {
        try (var appFixture = AppFixture.open(30)) {
            var gone = appFixture.cloud.fleet().ids().get(7);
            appFixture.cloud.fleet().delete(gone);
            var created = appFixture.cloud.fleet().create();
            appFixture.click("#refresh");
            appFixture.until("the new pool is there", () -> keys(appFixture).contains(created));
            assertThat(keys(appFixture)).doesNotContain(gone).hasSize(30);
        }
    }

    @Test
    void cancelling_keeps_the_pages_that_came_and_says_that_the_list_is_not_whole() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(3_000));
        cloud.script(Fault.pass(), new Fault.Stall());
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("the first page is on screen", () -> appFixture.table().getItems().size() == 1_000);
            appFixture.hands().push(KeyCode.ESCAPE);
            appFixture.until("the line about missing pools says so",
                    () -> appFixture.find("#sourcesStatus").isVisible());
            assertThat(appFixture.shown()).hasSize(1_000);
            assertThat(appFixture.text("#sentence")).contains("may be incomplete")
                    .contains("stopped")
                    .contains("1,000 of 3,000 pools read");
            cloud.heal();
            appFixture.hands().clickOn("#retryLink");
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 3_000);
            assertThat(appFixture.fx(() -> appFixture.find("#sourcesStatus").isVisible())).isFalse();
        }
    }

    @Test
    void a_first_reading_that_fails_in_the_middle_says_how_many_of_how_many_came() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(3_000));
        cloud.script(Fault.pass(), Fault.forbidden());
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("it failed", () -> appFixture.find("#sourcesStatus").isVisible());
            assertThat(appFixture.text("#sentence")).contains("no permission to list pools")
                    .contains("Shown is what came before: 1,000 of 3,000 pools read.");
        }
    }

    /// A list is whole, the next reading of it isn't: the numbers are those of the reading that is not shown.
    @Test
    void a_refresh_that_gives_up_says_how_many_of_how_many_came() throws Exception {
        try (var appFixture = AppFixture.open(1_500)) {
            appFixture.cloud.failAll(
                    new Fault.Edited(body -> body.replaceFirst("\"total_count\":\\s*1500", "\"total_count\":4000")));
            appFixture.click("#refresh");
            appFixture.until("the line about missing pools says so",
                    () -> appFixture.find("#sourcesStatus").isVisible());
            assertThat(appFixture.shown()).hasSize(1_500);
            assertThat(appFixture.text("#sentence"))
                    .contains("the list and the number that the service gives disagree: 1,500 of 4,000");
            assertThat(appFixture.fx(() -> LazyTooltip.getText(appFixture.find("#sentence")))).contains(
                    "disagree: 1,500 of 4,000 pools read", "Read with 4 requests in",
                    "The service counts pages by offset.");
        }
    }

    @Test
    void a_failed_refresh_keeps_the_pools_and_says_what_happened() throws Exception {
        try (var appFixture = AppFixture.open(50)) {
            var before = keys(appFixture);
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.click("#refresh");
            appFixture.until("the line about missing pools says so",
                    () -> appFixture.find("#sourcesStatus").isVisible());
            assertThat(keys(appFixture)).isEqualTo(before);
            assertThat(appFixture.text("#sentence")).contains("no permission to list pools")
                    .contains("Showing data of");
            appFixture.cloud.heal();
            appFixture.hands().clickOn("#retryLink");
            appFixture.until("the line about missing pools is gone",
                    () -> !appFixture.find("#sourcesStatus").isVisible());
        }
    }

    @Test
    void P48_a_connection_that_answers_again_says_so_until_that_is_dismissed() throws Exception {
        try (var appFixture = AppFixture.open(50)) {
            assertThat(appFixture.find("#recovered").isVisible()).isFalse();
            appFixture.cloud.failAll(Fault.forbidden());
            appFixture.click("#refresh");
            appFixture.until("the failure is shown", () -> appFixture.find("#sourcesStatus").isVisible());
            appFixture.cloud.heal();
            appFixture.hands().clickOn("#retryLink");
            appFixture.until("the line says it", () -> appFixture.find("#recovered").isVisible());
            assertThat(appFixture.text("#recoveredSentence")).contains("answers again after")
                    .contains("1 failed refresh.");
            appFixture.hands().clickOn("#dismissRecovered");
            appFixture.until("the line is gone", () -> !appFixture.find("#recovered").isVisible());
        }
    }

    @Test
    void a_failure_with_nothing_before_says_what_happened_and_what_to_do() throws Exception {
        var cloud = TestCloud.start(AppFixture.still(5));
        cloud.failAll(Fault.tokenExpired());
        try (var appFixture = AppFixture.open(cloud, TemporaryFolder.create("desk"), WindowAppearance.Theme.LIGHT)) {
            appFixture.until("the failure is shown",
                    () -> ((Label) appFixture.find("#emptyStateSentence")).getText().contains("sign-in"));
            assertThat(appFixture.text("#emptyStateAdvice")).isNotBlank();
            assertThat(appFixture.text("#emptyStateSentence")).doesNotContain("null").doesNotContain("Exception");
            cloud.heal();
            appFixture.click("#emptyStateAction");
            appFixture.until("the pools are there", () -> appFixture.table().getItems().size() == 5);
        }
    }

    @Test
    void a_service_that_does_not_answer_is_said_after_3_seconds_and_until_when_it_is_waited_for() throws Exception {
        var clock = new MovableClock();
        var cloud = TestCloud.start(AppFixture.still(5));
        cloud.failAll(Fault.delay(Duration.ofMinutes(1)));
        try (var appFixture = AppFixture.open(cloud, clock)) {
            appFixture.until("it is read", () -> appFixture.text("#emptyStateSentence").contains("Reading"));
            clock.advance(Duration.ofSeconds(3));
            appFixture.until("it is said", () -> appFixture.text("#emptyStateSentence").contains("no answer since"));
            assertThat(appFixture.text("#emptyStateAdvice")).contains(cloud.endpoint().getAuthority())
                    .contains("gives up after 1 min");
            assertThat(appFixture.labels()).contains("no answer for 3 s");
            assertThat(appFixture.labels()).contains("No answer since 05:06:07 · Esc to stop");
            clock.advance(Duration.ofSeconds(9));
            appFixture.until("the connection counts", () -> appFixture.labels().contains("no answer for 12 s"));
        }
    }

    @Test
    void no_pools_is_said_only_when_the_service_said_so() throws Exception {
        try (var appFixture = AppFixture.open(0)) {
            appFixture.until("empty is shown",
                    () -> ((Label) appFixture.find("#emptyStateSentence")).getText().contains("has no pools"));
            assertThat(appFixture.text("#emptyStateAdvice")).contains("project ID");
            appFixture.cloud.failAll(Fault.json(200, "{}"));
            appFixture.click("#refresh");
            appFixture.until("an answer without a list is a failure",
                    () -> appFixture.labels().stream().anyMatch(text -> text.contains("not a list of pools")));
        }
    }

    @Test
    void a_filter_that_hides_everything_says_so_and_can_be_cleared() throws Exception {
        try (var appFixture = AppFixture.open(12)) {
            appFixture.type("nothingiscalledlikethis");
            appFixture.until("the empty state is shown", () -> appFixture.find("#emptyState").isVisible());
            assertThat(appFixture.text("#emptyStateSentence"))
                    .isEqualTo("No pool matches. The filter hides all 12 pools.");
            appFixture.click("#emptyStateAction");
            appFixture.until("all are there", () -> appFixture.table().getItems().size() == 12);
        }
    }

    @Test
    void an_unfinished_filter_keeps_the_last_one_on_and_a_wrong_one_is_explained() throws Exception {
        try (var appFixture = AppFixture.open(60)) {
            appFixture.type("status:running gpu>=");
            appFixture.type("status:running");
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 60);
            int running = appFixture.shown().size();
            appFixture.type("status:running gpu>=");
            assertThat(appFixture.shown()).hasSize(running);
            appFixture.type("gpus:1");
            assertThat(appFixture.text("#problem")).contains("gpus").contains("gpu");
        }
    }

    @Test
    void the_language_changes_at_once_and_everything_else_stays() throws Exception {
        try (var appFixture = AppFixture.open(40)) {
            appFixture.fx(() -> {
                appFixture.table().getSelectionModel().select(5);
                appFixture.appComposition.pools().filter().setText("status:running");
                return true;
            });
            appFixture.until("the filter is on", () -> appFixture.table().getItems().size() < 40);
            var before = keys(appFixture);
            var selected = selected(appFixture);
            look(appFixture,
                    appFixture.appComposition.settings()
                            .settings()
                            .windowAppearance()
                            .withLanguage(WindowAppearance.Language.CHINESE));
            assertThat(appFixture.labels()).contains("运行中", "名称").doesNotContain("Name");
            assertThat(keys(appFixture)).isEqualTo(before);
            assertThat(selected(appFixture)).isEqualTo(selected);
            look(appFixture,
                    appFixture.appComposition.settings()
                            .settings()
                            .windowAppearance()
                            .withLanguage(WindowAppearance.Language.ENGLISH));
            assertThat(appFixture.labels()).contains("running", "Name");
        }
    }

    @Test
    void dark_is_dark_and_light_is_light() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            double light = appFixture.fx(() -> brightness(appFixture));
            look(appFixture,
                    appFixture.appComposition.settings()
                            .settings()
                            .windowAppearance()
                            .withTheme(WindowAppearance.Theme.DARK));
            double dark = appFixture.fx(() -> brightness(appFixture));
            assertThat(light).isGreaterThan(0.8);
            assertThat(dark).isLessThan(0.2);
        }
    }

    @Test
    void columns_sort_and_window_are_remembered(@TempDir Path folder) throws Exception {
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(10)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            appFixture.click("#allocatable_cpu_cores");
            appFixture.until("sorted",
                    () -> !appFixture.appComposition.pools().sortOrderProperty().get().keys().isEmpty());
            appFixture.fx(() -> {
                var columns = appFixture.table().getColumns();
                var owner = columns.stream().filter(c -> c.getId().equals("owner")).findFirst().orElseThrow();
                owner.setVisible(false);
                columns.remove(owner);
                // behind the name, which is pinned from the start
                columns.add(1, owner);
                columns.getFirst().setPrefWidth(234);
                return true;
            });
            appFixture.settle();
        }
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(10)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            var columns = appFixture.fx(() -> appFixture.table().getColumns().stream().toList());
            assertThat(columns.get(1).getId()).isEqualTo("owner");
            assertThat(columns.get(1).isVisible()).isFalse();
            assertThat(columns.getFirst().getPrefWidth()).isEqualTo(234);
            assertThat(appFixture.appComposition.pools().sortOrderProperty().get().keys().getFirst().field())
                    .isEqualTo(PoolField.CPU_CORES);
            assertThat(known(appFixture.shown().stream().map(p -> p.allocatableResources().cpuCores()).toList()))
                    .isSorted();
        }
    }

    @Test
    void P35_a_damaged_file_is_told_once_and_never_stops_the_start(@TempDir Path folder) throws Exception {
        java.nio.file.Files.writeString(folder.resolve("connections.json"),
                "{\"version\":1,\"connection:a\":{\"name\":");
        try (var appFixture = AppFixture
                .open(TestCloud.start(AppFixture.still(4)), folder, WindowAppearance.Theme.LIGHT)
                .untilRead()) {
            assertThat(appFixture.text("#noticeSentence")).contains("connections.json.bad-");
            appFixture.fx(() -> {
                ((javafx.scene.control.Hyperlink) appFixture.find("#dismissNotices")).fire();
                return true;
            });
            assertThat(appFixture.fx(() -> appFixture.find("#notices").isVisible())).isFalse();
            assertThat(appFixture.shown()).hasSize(4);
        }
    }

    @Test
    void f7_hides_the_details_and_shows_them_again() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            assertThat(appFixture.fx(() -> detailsShown(appFixture))).isTrue();
            appFixture.hands().push(KeyCode.F7);
            appFixture.until("the details are hidden", () -> !detailsShown(appFixture));
            appFixture.hands().push(KeyCode.F7);
            appFixture.until("the details are shown", () -> detailsShown(appFixture));
        }
    }

    private static boolean detailsShown(AppFixture appFixture) {
        return ((javafx.scene.control.SplitPane) appFixture.find("#panes")).getItems().size() == 2;
    }

    private static void look(AppFixture appFixture, WindowAppearance windowAppearance) {
        appFixture.fx(() -> {
            appFixture.appComposition.settings()
                    .part(poolscope.settings.Settings::windowAppearance,
                            poolscope.settings.Settings::withWindowAppearance)
                    .set(windowAppearance);
            return true;
        });
        appFixture.settle();
    }

    private static double brightness(AppFixture appFixture) {
        var picture = appFixture.appComposition.stage().getScene().snapshot(null);
        return picture.getPixelReader().getColor(600, 600).getBrightness();
    }

    private static String countOf(AppFixture appFixture, String chip) {
        return appFixture.find(chip)
                .lookupAll(".count")
                .stream()
                .map(node -> ((Label) node).getText())
                .findFirst()
                .orElseThrow();
    }

    private static String textOf(Pool pool) {
        return java.util.Arrays.stream(PoolField.values())
                .map(field -> field.of(pool))
                .map(Object::toString)
                .collect(java.util.stream.Collectors.joining(" "))
                .toLowerCase(java.util.Locale.ROOT);
    }

    private static List<FieldValue> known(List<FieldValue> values) {
        return values.stream().filter(FieldValue::isKnown).toList();
    }

    private static boolean ascending(AppFixture appFixture) {
        var values = known(appFixture.shownNow().stream().map(p -> p.allocatableResources().accelerators()).toList());
        return values.equals(values.stream().sorted().toList());
    }

    private static boolean descending(AppFixture appFixture) {
        var values = known(appFixture.shownNow().stream().map(p -> p.allocatableResources().accelerators()).toList());
        return values.equals(values.stream().sorted(Comparator.reverseOrder()).toList());
    }

    private static List<String> keys(AppFixture appFixture) {
        return appFixture.shown().stream().map(Pool::key).toList();
    }

    private static List<String> selected(AppFixture appFixture) {
        return appFixture.fx(() -> appFixture.appComposition.pools().selectedPools().stream().map(Pool::key).toList());
    }
}
