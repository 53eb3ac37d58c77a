package poolscope.ui.connections;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Side;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;

/// A menu of the projects that IAM lists. Disabled projects are shown, but can't be selected.
final class IamProjectMenu {
    private IamProjectMenu() {}

    /// Shows the menu under the field; the only selectable project is selected at once.
    static void offer(List<IamProject> projects, TextField field) {
        var usable = projects.stream().filter(IamProject::enabled).toList();
        if (usable.size() == 1) field.setText(usable.getFirst().id());
        else if (!projects.isEmpty()) of(projects, field::setText).show(field, Side.BOTTOM, 0, 0);
    }

    private static ContextMenu of(List<IamProject> projects, Consumer<String> chosen) {
        var menu = new ContextMenu();
        for (var project : projects) {
            var choice = new MenuItem(project.name() + "  " + project.id());
            choice.setDisable(!project.enabled());
            choice.setOnAction(_ -> chosen.accept(project.id()));
            menu.getItems().add(choice);
        }
        return menu;
    }
}
