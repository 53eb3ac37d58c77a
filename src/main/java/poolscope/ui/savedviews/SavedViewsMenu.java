package poolscope.ui.savedviews;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.util.Subscription;
import poolscope.settings.SavedView;
import poolscope.ui.commands.KeyedMenuItem;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.text.SavedViewText;
import poolscope.ui.text.Texts;

/// The menu of views: an item for each view, then the commands for the current one. It is beside the filter bar and in
/// the menu bar; only there the items have keys.
final class SavedViewsMenu {
    private static final int VIEWS_WITH_KEYS = 9;

    private final SavedViewsModel model;
    private final Texts texts;
    private final SavedViewText words;
    private final SavedViewsController commands;

    SavedViewsMenu(SavedViewsModel model, Texts texts, SavedViewsController commands) {
        this.model = model;
        this.texts = texts;
        this.commands = commands;
        words = new SavedViewText(texts);
    }

    /// @param platformMenuShortcuts
    ///            gives the items their keys; empty for items without keys
    Subscription fill(ObservableList<MenuItem> items, Optional<PlatformMenuShortcuts> platformMenuShortcuts) {
        var save = item("views.save", commands::save);
        platformMenuShortcuts.ifPresent(them -> them.give(save, "Shortcut+D", "Shortcut+D"));
        var revert = item("views.revert", model::revert);
        var rename = item("views.rename", commands::rename);
        var delete = item("views.delete", commands::delete);
        var rest = List.of(new SeparatorMenuItem(), save, item("views.saveAs", commands::saveAs), revert, rename,
                delete, new SeparatorMenuItem(), item("views.export", commands::export),
                item("views.open", commands::open));
        Runnable mark = () -> {
            items.forEach(this::mark);
            disableIf(model.isOwn() && !model.isChanged(), "views.unchanged", save);
            disableIf(!model.isChanged(), "views.unchanged", revert);
            disableIf(!model.isOwn(), "views.builtIn", rename);
            disableIf(!model.isOwn(), "views.builtIn", delete);
        };
        return Subscription.combine(model.viewsProperty().subscribe(views -> {
            var one = new ToggleGroup();
            var all = new ArrayList<MenuItem>(views.stream().map(savedView -> item(savedView, one)).toList());
            platformMenuShortcuts.ifPresent(them -> giveKeys(all, them));
            all.addAll(rest);
            items.setAll(all);
            mark.run();
        }), model.currentProperty().subscribe((_, _) -> mark.run()),
                model.differencesProperty().subscribe((_, _) -> mark.run()));
    }

    /// Gives them their keys, before they are in a menu: a key that an item without one gets in a menu of a scene does
    /// nothing there.
    private static void giveKeys(List<MenuItem> views, PlatformMenuShortcuts platformMenuShortcuts) {
        // Alt with a digit types a character on a Mac
        for (int number = 1; number <= Math.min(VIEWS_WITH_KEYS, views.size()); number++)
            platformMenuShortcuts.give(views.get(number - 1), "Alt+" + number, "Shortcut+Alt+" + number);
    }

    private RadioMenuItem item(SavedView savedView, ToggleGroup one) {
        var item = new RadioMenuItem();
        item.setId("use-" + savedView.id().replace(':', '-'));
        item.setToggleGroup(one);
        item.setUserData(savedView);
        item.setMnemonicParsing(false);
        // unlike a click, its key would deselect the current item
        item.setOnAction(_ -> {
            model.apply(savedView);
            mark(item);
        });
        return item;
    }

    /// Marks the current view, and whether it was changed.
    private void mark(MenuItem item) {
        if (!(item instanceof RadioMenuItem radio && item.getUserData() instanceof SavedView savedView)) return;
        boolean isCurrent = savedView.id().equals(model.current().id());
        radio.setText(words.state(words.name(savedView, BuiltInView.of(savedView)), isCurrent && model.isChanged()));
        radio.setSelected(isCurrent);
    }

    private MenuItem item(String key, Runnable action) {
        var item = KeyedMenuItem.of(texts, key, action);
        item.setUserData(key);
        return item;
    }

    /// Disables the item and appends the reason to its name.
    private void disableIf(boolean isImpossible, String why, MenuItem item) {
        new MenuItemDisabler(texts).update(!isImpossible, item, texts.format((String) item.getUserData()),
                texts.format(why));
    }
}
