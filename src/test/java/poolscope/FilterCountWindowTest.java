package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import javafx.fxml.FXMLLoader;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.TestCloud;
import poolscope.settings.WindowAppearance;
import poolscope.ui.ModelFixture;
import poolscope.ui.commands.PopupLayer;
import poolscope.ui.filter.FilterBarController;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.Texts;

/// The count of the filter bar while the pools are being filtered, which takes a second with very many.
class FilterCountWindowTest {
    @Test
    void an_old_count_gives_way_to_a_sign_of_the_same_width(@TempDir Path folder) throws Exception {
        try (var app = AppFixture.open(5); var models = new ModelFixture(folder)) {
            models.connect("a", TestCloud.start(AppFixture.still(40)));
            app.fx(() -> {
                models.read();
                return open(app, models);
            });
            assertThat(count(app).getText()).isEqualTo("40 pools");
            double width = app.fx(() -> count(app).getWidth());
            type(app, "train");
            app.until("it is being counted", () -> count(app).getText().equals("Counting…"));
            assertThat(app.fx(() -> count(app).getWidth())).isEqualTo(width);
            assertThat(app.fx(() -> count(app).prefWidth(-1))).isEqualTo(width);
            type(app, "");
            app.until("the count is right again", () -> count(app).getText().equals("40 pools"));
            type(app, "nothingiscalledlikethis");
            app.fx(() -> {
                models.run();
                return true;
            });
            assertThat(count(app).getText()).isEqualTo("0 of 40 shown");
            assertThat(app.within(Duration.ofMillis(500), () -> !count(app).getText().equals("0 of 40 shown")))
                    .as("changes again")
                    .isFalse();
        }
    }

    private static Label count(AppFixture app) {
        return (Label) app.find(".overlay").lookup("#count");
    }

    private static void type(AppFixture app, String text) {
        app.fx(() -> {
            ((TextField) app.find(".overlay").lookup("#field")).setText(text);
            return true;
        });
    }

    private static boolean open(AppFixture app, ModelFixture models) throws Exception {
        var layer = (PopupLayer) app.find(".overlay");
        var texts = Texts.of(WindowAppearance.Language.ENGLISH);
        var loader = new FXMLLoader(FilterBarController.class.getResource("FilterBar.fxml"), texts.bundle());
        loader.setControllerFactory(_ -> new FilterBarController(models.pools,
                new FilterMatchCountModel(models.filter, models.pools::allPoolSet, models.clock, models.executors),
                new FilterText(texts), _ -> {
                }));
        Parent bar = loader.load();
        layer.show(bar, bar.lookup("#field"), ((FilterBarController) loader.getController())::close);
        layer.applyCss();
        layer.layout();
        return bar.isVisible();
    }
}
