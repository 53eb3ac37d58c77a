package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Background;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.settings.SavedView;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// Buttons that delete or discard something are red and are not pressed by mistake.
class DestructiveButtonsWindowTest {
    private static final Pattern DELETING = Pattern
            .compile("<(?:Button|MenuItem)[^>]*onAction=\"#(?:delete\\w*|closeAnyway|discard\\w*|remove\\w*)\"[^>]*>");

    @Test
    void whatever_deletes_or_discards_has_the_style_for_it_and_is_no_default_button() throws IOException {
        try (var files = Files.walk(Path.of("src/main/resources"))) {
            var buttons = files.filter(file -> file.toString().endsWith(".fxml"))
                    .flatMap(file -> DELETING.matcher(read(file)).results().map(found -> found.group()))
                    .toList();
            assertThat(buttons).hasSizeGreaterThanOrEqualTo(3)
                    .allSatisfy(button -> assertThat(button).contains("styleClass=\"danger\"")
                            .doesNotContain("defaultButton"));
        }
    }

    @ParameterizedTest
    @EnumSource(value = WindowAppearance.Theme.class, names = {"LIGHT", "DARK"})
    void a_view_is_deleted_by_a_red_button_and_not_by_enter(WindowAppearance.Theme theme) throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withTheme(theme));
                appFixture.appComposition.views().saveAs("mine", SavedView.Scope.AS_TICKED);
                return true;
            });
            ViewsWindowTest.choose(appFixture, "views-delete");
            appFixture.until("the question is asked",
                    () -> appFixture.find("#cancelQuestion") != null && appFixture.find("#cancelQuestion").isFocused());
            var delete = appFixture.fx(() -> (Button) appFixture.find("#agree"));
            assertThat(appFixture.fx(() -> isRed(delete.getBackground()))).isTrue();
            assertThat(appFixture.fx(delete::isDefaultButton)).isFalse();
            appFixture.hands().push(KeyCode.ENTER);
            appFixture.until("the question is gone", () -> appFixture.find("#agree") == null);
            assertThat(appFixture.<List<SavedView>>fx(() -> appFixture.appComposition.views().viewsProperty().get()))
                    .extracting(SavedView::name)
                    .contains("mine");
        }
    }

    @Test
    void the_focus_is_seen_on_a_red_button() throws Exception {
        try (var appFixture = AppFixture.open(5)) {
            appFixture.fx(() -> {
                appFixture.appComposition.views().saveAs("mine", SavedView.Scope.AS_TICKED);
                return true;
            });
            ViewsWindowTest.choose(appFixture, "views-delete");
            appFixture.until("the question is asked", () -> appFixture.find("#agree") != null);
            var delete = appFixture.fx(() -> (Region) appFixture.find("#agree"));
            assertThat(appFixture.fx(() -> delete.getBorder() == null)).isTrue();
            appFixture.fx(() -> {
                delete.requestFocus();
                return true;
            });
            appFixture.settle();
            var ring = appFixture.fx(() -> (Color) delete.getBorder().getStrokes().getFirst().getTopStroke());
            assertThat(ring.getBlue()).as("the ring's colour, beside red").isGreaterThan(ring.getRed());
        }
    }

    private static boolean isRed(Background background) {
        return background.getFills()
                .stream()
                .map(fill -> (Color) fill.getFill())
                .anyMatch(colour -> colour.isOpaque() && colour.getRed() > 0.7 && colour.getGreen() < 0.35
                        && colour.getBlue() < 0.35);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
