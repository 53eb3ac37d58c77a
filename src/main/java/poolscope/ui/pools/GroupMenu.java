package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.input.KeyCombination;
import poolscope.pool.Grouping;
import poolscope.ui.text.Texts;

/// By what the pools are grouped: one choice of several, a key that goes through them, and folding of all groups.
final class GroupMenu {
    private final GroupsModel model;
    private final Texts texts;

    GroupMenu(GroupsModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /// Fills that menu.
    void fill(Menu menu) {
        var choices = new ArrayList<RadioMenuItem>();
        for (var grouping : Grouping.values())
            choices.add(choice(grouping));
        var next = item("grouping.next", () -> model.groupBy(model.grouping().next()));
        next.setAccelerator(KeyCombination.valueOf(isMac() ? "Shortcut+Alt+G" : "Shortcut+G"));
        var fold = item("grouping.foldAll", () -> model.foldAll(true));
        var open = item("grouping.openAll", () -> model.foldAll(false));
        menu.getItems().setAll(choices);
        menu.getItems().addAll(List.of(new SeparatorMenuItem(), next, fold, open));
        menu.setOnShowing(_ -> {
            for (var choice : choices)
                choice.setSelected(choice.getUserData() == model.grouping());
            fold.setDisable(model.grouping() == Grouping.NONE);
            open.setDisable(model.grouping() == Grouping.NONE);
        });
    }

    private static boolean isMac() {
        return System.getProperty("os.name").startsWith("Mac");
    }

    private RadioMenuItem choice(Grouping grouping) {
        var choice = new RadioMenuItem(texts.say("grouping." + grouping.name()));
        choice.setId("group-" + grouping.id());
        choice.setUserData(grouping);
        choice.setOnAction(_ -> model.groupBy(grouping));
        return choice;
    }

    private MenuItem item(String key, Runnable act) {
        var item = new MenuItem(texts.say(key));
        item.setOnAction(_ -> act.run());
        return item;
    }
}
