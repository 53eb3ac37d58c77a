package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javafx.scene.control.CheckBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextArea;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.parts.DisabledReason;

/// Handing over in the window, by keys and by mouse.
class HandOverWindowTest {
    private final MovableClock clock = new MovableClock();

    private static String preview(AppFixture app) {
        return app.find("#preview") instanceof TextArea area ? Objects.requireNonNullElse(area.getText(), "") : "";
    }

    @Test
    void one_key_shows_what_is_handed_over_and_enter_copies_it() throws Exception {
        try (var app = TrendsWindowTest.watched(clock, 3)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there", () -> preview(app).startsWith("# Hand-over"));
            var page = app.fx(() -> preview(app));
            assertThat(page).contains("## Open", "## Coming seven days", "## Capacity");
            app.hands().push(KeyCode.ENTER);
            app.until("it is on the clipboard", () -> page.equals(Clipboard.getSystemClipboard().getString()));
        }
    }

    @Test
    void until_the_page_is_made_the_box_says_so_and_nothing_can_be_copied() throws Exception {
        try (var app = AppFixture.open(20_000).untilRead()) {
            for (int time = 0; time < 2; time++) {
                app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
                assertThat(app.<Boolean>fx(() -> isMadeOrSaidToBe(app))).isTrue();
                app.until("the page is there", () -> preview(app).startsWith("# Hand-over"));
                assertThat(app.fx(() -> app.find("#copyReport").isDisabled() || app.find("#saveReport").isDisabled()))
                        .isFalse();
                app.hands().push(KeyCode.ESCAPE);
                app.until("it is closed", () -> app.find(".hand-over") == null);
            }
        }
    }

    private static boolean isMadeOrSaidToBe(AppFixture app) {
        if (!preview(app).isEmpty()) return !app.find("#copyReport").isDisabled();
        return ((TextArea) app.find("#preview")).getPromptText().equals("The report is being made…")
                && Stream.of("#copyReport", "#saveReport")
                        .allMatch(button -> DisabledReason.of(app.find(button)).equals("The report is being made…"));
    }

    @Test
    void all_lines_are_there_on_request() throws Exception {
        try (var app = AppFixture.open(240).untilRead()) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is cut", () -> preview(app).contains("more\n"));
            var open = Pattern.compile(": (\\d+) open").matcher(app.fx(() -> preview(app)));
            assertThat(open.find()).isTrue();
            app.click("#allLines");
            app.until("it is whole", () -> !preview(app).contains("more\n"));
            var lines = app.fx(() -> preview(app)).lines().dropWhile(line -> !line.equals("## Open")).skip(1);
            assertThat(lines.takeWhile(line -> !line.startsWith("## ")).filter(line -> line.startsWith("- ")))
                    .hasSize(Integer.parseInt(open.group(1)));
            app.hands().push(KeyCode.ESCAPE);
            app.until("it is closed", () -> app.find(".hand-over") == null);
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("it begins with a page", () -> preview(app).contains("more\n"));
        }
    }

    @Test
    void changes_are_counted_from_another_base_also_from_a_moment_of_the_history() throws Exception {
        try (var app = TrendsWindowTest.watched(clock, 3)) {
            clock.advance(Duration.ofMinutes(1));
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there", () -> preview(app).startsWith("# Hand-over"));
            app.click("#basePREVIOUS_REFRESH");
            app.until("it is compared with the previous refresh",
                    () -> app.appComposition.settings()
                            .settings()
                            .changes()
                            .base() == ChangeComparisonBase.PREVIOUS_REFRESH);
            app.until("there are moments to choose from", () -> app.find("#momentChoice") instanceof MenuButton moments
                    && !moments.getItems().isEmpty() && !moments.isDisabled());
        }
    }

    @Test
    void the_key_for_copying_copies_all_and_what_was_done_is_said_until_the_page_is_another() throws Exception {
        try (var app = TrendsWindowTest.watched(clock, 3)) {
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there", () -> preview(app).startsWith("# Hand-over"));
            var page = app.fx(() -> preview(app));
            double height = height(app);
            app.fx(() -> {
                app.find("#preview").requestFocus();
                return true;
            });
            app.hands().push(KeyCode.SHORTCUT, KeyCode.C);
            app.until("it is on the clipboard", () -> page.equals(Clipboard.getSystemClipboard().getString()));
            assertThat(app.fx(() -> app.find(".hand-over > #sentence").isVisible())).isTrue();
            assertThat(height(app)).as("nothing has moved").isEqualTo(height);
            app.click("#onlyShown");
            app.until("all pools are handed over, as without a filter",
                    () -> app.find("#onlyShown") instanceof CheckBox box && !box.isSelected());
            assertThat(app.fx(() -> preview(app))).isEqualTo(page);
            assertThat(app.fx(() -> app.find(".hand-over > #sentence").isVisible())).isTrue();
            app.click("#note");
            app.hands().write("call Li");
            app.until("the page is another", () -> preview(app).contains("call Li"));
            assertThat(app.fx(() -> app.find(".hand-over > #sentence").isVisible())).isFalse();
        }
    }

    @Test
    void that_a_page_could_not_be_saved_stays_said_while_the_page_changes() throws Exception {
        try (var app = TrendsWindowTest.watched(clock, 3)) {
            var missing = app.folder.resolve("no such folder/page.md");
            app.saveAs(_ -> Optional.of(missing.toString()));
            app.hands().push(KeyCode.SHORTCUT, KeyCode.SHIFT, KeyCode.H);
            app.until("the page is there", () -> preview(app).startsWith("# Hand-over"));
            app.click("#saveReport");
            app.until("it says why not", () -> app.text(".hand-over > #sentence").contains("no such folder"));
            app.click("#note");
            app.hands().write("call Li");
            app.until("the page is another", () -> preview(app).contains("call Li"));
            assertThat(app.fx(() -> app.find(".hand-over > #sentence").isVisible())).isTrue();
            app.click("#copyReport");
            app.until("the copy is said", () -> !app.text(".hand-over > #sentence").contains("no such folder"));
        }
    }

    private static double height(AppFixture app) {
        return app.fx(() -> app.find("#preview").getLayoutBounds().getHeight());
    }
}
