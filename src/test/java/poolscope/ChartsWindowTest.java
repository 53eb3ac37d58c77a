package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javafx.scene.Node;
import javafx.scene.control.ChoiceBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;

/// Colours and numbers of the charts, as an operator compares them.
class ChartsWindowTest {
    private static final Pattern DECIMALS = Pattern.compile("[.]([0-9]+)");

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void a_bar_of_a_status_has_the_colour_of_the_icon_beside_its_name(WindowAppearance.Theme theme) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            show(appFixture, theme, WindowAppearance.Language.ENGLISH, 100);
            var bars = List.copyOf(appFixture.fx(() -> appFixture.find("#statuses").lookupAll(".chart-bar")));
            assertThat(bars).hasSizeGreaterThan(3).allSatisfy(bar -> {
                assertThat(fill(appFixture, bar, ".fill")).isEqualTo(fill(appFixture, bar, ".status-mark"));
                assertThat(appFixture.<String>fx(() -> ((Label) bar.lookup(".name")).getText())).isNotBlank();
            });
            assertThat(bars.stream().map(bar -> fill(appFixture, bar, ".fill")).distinct()).hasSize(bars.size());
        }
    }

    @Test
    void what_does_not_fit_is_scrolled_to_and_not_drawn_over_what_is_below() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.G);
            appFixture.until("the charts are drawn", () -> appFixture.find("#unavailable .chart-bar") != null);
            assertThat(appFixture.fx(() -> bottom(appFixture.find(".charts-grid")))).as("rows are below the edge")
                    .isGreaterThan(appFixture.fx(() -> bottom(appFixture.find(".charts"))));
            var lowest = appFixture.fx(() -> appFixture.find(".charts-grid")
                    .lookupAll(".chart-bar")
                    .stream()
                    .max(Comparator.comparingDouble(ChartsWindowTest::bottom))
                    .orElseThrow());
            assertThat(appFixture.fx(() -> bottom(lowest)))
                    .isLessThanOrEqualTo(appFixture.fx(() -> bottom(appFixture.find(".charts-grid"))));
            appFixture.fx(() -> {
                ((ScrollPane) appFixture.find(".charts")).setVvalue(1);
                return true;
            });
            appFixture.settle();
            assertThat(appFixture.fx(() -> bottom(lowest)))
                    .isLessThanOrEqualTo(appFixture.fx(() -> bottom(appFixture.find(".charts"))));
        }
    }

    private static double bottom(Node part) {
        return part.localToScene(part.getLayoutBounds()).getMaxY();
    }

    @ParameterizedTest
    @EnumSource(value = PoolField.class, names = {"CPU_CORES", "MEMORY", "ACCELERATORS"})
    void sums_of_one_chart_have_one_unit_and_the_same_number_of_decimals(PoolField measure) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            show(appFixture, WindowAppearance.Theme.LIGHT, WindowAppearance.Language.ENGLISH, 100);
            appFixture.fx(() -> {
                appFixture.appComposition.summary().measureProperty().set(measure);
                return true;
            });
            appFixture.settle();
            var sums = appFixture.fx(() -> appFixture.find("#allocatable")
                    .lookupAll(".value")
                    .stream()
                    .map(value -> ((Label) value).getText())
                    .toList());
            assertThat(sums).hasSizeGreaterThan(5);
            assertThat(sums.stream().map(ChartsWindowTest::decimals).distinct()).as(sums.toString()).hasSize(1);
            assertThat(sums.stream().map(sum -> sum.replaceAll("[^a-zA-Z]", "")).distinct()).as(sums.toString())
                    .hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Language.class, names = {"ENGLISH", "CHINESE"})
    void the_choices_above_a_chart_are_not_cut(WindowAppearance.Language language) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            for (int zoom : List.of(100, 150)) {
                show(appFixture, WindowAppearance.Theme.LIGHT, language, zoom);
                for (var choice : List.of("#measure", "#by"))
                    for (int i = 0; i < items(appFixture, choice); i++) {
                        select(appFixture, choice, i);
                        assertThat(drawn(appFixture, choice)).isEqualTo(said(appFixture, choice));
                        assertThat(arrowEnd(appFixture, choice)).as("the arrow is inside of the box")
                                .isLessThan(appFixture.fx(() -> ((Region) appFixture.find(choice)).getWidth()));
                    }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {100, 150})
    void names_and_numbers_of_the_statuses_are_not_cut_where_there_is_room(int zoom) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            show(appFixture, WindowAppearance.Theme.LIGHT, WindowAppearance.Language.ENGLISH, zoom);
            assertThat(appFixture.fx(() -> appFixture.find("#statuses")
                    .lookupAll(".label")
                    .stream()
                    .map(Label.class::cast)
                    .map(label -> List.of(((Text) label.lookup(".text")).getText(), label.getText()))
                    .toList())).hasSizeGreaterThan(6)
                    .allSatisfy(text -> assertThat(text.getFirst()).isEqualTo(text.getLast()));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1024, 1280})
    void names_get_the_space_that_the_bar_can_spare_and_are_cut_in_the_middle(double width) throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.appComposition.stage().setWidth(width);
                return true;
            });
            show(appFixture, WindowAppearance.Theme.LIGHT, WindowAppearance.Language.ENGLISH, 100);
            appFixture.settle();
            var names = appFixture.fx(() -> appFixture.find("#unavailable")
                    .lookupAll(".chart-bar")
                    .stream()
                    .map(bar -> (Label) bar.lookup(".name"))
                    .map(label -> List.of(((Text) label.lookup(".text")).getText(), label.getText()))
                    .toList());
            var bar = appFixture.fx(() -> ((Region) appFixture.find("#unavailable").lookup(".share-bar")).getWidth());
            var cut = names.stream().filter(name -> !name.getFirst().equals(name.getLast())).toList();
            assertThat(names).hasSizeGreaterThan(3);
            assertThat(names).as("what all begin with is left out")
                    .noneMatch(name -> name.getLast().startsWith("modelarts."));
            assertThat(cut).allSatisfy(name -> {
                assertThat(name.getFirst()).startsWith(name.getLast().substring(0, 3));
                assertThat(name.getFirst()).endsWith(name.getLast().substring(name.getLast().length() - 3));
                assertThat(bar).isLessThan(60);
            });
        }
    }

    private static int decimals(String sum) {
        var found = DECIMALS.matcher(sum);
        return found.find() ? found.group(1).length() : 0;
    }

    private static Paint fill(AppFixture appFixture, Node bar, String part) {
        return appFixture.fx(() -> ((Region) bar.lookup(part)).getBackground().getFills().getFirst().getFill());
    }

    private static int items(AppFixture appFixture, String choice) {
        return appFixture.fx(() -> ((ChoiceBox<?>) appFixture.find(choice)).getItems().size());
    }

    private static void select(AppFixture appFixture, String choice, int place) {
        appFixture.fx(() -> {
            ((ChoiceBox<?>) appFixture.find(choice)).getSelectionModel().select(place);
            return true;
        });
        appFixture.settle();
    }

    private static String drawn(AppFixture appFixture, String choice) {
        return appFixture.fx(() -> ((Text) appFixture.find(choice).lookup(".text")).getText());
    }

    private static String said(AppFixture appFixture, String choice) {
        return appFixture.fx(() -> ((Label) appFixture.find(choice).lookup(".label")).getText());
    }

    private static double arrowEnd(AppFixture appFixture, String choice) {
        return appFixture.fx(() -> {
            var box = appFixture.find(choice);
            var arrow = Optional.ofNullable(box.lookup(".arrow")).orElseThrow();
            return box.sceneToLocal(arrow.localToScene(arrow.getLayoutBounds())).getMaxX();
        });
    }

    private static void show(AppFixture appFixture, WindowAppearance.Theme theme, WindowAppearance.Language language,
            int zoom) {
        appFixture.fx(() -> {
            var windowAppearance = appFixture.appComposition.settings()
                    .part(Settings::windowAppearance, Settings::withWindowAppearance);
            windowAppearance.set(windowAppearance.get().withTheme(theme).withLanguage(language).withZoomPercent(zoom));
            if (!appFixture.appComposition.summary().summaryVisibility().getValue().charts())
                appFixture.appComposition.summary().toggle(SummaryVisibility.Part.CHARTS);
            return true;
        });
        appFixture.until("the bars are there", () -> SummaryWindowTest.isUpToDate(appFixture)
                && appFixture.find("#statuses") != null && appFixture.find("#statuses").lookup(".chart-bar") != null);
    }
}
