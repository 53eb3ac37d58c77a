package poolscope.ui.connections;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import poolscope.api.ProjectFinder.Project;

/// The projects that IAM names, to choose one of. Those that are switched off can be seen and not chosen.
final class ProjectMenu {
    private ProjectMenu() {}

    /// @param chosen
    ///            hears the id of the chosen project
    static ContextMenu of(List<Project> projects, Consumer<String> chosen) {
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
