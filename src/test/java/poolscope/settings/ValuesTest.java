package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import poolscope.PropertyCases;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;
import poolscope.settings.WindowBoundsAndPaneVisibility.Bounds;

class ValuesTest {

    @Test
    void what_can_be_set_can_be_saved_and_loaded() throws IOException {
        for (long seed = PropertyCases.first(); seed < PropertyCases.first() + PropertyCases.times(1_000); seed++) {
            Settings settings = anything(new Random(seed));
            assertThat(Samples.on(Samples.saved(settings)).load()).as("seed %d", seed)
                    .isEqualTo(new LoadedValueWithNotices<>(settings, List.of()));
        }
    }

    @Test
    void texts_of_exactly_the_greatest_length_are_saved_and_loaded() throws IOException {
        Settings settings = Settings.defaults()
                .withTable(TableLayout.defaults().withGrouping("x".repeat(TableLayout.LONGEST_ID)))
                .withFilter(FilterTextAndHistory.defaults().withText("y".repeat(FilterTextAndHistory.LONGEST)));
        assertThat(Samples.on(Samples.saved(settings)).load())
                .isEqualTo(new LoadedValueWithNotices<>(settings, List.of()));
    }

    @Test
    void a_window_that_has_no_place_is_unset() {
        assertThat(Bounds.of(Double.NaN, 0, 800, 600)).isEqualTo(Bounds.UNSET);
        assertThat(Bounds.of(0, 0, 0, 600)).isEqualTo(Bounds.UNSET);
        assertThat(Bounds.of(0, 0, Double.POSITIVE_INFINITY, 600)).isEqualTo(Bounds.UNSET);
        assertThat(Bounds.of(-1920, -40, 800, 600)).isEqualTo(new Bounds.At(-1920, -40, 800, 600));
    }

    @Test
    void numbers_stay_within_what_can_be_shown() {
        assertThat(WindowAppearance.defaults().withZoomPercent(10).zoomPercent()).isEqualTo(75);
        assertThat(WindowAppearance.defaults().withZoomPercent(1_000).zoomPercent()).isEqualTo(200);
        assertThat(WindowBoundsAndPaneVisibility.defaults().withDetailsShare(7).detailsShare()).isEqualTo(0.9);
        assertThat(WindowBoundsAndPaneVisibility.defaults().withDetailsShare(Double.NaN))
                .isEqualTo(WindowBoundsAndPaneVisibility.defaults());
        assertThat(new Column("status", Double.NaN, true, false).width()).isEqualTo(Column.NARROWEST);
    }

    @Test
    void a_field_has_one_column_and_sorts_once() {
        TableLayout layout = new TableLayout(List.of(new Column("a", 50, true, false), new Column("b", 60, true, false),
                new Column("a", 70, false, false)), List.of(new SortBy("a", true), new SortBy("a", false)));
        assertThat(layout.columns()).containsExactly(new Column("a", 50, true, false),
                new Column("b", 60, true, false));
        assertThat(layout.sort()).containsExactly(new SortBy("a", true));
    }

    @Test
    void a_changed_column_or_sort_leaves_the_rest_of_the_layout_alone() {
        Column column = new Column("a", 50, true, true);
        TableLayout layout = new TableLayout(List.of(column), List.of(new SortBy("a", true)), "status");
        assertThat(layout.withColumns(List.of()).withSort(List.of()).grouping()).isEqualTo("status");
        assertThat(layout.withGrouping("owner").columns()).containsExactly(column);
        assertThat(layout.withGrouping("x".repeat(201)).grouping()).isEqualTo(TableLayout.UNGROUPED);
    }

    @Test
    void only_what_the_operator_shows_or_hides_is_chosen() {
        TableLayout layout = new TableLayout(
                List.of(new Column("a", 50, true, false), new Column("b", 60, false, false)), List.of());
        TableLayout sized = layout
                .withColumns(List.of(new Column("b", 90, false, false), new Column("a", 50, true, false)));
        assertThat(sized.chosen()).isEmpty();
        assertThat(layout.withFittingColumns(List.of(new Column("b", 60, true, false))).chosen()).isEmpty();
        TableLayout hidden = sized
                .withColumns(List.of(new Column("b", 90, false, false), new Column("a", 50, false, false)));
        assertThat(hidden.chosen()).containsExactly("a");
        assertThat(hidden.withSort(List.of()).withGrouping("b").withFittingColumns(List.of()).chosen())
                .containsExactly("a");
    }

    @Test
    void the_history_has_the_newest_first_and_each_once_and_fifty_at_most() {
        FilterTextAndHistory memory = FilterTextAndHistory.defaults().withText("now");
        for (int n = 0; n < 60; n++) {
            memory = memory.remember("filter " + n);
        }
        memory = memory.remember("filter 30").remember("  ").remember("x".repeat(FilterTextAndHistory.LONGEST + 1));
        assertThat(memory.history()).hasSize(50)
                .startsWith("filter 30", "filter 59", "filter 58")
                .doesNotHaveDuplicates();
        assertThat(memory.text()).isEqualTo("now");
    }

    @Test
    void what_was_chosen_is_kept_newest_first_once_and_not_without_end() {
        RecentCommandsAndExport recentCommandsAndExport = RecentCommandsAndExport.defaults();
        for (int n = 0; n < 30; n++)
            recentCommandsAndExport = recentCommandsAndExport.choosing("id " + n);
        recentCommandsAndExport = recentCommandsAndExport.choosing("id 20")
                .choosing("")
                .choosing("x".repeat(RecentCommandsAndExport.LONGEST + 1));
        assertThat(recentCommandsAndExport.chosen()).hasSize(RecentCommandsAndExport.MOST)
                .startsWith("id 20", "id 29", "id 28")
                .doesNotHaveDuplicates();
        assertThat(new RecentCommandsAndExport.Export("x".repeat(RecentCommandsAndExport.Export.LONGEST + 1), "", "",
                true, true, true, true).rows()).isEmpty();
    }

    private static Settings anything(Random random) {
        WindowAppearance windowAppearance = new WindowAppearance(any(random, WindowAppearance.Language.values()),
                any(random, WindowAppearance.Theme.values()), any(random, WindowAppearance.AccentColour.values()),
                any(random, WindowAppearance.Density.values()), random.nextInt(),
                any(random, WindowAppearance.TimeZone.values()), random.nextBoolean());
        WindowBoundsAndPaneVisibility window = new WindowBoundsAndPaneVisibility(
                Bounds.of(number(random), number(random), number(random), number(random)), random.nextBoolean(),
                random.nextBoolean(), random.nextDouble(), random.nextBoolean(), random.nextBoolean(),
                new SummaryVisibility(random.nextBoolean(), random.nextBoolean(), random.nextBoolean()));
        TableLayout table = new TableLayout(
                IntStream.range(0, random.nextInt(20))
                        .mapToObj(n -> new Column("f" + random.nextInt(30), number(random), random.nextBoolean(),
                                random.nextBoolean()))
                        .toList(),
                IntStream.range(0, random.nextInt(4)).mapToObj(n -> new SortBy("f" + n, random.nextBoolean())).toList(),
                text(random), Set.of(text(random)));
        return new Settings(windowAppearance, window, table,
                new FilterTextAndHistory(text(random),
                        IntStream.range(0, random.nextInt(60)).mapToObj(n -> text(random)).toList()),
                any(random, RefreshInterval.values()), text(random),
                new RecentCommandsAndExport(IntStream.range(0, random.nextInt(30)).mapToObj(n -> text(random)).toList(),
                        new RecentCommandsAndExport.Export(text(random), text(random), text(random),
                                random.nextBoolean(), random.nextBoolean(), random.nextBoolean(),
                                random.nextBoolean())),
                new ChangeTrackingSettings(any(random, ChangeComparisonBase.values()), Optional.empty(),
                        Optional.of(Instant.ofEpochMilli(random.nextLong(1L << 42))),
                        Optional.of(Instant.ofEpochMilli(random.nextLong(1L << 42))),
                        LocalTime.ofSecondOfDay(random.nextInt(86_400)),
                        LocalTime.ofSecondOfDay(random.nextInt(86_400)), random.nextBoolean()));
    }

    private static <T> T any(Random random, T[] all) {
        return all[random.nextInt(all.length)];
    }

    private static double number(Random random) {
        return random.nextDouble(-1_000, 20_000);
    }

    private static String text(Random random) {
        return random.ints(random.nextInt(30), 0, 0x1FFFF)
                .filter(c -> c < 0xD800 || c > 0xDFFF)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
