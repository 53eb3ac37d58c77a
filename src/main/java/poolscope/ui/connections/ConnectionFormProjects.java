package poolscope.ui.connections;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.text.Texts;

/// The projects that IAM found for the form of a connection: one goes into the form, of several a connection is made
/// for each.
final class ConnectionFormProjects {
    private final IamProjectsController list;
    private final Fields fields;
    private final Supplier<ConnectionFormValues.Service> typed;
    private final Texts texts;

    /// The controls of the form that the projects change.
    record Fields(TextField name, TextField region, TextField project, Button save) {}

    /// @param typed
    ///            what the form says of the service now
    ConnectionFormProjects(IamProjectsController list, Fields fields, Supplier<ConnectionFormValues.Service> typed,
            Texts texts) {
        this.list = list;
        this.fields = fields;
        this.typed = typed;
        this.texts = texts;
    }

    /// Keeps the form as the ticked projects ask.
    void install() {
        list.follow(this::showTicked, fields.save()::fire);
        fields.name().textProperty().subscribe((_, _) -> showNames(list.ticked()));
    }

    /// The only usable project is taken at once; an edited connection has one project.
    void offer(List<IamProject> projects, boolean isNewConnection) {
        boolean isChoice = projects.stream().filter(IamProject::enabled).count() > 1;
        if (isChoice && isNewConnection) list.offer(projects);
        else
            IamProjectMenu.offer(projects, fields.project(), texts);
    }

    /// The ticked projects, in the order of the list.
    List<IamProject> ticked() {
        return list.ticked();
    }

    /// A ticked project is in the form, with its region; of several, the connections are named.
    private void showTicked(List<IamProject> ticked) {
        if (!ticked.isEmpty()) fields.project().setText(ticked.getFirst().id());
        if (ticked.size() == 1)
            ConnectionPerProject.otherRegion(typed.get(), ticked.getFirst())
                    .ifPresent(other -> fields.region().setText(other.id()));
        boolean isSeveral = ticked.size() > 1;
        DisabledReason.set(fields.project(), isSeveral ? texts.format("form.project.not") : "");
        fields.save().setText(isSeveral ? texts.format("form.save.several", ticked.size()) : texts.format("form.save"));
        showNames(ticked);
    }

    private void showNames(List<IamProject> ticked) {
        list.showNames(ticked.stream().map(one -> ConnectionPerProject.name(fields.name().getText(), one)).toList());
    }
}
