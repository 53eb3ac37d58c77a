package poolscope.ui.connections;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ListCell;
import org.jspecify.annotations.Nullable;
import poolscope.pool.ExternalTextCleaner;
import poolscope.ui.text.Texts;

/// A project with its check box.
final class IamProjectCell extends ListCell<IamProject> {
    private final Predicate<IamProject> isTicked;
    private final Texts texts;
    private final CheckBox box = new CheckBox();

    IamProjectCell(Predicate<IamProject> isTicked, Consumer<IamProject> toggle, Texts texts) {
        this.isTicked = isTicked;
        this.texts = texts;
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        box.setOnAction(_ -> {
            if (getItem() != null) toggle.accept(getItem());
        });
    }

    @Override
    protected void updateItem(@Nullable IamProject project, boolean empty) {
        super.updateItem(project, empty);
        if (project == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean ticked = isTicked.test(project);
        var name = ExternalTextCleaner.of(project.name());
        box.setText(
                texts.format(project.enabled() ? "form.projects.line" : "form.projects.disabled", name, project.id()));
        box.setSelected(ticked);
        box.setDisable(!project.enabled());
        setAccessibleText(texts.format(ticked ? "form.projects.ticked" : "form.projects.unticked", box.getText()));
        setGraphic(box);
    }
}
