package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.stream.Stream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.fxml.FXMLLoader;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestTask;
import poolscope.settings.RecentCommandsAndExport;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.PaletteController;
import poolscope.ui.commands.PaletteEntry;
import poolscope.ui.commands.PaletteModel;
import poolscope.ui.commands.PopupLayer;
import poolscope.ui.text.Texts;

/// The palette while a search takes longer than a person types, as among very many pools.
class PaletteSearchingWindowTest {
    private final Queue<Runnable> searches = new ArrayDeque<>();
    private final List<String> chosen = new ArrayList<>();

    @ParameterizedTest
    @CsvSource({"ENGLISH, Searching…, 'No command, pool, owner or field matches.'",
            "CHINESE, 正在查找…, 没有匹配的命令、资源池、归属用户或字段。"})
    void says_that_it_searches_and_only_afterwards_that_nothing_is_found(WindowAppearance.Language language,
            String searching, String none) throws Exception {
        try (var app = AppFixture.open(5)) {
            open(app, Texts.of(language));
            app.until("it searches", () -> app.labels().contains(searching));
            search(app);
            assertThat(app.labels()).doesNotContain(searching, none);
            app.hands().write("gamma");
            app.until("it searches again", () -> app.labels().contains(searching));
            assertThat(app.labels()).doesNotContain(none);
            assertThat(items(app)).as("older matches").isZero();
            search(app);
            assertThat(app.labels()).contains(none).doesNotContain(searching);
        }
    }

    @Test
    void enter_during_a_search_waits_for_the_match_of_what_was_typed() throws Exception {
        try (var app = AppFixture.open(5)) {
            open(app, Texts.of(WindowAppearance.Language.ENGLISH));
            search(app);
            app.hands().write("beta").push(KeyCode.ENTER);
            assertThat(chosen).isEmpty();
            search(app);
            assertThat(chosen).containsExactly("beta");
            assertThat(app.fx(() -> app.find("#finds"))).as("the palette").isNull();
        }
    }

    @Test
    void enter_is_forgotten_when_more_is_typed() throws Exception {
        try (var app = AppFixture.open(5)) {
            open(app, Texts.of(WindowAppearance.Language.ENGLISH));
            search(app);
            app.hands().write("beta").push(KeyCode.ENTER).push(KeyCode.BACK_SPACE);
            search(app);
            assertThat(chosen).isEmpty();
            assertThat(items(app)).isEqualTo(1);
            app.hands().push(KeyCode.ENTER);
            assertThat(chosen).containsExactly("beta");
        }
    }

    private void open(AppFixture app, Texts texts) {
        app.fx(() -> {
            var layer = (PopupLayer) app.find(".overlay");
            var model = new PaletteModel(new LatestTask(new BackgroundAndFxExecutors(searches::add, Runnable::run)),
                    new SimpleObjectProperty<>(RecentCommandsAndExport.defaults()));
            var loader = new FXMLLoader(PaletteController.class.getResource("Palette.fxml"), texts.bundle());
            loader.setControllerFactory(_ -> new PaletteController(model, texts, layer::hide));
            var entries = Stream.of("alpha", "beta").map(this::entry).toList();
            model.open(List.of(() -> entries), List::of, List.of());
            Parent palette = loader.load();
            layer.show(palette, palette.lookup("#sought"), () -> ((PaletteController) loader.getController()).close());
            return true;
        });
    }

    private PaletteEntry entry(String name) {
        return new PaletteEntry(name, name, "", "", List.of(), "", PaletteEntry.Effect.OTHER, () -> chosen.add(name));
    }

    /// Lets the searches end.
    private void search(AppFixture app) {
        app.fx(() -> {
            while (!searches.isEmpty())
                searches.remove().run();
            return true;
        });
        app.settle();
    }

    private static int items(AppFixture app) {
        return app.fx(() -> {
            Node list = app.find("#finds");
            return ((ListView<?>) list).getItems().size();
        });
    }
}
