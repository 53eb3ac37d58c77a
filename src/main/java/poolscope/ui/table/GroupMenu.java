package poolscope.ui.table;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Menu;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.ui.commands.KeyedMenuItem;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.pools.PoolGroupingModel;
import poolscope.ui.text.Texts;

/// The menu *Group by*: a choice, a key that cycles through it, and commands that fold all groups.
final class GroupMenu {
    private final PoolGroupingModel model;
    private final Texts texts;
    private final PlatformMenuShortcuts platformMenuShortcuts;
    private final ToggleGroup one = new ToggleGroup();

    GroupMenu(PoolGroupingModel model, Texts texts, PlatformMenuShortcuts platformMenuShortcuts) {
        this.model = model;
        this.texts = texts;
        this.platformMenuShortcuts = platformMenuShortcuts;
    }

    /// Fills that menu.
    void fill(Menu menu) {
        var choices = new ArrayList<RadioMenuItem>();
        for (var poolGroupingCriterion : PoolGroupingCriterion.values())
            choices.add(choice(poolGroupingCriterion));
        var next = KeyedMenuItem.of(texts, "grouping.next", () -> model.groupBy(model.poolGroupingCriterion().next()));
        platformMenuShortcuts.give(next, "Shortcut+G", "Shortcut+Alt+G");
        var fold = KeyedMenuItem.of(texts, "grouping.foldAll", () -> model.foldAll(true));
        var open = KeyedMenuItem.of(texts, "grouping.openAll", () -> model.foldAll(false));
        menu.getItems().setAll(choices);
        menu.getItems().addAll(List.of(new SeparatorMenuItem(), next, fold, open));
        var disabler = new MenuItemDisabler(texts);
        menu.setOnShowing(_ -> {
            for (var choice : choices)
                choice.setSelected(choice.getUserData() == model.poolGroupingCriterion());
            boolean isGrouped = model.poolGroupingCriterion() != PoolGroupingCriterion.NONE;
            disabler.update(isGrouped, fold, texts.format("grouping.foldAll"), texts.format("grouping.fold.not"));
            disabler.update(isGrouped, open, texts.format("grouping.openAll"), texts.format("grouping.fold.not"));
        });
    }

    private RadioMenuItem choice(PoolGroupingCriterion poolGroupingCriterion) {
        var choice = new RadioMenuItem(texts.format("grouping." + poolGroupingCriterion.name()));
        choice.setId("group-" + poolGroupingCriterion.id());
        choice.setToggleGroup(one);
        choice.setUserData(poolGroupingCriterion);
        choice.setOnAction(_ -> model.groupBy(poolGroupingCriterion));
        return choice;
    }
}
