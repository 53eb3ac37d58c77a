package poolscope;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TableRow;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.pool.PoolField;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.text.Texts;

/// Whatever names a language offers each of them, with the words of its own texts.
class LanguagesTest {

    @Test
    void the_view_menu_offers_every_language_and_each_switches_the_whole_window() throws Exception {
        try (var appFixture = AppFixture.open(10)) {
            for (var language : Language.all()) {
                appFixture.fx(() -> {
                    choices(appFixture).stream()
                            .filter(choice -> choice.item().getText().equals(language.ownName()))
                            .findFirst()
                            .orElseThrow()
                            .run();
                    return true;
                });
                var texts = Texts.of(language);
                appFixture.until("the window has the texts of " + language,
                        () -> appFixture.labels().contains(texts.format("field." + PoolField.NAME.id())));
                assertThat(appFixture.fx(() -> choices(appFixture).stream().map(MenuCommand::name).toList()))
                        .hasSize(Language.values().length)
                        .contains(texts.format("menu.language.system"), language.ownName());
            }
        }
    }

    @Test
    void after_a_change_of_language_the_selected_row_is_in_view_and_the_table_keeps_the_focus() throws Exception {
        try (var appFixture = AppFixture.open(240)) {
            appFixture.fx(() -> {
                appFixture.table().requestFocus();
                appFixture.table().getSelectionModel().clearAndSelect(150);
                appFixture.table().scrollTo(145);
                return true;
            });
            appFixture.settle();
            var before = appFixture.table();
            appFixture.fx(() -> {
                choices(appFixture).stream()
                        .filter(choice -> choice.item().getText().equals(Language.CHINESE.ownName()))
                        .findFirst()
                        .orElseThrow()
                        .run();
                return true;
            });
            appFixture.until("the window is made anew and the row is in view",
                    () -> appFixture.table() != before && appFixture.table()
                            .lookupAll(".table-row-cell")
                            .stream()
                            .anyMatch(row -> row.isVisible() && ((TableRow<?>) row).getIndex() == 150));
            assertThat(appFixture.fx(() -> appFixture.table().isFocused())).isTrue();
            assertThat(appFixture.fx(() -> appFixture.table().getSelectionModel().getSelectedIndex())).isEqualTo(150);
        }
    }

    private static List<MenuCommand> choices(AppFixture appFixture) {
        return MenuCommand.of((MenuBar) appFixture.find("#menuBar"), PlatformMenuShortcuts.ofThis())
                .stream()
                .filter(command -> command.id().startsWith("language"))
                .toList();
    }

    @Test
    void the_first_page_has_a_button_for_every_language_and_speaks_them_all() throws Exception {
        try (var appFixture = AppFixture.first("")) {
            for (var language : Language.all()) {
                appFixture.fx(() -> {
                    ((ToggleButton) appFixture.find("#" + language.word())).fire();
                    return true;
                });
                var connect = Texts.of(language).format("welcome.connect");
                appFixture.until("the first page begins in " + language,
                        () -> ((Labeled) appFixture.find("#connect")).getText().startsWith(connect));
                for (var other : Language.all()) {
                    assertThat(appFixture.fx(() -> ((Labeled) appFixture.find("#connect")).getText()))
                            .contains(Texts.of(other).format("welcome.connect"));
                    assertThat(appFixture.fx(() -> ((ToggleButton) appFixture.find("#" + other.word())).isSelected()))
                            .isEqualTo(other == language);
                }
            }
        }
    }

    @Test
    void a_language_is_found_by_its_locale_then_by_its_language_and_else_it_is_english() {
        for (var language : Language.all())
            assertThat(Language.of(language.locale())).isEqualTo(language);
        assertThat(Language.of(Locale.TRADITIONAL_CHINESE)).isEqualTo(Language.CHINESE);
        assertThat(Language.of(Locale.CANADA)).isEqualTo(Language.ENGLISH);
        assertThat(Language.of(Locale.forLanguageTag("tlh"))).isEqualTo(Language.ENGLISH);
    }

    /// The runtime of the installed program has locale data for these only.
    @Test
    void the_installer_keeps_the_locale_data_of_every_language(@TempDir Path folder) throws Exception {
        var option = folder.resolve("locales.cfg");
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var process = new ProcessBuilder(java, "src/package/PackageTool.java", "locales", option.toString())
                .redirectErrorStream(true)
                .start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(1, TimeUnit.MINUTES)).as(output).isTrue();
        assertThat(process.exitValue()).as(output).isZero();
        assertThat(Files.readString(option).strip().replaceFirst("--include-locales=", "").split(","))
                .containsExactlyInAnyOrderElementsOf(
                        Language.all().stream().map(language -> language.locale().getLanguage()).distinct().toList());
    }
}
