package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// The projects that IAM lists, with a check box each: a new connection is made for each ticked one. Disabled projects
/// are shown, but can't be ticked.
public final class IamProjectsController implements AutoCloseable {
    private static final int MOST_ROWS = 6;

    private final Texts texts;
    private final ObservableList<IamProject> ticked = FXCollections.observableArrayList();
    private Runnable onConfirm = () -> {
    };

    @FXML
    private VBox iamProjects;
    @FXML
    private ListView<IamProject> projects;
    @FXML
    private Label projectsNote;

    public IamProjectsController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        SceneNodeVisibility.show(iamProjects, false);
        projects.setCellFactory(_ -> new IamProjectCell(ticked::contains, this::toggle, texts));
        projects.addEventFilter(KeyEvent.KEY_PRESSED, this::pressed);
    }

    /// Reports the ticked projects, in the order of the list, whenever they change.
    ///
    /// @param onConfirm
    ///            runs for Enter in the list
    void follow(Consumer<List<IamProject>> onTicked, Runnable onConfirm) {
        this.onConfirm = onConfirm;
        ticked.addListener((ListChangeListener<IamProject>) _ -> onTicked.accept(ticked()));
    }

    /// Offers these projects; none is ticked.
    void offer(List<IamProject> found) {
        ticked.clear();
        projects.getItems().setAll(found);
        projects.prefHeightProperty()
                .bind(projects.fixedCellSizeProperty().multiply(Math.min(found.size(), MOST_ROWS)).add(2));
        projects.getSelectionModel().selectFirst();
        SceneNodeVisibility.show(iamProjects, true);
        projects.requestFocus();
    }

    /// The ticked projects, in the order of the list.
    List<IamProject> ticked() {
        return projects.getItems().stream().filter(ticked::contains).toList();
    }

    /// Says which connections are made for the ticked projects.
    void showNames(List<String> names) {
        projectsNote.setText(names.size() < 2
                ? texts.format("form.projects.note")
                : texts.format("form.projects.several", names.size(),
                        String.join(texts.format("form.projects.join"), names)));
    }

    private void toggle(IamProject project) {
        if (!project.enabled()) return;
        if (!ticked.remove(project)) ticked.add(project);
        projects.refresh();
    }

    private void pressed(KeyEvent key) {
        switch (key.getCode()) {
            case SPACE -> Optional.ofNullable(projects.getSelectionModel().getSelectedItem()).ifPresent(this::toggle);
            case ENTER -> onConfirm.run();
            default -> {
                return;
            }
        }
        key.consume();
    }

    @Override
    public void close() {
        // nothing to release
    }
}
