package poolscope.ui.views;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import javafx.collections.ObservableList;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import poolscope.settings.View;
import poolscope.ui.text.Texts;
import poolscope.ui.text.ViewText;

/// The menu of views: one item a view, then what can be done with the current one. It stands beside the filter bar and in the
/// menu bar; only there the keys belong to its items.
final class ViewMenu {
    private static final int VIEWS_WITH_KEYS = 9;

    private final ViewsModel model;
    private final Texts texts;
    private final ViewText words;
    private final ViewsController commands;

    ViewMenu(ViewsModel model, Texts texts, ViewsController commands) {
        this.model = model;
        this.texts = texts;
        this.commands = commands;
        words = new ViewText(texts);
    }

    Subscription fill(ObservableList<MenuItem> items, boolean withKeys) {
        Runnable show = () -> items.setAll(items(withKeys));
        show.run();
        return Subscription.combine(model.viewsProperty().subscribe(_ -> show.run()),
                model.currentProperty().subscribe(_ -> show.run()), model.changedProperty().subscribe(_ -> show.run()));
    }

    private List<MenuItem> items(boolean withKeys) {
        var items = new ArrayList<MenuItem>();
        for (var view : model.viewsProperty().get())
            items.add(item(view, withKeys ? items.size() + 1 : 0));
        boolean isOwn = model.isOwn();
        items.add(new SeparatorMenuItem());
        items.add(unless(isOwn && !model.isChanged(), "views.unchanged", item("views.save", commands::save)));
        if (withKeys) items.getLast().setAccelerator(KeyCombination.valueOf("Shortcut+D"));
        items.add(item("views.saveAs", commands::saveAs));
        items.add(unless(!model.isChanged(), "views.unchanged", item("views.revert", model::revert)));
        items.add(unless(!isOwn, "views.builtIn", item("views.rename", commands::rename)));
        items.add(unless(!isOwn, "views.builtIn", item("views.delete", commands::delete)));
        items.add(new SeparatorMenuItem());
        items.add(item("views.export", commands::export));
        items.add(item("views.open", commands::open));
        return items;
    }

    /// @param number
    ///            the view's place from 1, or 0 for an item without a key
    private RadioMenuItem item(View view, int number) {
        var item = new RadioMenuItem();
        boolean isCurrent = view.id().equals(model.current().id());
        item.setText(words.state(words.name(view, BuiltIn.of(view)), isCurrent && model.isChanged()));
        item.setMnemonicParsing(false);
        item.setSelected(isCurrent);
        if (number > 0 && number <= VIEWS_WITH_KEYS) item.setAccelerator(KeyCombination.valueOf(key(number)));
        item.setOnAction(_ -> model.apply(view));
        return item;
    }

    private MenuItem item(String key, Runnable action) {
        var item = new MenuItem(texts.say(key));
        item.setId(key.replace('.', '-'));
        item.setOnAction(_ -> action.run());
        return item;
    }

    /// The item, disabled with the reason behind its name when it is impossible.
    private MenuItem unless(boolean isImpossible, String why, MenuItem item) {
        if (!isImpossible) return item;
        item.setDisable(true);
        item.setText(texts.say("menu.because", item.getText(), texts.say(why)));
        return item;
    }

    /// Alt and a digit writes a letter on a Mac.
    private static String key(int number) {
        boolean isMac = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac");
        return (isMac ? "Shortcut+Alt+" : "Alt+") + number;
    }
}
