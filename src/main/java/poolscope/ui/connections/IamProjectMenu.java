package poolscope.ui.connections;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.text.Texts;

/// A menu of the projects that IAM lists. Disabled projects are shown, but can't be selected.
final class IamProjectMenu {
    private IamProjectMenu() {}

    /// Shows the menu under the field; the only selectable project is selected at once.
    static void offer(List<IamProject> projects, TextField field, Texts texts) {
        var usable = projects.stream().filter(IamProject::enabled).toList();
        if (usable.size() == 1) field.setText(usable.getFirst().id());
        else if (!projects.isEmpty()) of(projects, texts, field::setText).show(field, Side.BOTTOM, 0, 0);
    }

    private static ContextMenu of(List<IamProject> projects, Texts texts, Consumer<String> chosen) {
        var menu = new ContextMenu();
        for (var project : projects) {
            var choice = new MenuItem();
            new MenuItemDisabler(texts).update(project.enabled(), choice, project.name() + "  " + project.id(),
                    texts.format("form.projects.disabled.not"));
            choice.setOnAction(_ -> chosen.accept(project.id()));
            menu.getItems().add(choice);
        }
        return menu;
    }
}
