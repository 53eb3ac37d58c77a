package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import org.jspecify.annotations.Nullable;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ValidationError;
import poolscope.ui.connections.PoolQueryFormValues.Sorting;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.text.Texts;

/// The part of the connection's form with the parameters of the list request.
public final class PoolQueryController implements AutoCloseable {
    /// The statuses in the service's document; others may be typed.
    private static final List<String> STATUSES = List.of("running", "deploying", "concerning", "abnormal");

    private final Texts texts;

    @FXML
    private TextField clusterName;
    @FXML
    private ComboBox<String> status;
    @FXML
    private ComboBox<Sorting> sorting;
    @FXML
    private TextField pageSize;
    @FXML
    private ComboBox<RequestedPoolLists.Generations> generations;
    @FXML
    private ComboBox<RequestedPoolLists.Workspaces> workspaces;

    public PoolQueryController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        status.getItems().setAll(STATUSES);
        sorting.setConverter(new ChoiceConverter<>(one -> texts.format("form.query.sorting." + one.name())));
        sorting.getItems().setAll(Sorting.values());
        pageSize.setPromptText(Integer.toString(PoolQuery.ALL.pageSize()));
        generations.setConverter(new ChoiceConverter<>(one -> texts.format("form.query.api." + one.name())));
        generations.getItems().setAll(RequestedPoolLists.Generations.values());
        workspaces.setConverter(new ChoiceConverter<>(one -> texts.format("form.query.workspaces." + one.name())));
        workspaces.getItems().setAll(RequestedPoolLists.Workspaces.values());
        generations.valueProperty().subscribe(this::showWhatIsAsked);
        show(PoolQueryFormValues.ALL);
    }

    /// Only the list of v2 has workspaces, and only that of v1 the other parameters.
    private void showWhatIsAsked(RequestedPoolLists.@Nullable Generations now) {
        DisabledReason.set(workspaces,
                now == RequestedPoolLists.Generations.V1 ? texts.format("form.query.workspaces.not") : "");
        for (var control : List.of(clusterName, status, sorting, pageSize))
            DisabledReason.set(control,
                    now == RequestedPoolLists.Generations.V2 ? texts.format("form.query.narrowing.not") : "");
    }

    /// The field that has the error; empty when it is none of these.
    Optional<Control> fieldOf(ValidationError error) {
        return error == ValidationError.PAGE_SIZE_OUT_OF_RANGE ? Optional.of(pageSize) : Optional.empty();
    }

    /// The typed values.
    PoolQueryFormValues form() {
        return new PoolQueryFormValues(clusterName.getText(), status.getEditor().getText(), sorting.getValue(),
                pageSize.getText(), new RequestedPoolLists(generations.getValue(), workspaces.getValue()));
    }

    void show(PoolQueryFormValues form) {
        clusterName.setText(form.name());
        status.getEditor().setText(form.status());
        sorting.setValue(form.sorting());
        pageSize.setText(form.pageSize());
        generations.setValue(form.scope().generations());
        workspaces.setValue(form.scope().workspaces());
    }

    @Override
    public void close() {
        // nothing to release
    }
}
