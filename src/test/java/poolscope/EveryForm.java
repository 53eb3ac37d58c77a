package poolscope;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.MenuBar;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import poolscope.pool.PoolField;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.ui.commands.MenuCommand;
import poolscope.ui.commands.PlatformMenuShortcuts;

/// Opens everything that opens over the window, one after the other.
final class EveryForm {
    private static final Map<String, Consumer<AppFixture>> FORMS = forms();

    private EveryForm() {}

    private static Map<String, Consumer<AppFixture>> forms() {
        var forms = new LinkedHashMap<String, Consumer<AppFixture>>();
        forms.put("#connectionForm", app -> {
            choose(app, "newConnectionItem");
            app.fx(() -> {
                ((TitledPane) app.find("#more")).setExpanded(true);
                return true;
            });
        });
        forms.put("#exportForm", app -> choose(app, "exportItem"));
        forms.put("#requests", app -> choose(app, "requestsItem"));
        forms.put("#settingsForm", app -> choose(app, "settingsItem"));
        forms.put(".hand-over", app -> choose(app, "handOverItem"));
        forms.put("#viewForm", app -> choose(app, "views-saveAs"));
        forms.put(".value-list", app -> ValueListWindowTest.open(app, PoolField.OWNER));
        forms.put("#comparison", EveryForm::compare);
        forms.put(".palette", app -> choose(app, "paletteItem"));
        forms.put("#shortcutSearch", app -> choose(app, "shortcutsItem"));
        forms.put(".field-reference", app -> choose(app, "fieldsItem"));
        forms.put(".about", app -> choose(app, "aboutItem"));
        forms.put(".change-log", app -> choose(app, "changeLogItem"));
        forms.put("#watchForm", app -> choose(app, "watchItem"));
        forms.put("#watchRules", app -> choose(app, "watchRulesItem"));
        forms.put("#trends", app -> choose(app, "trendsItem"));
        forms.put("#cardsScroll", app -> choose(app, "cardsItem"));
        forms.put("#columnList", app -> app.fx(() -> {
            ((Button) app.find("#chooseColumns")).fire();
            return true;
        }));
        return forms;
    }

    /// @param judge
    ///            gets the name of a form and the form, which is open
    static void open(AppFixture app, BiConsumer<String, Node> judge) {
        FORMS.forEach((query, opening) -> {
            select(app);
            opening.accept(app);
            app.until(query + " is open", () -> app.find(query) != null);
            app.settle();
            judge.accept(query, app.fx(() -> form(app, query)));
            while (app.fx(() -> app.find(query) != null)) {
                app.hands().push(KeyCode.ESCAPE);
                app.settle();
            }
        });
    }

    /// Opens the form of that name once more.
    static void openAgain(AppFixture app, String query) {
        FORMS.getOrDefault(query, _ -> {
            throw new AssertionError("No form " + query);
        }).accept(app);
        app.until(query + " is open again", () -> app.find(query) != null);
    }

    /// As a click on that item of the menu bar.
    static void choose(AppFixture app, String id) {
        app.fx(() -> {
            MenuCommand.of((MenuBar) app.find("#menuBar"), PlatformMenuShortcuts.ofThis())
                    .stream()
                    .filter(menuCommand -> menuCommand.id().equals(id))
                    .findFirst()
                    .orElseThrow()
                    .item()
                    .fire();
            return true;
        });
        app.settle();
    }

    static void look(AppFixture app, WindowAppearance.Language language, WindowAppearance.Theme theme) {
        app.fx(() -> {
            var look = app.appComposition.settings().part(Settings::windowAppearance, Settings::withWindowAppearance);
            look.set(look.get().withLanguage(language).withTheme(theme));
            return true;
        });
        app.settle();
    }

    /// The form or popup that this is in.
    static Node form(AppFixture app, String query) {
        var at = app.find(query);
        while (at.getParent() != null && !at.getParent().getStyleClass().contains("form-layer")
                && !at.getParent().getStyleClass().contains("overlay"))
            at = at.getParent();
        return at;
    }

    private static void select(AppFixture app) {
        app.fx(() -> {
            app.table().getSelectionModel().clearAndSelect(3);
            app.table().requestFocus();
            return true;
        });
        app.settle();
    }

    /// Two pools, by the menu.
    static void compare(AppFixture app) {
        choose(app, "compareItem");
        app.fx(() -> {
            app.table().getSelectionModel().clearAndSelect(7);
            return true;
        });
        choose(app, "compareItem");
    }
}
