package poolscope.ui.savedviews;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.VBox;
import poolscope.settings.SavedView;
import poolscope.ui.navigation.SavedViewQuestion;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.SavedViewText;
import poolscope.ui.text.Texts;

/// The form for a view's name, for unknown names of an imported view, or to confirm its removal.
public final class SavedViewFormController implements AutoCloseable {
    private final SavedViewsModel model;
    private final SavedViewQuestion question;
    private final Texts texts;
    private final Runnable close;
    private final SavedViewText words;
    private final Map<String, ComboBox<String>> standIns = new HashMap<>();

    @FXML
    private Label title;
    @FXML
    private Label sentence;
    @FXML
    private VBox nameFields;
    @FXML
    private TextField viewName;
    @FXML
    private VBox scopeFields;
    @FXML
    private ComboBox<SavedView.Scope> scope;
    @FXML
    private VBox unknown;
    @FXML
    private Label problem;
    @FXML
    private Button agree;
    @FXML
    private Button cancelQuestion;

    public SavedViewFormController(SavedViewsModel model, SavedViewQuestion question, Texts texts, Runnable close) {
        this.model = model;
        this.question = question;
        this.texts = texts;
        this.close = close;
        words = new SavedViewText(texts);
    }

    @FXML
    private void initialize() {
        choices(scope, model.scopes(), words::scope);
        switch (question) {
            case SavedViewQuestion.SaveAs _ -> ask("views.form.saveAs", "views.form.save", "");
            case SavedViewQuestion.Rename(var savedView) ->
                ask("views.form.rename", "views.form.save", savedView.name());
            case SavedViewQuestion.Delete(var savedView) -> {
                ask("views.form.delete", "views.form.delete.agree", savedView.name());
                sentence.setText(texts.format("views.form.delete.sure", savedView.name()));
                agree.getStyleClass().add("danger");
                agree.setDefaultButton(false);
            }
            case SavedViewQuestion.Open(var savedView) -> {
                ask("views.form.open", "views.form.open.agree", savedView.name());
                model.unknown(savedView).forEach(name -> offer(savedView, name));
                if (!standIns.isEmpty()) sentence.setText(texts.format("views.form.unknown"));
            }
        }
        SceneNodeVisibility.show(sentence, !sentence.getText().isEmpty());
        SceneNodeVisibility.show(nameFields, !(question instanceof SavedViewQuestion.Delete));
        SceneNodeVisibility.show(scopeFields,
                question instanceof SavedViewQuestion.SaveAs && scope.getItems().size() > 1);
        SceneNodeVisibility.show(unknown, !standIns.isEmpty());
        var first = question instanceof SavedViewQuestion.Delete ? cancelQuestion : viewName;
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) first.requestFocus();
        });
    }

    private void ask(String titleKey, String agreeKey, String name) {
        title.setText(texts.format(titleKey));
        agree.setText(texts.format(agreeKey));
        viewName.setText(name);
        viewName.selectAll();
    }

    /// A choice of the connection or group that replaces an unknown one.
    private void offer(SavedView savedView, String name) {
        var known = new java.util.ArrayList<String>();
        known.add("");
        known.addAll(model.known(savedView));
        var box = new ComboBox<String>();
        choices(box, known, one -> one.isEmpty() ? texts.format("views.form.leaveOut") : words.connection(one));
        box.setMaxWidth(Double.MAX_VALUE);
        var label = new Label(words.connection(name));
        label.getStyleClass().add("field-name");
        label.setLabelFor(box);
        unknown.getChildren().addAll(label, box);
        standIns.put(name, box);
    }

    private static <T> void choices(ComboBox<T> box, List<T> values, Function<T, String> word) {
        box.setConverter(new ChoiceConverter<>(word));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
    }

    @FXML
    private void agree() {
        var error = switch (question) {
            case SavedViewQuestion.SaveAs _ -> model.saveAs(viewName.getText(), scope.getValue());
            case SavedViewQuestion.Rename(var savedView) -> model.rename(savedView, viewName.getText());
            case SavedViewQuestion.Open(var savedView) -> model.add(savedView, viewName.getText(), instead());
            case SavedViewQuestion.Delete(var savedView) -> {
                model.delete(savedView);
                yield Optional.<SavedViewNameError>empty();
            }
        };
        problem.setText(error.map(it -> texts.format("views.flaw." + it.name())).orElse(""));
        SceneNodeVisibility.show(problem, error.isPresent());
        if (error.isEmpty()) close.run();
    }

    private Map<String, String> instead() {
        var instead = new HashMap<String, String>();
        standIns.forEach((name, box) -> {
            if (!box.getValue().isEmpty()) instead.put(name, box.getValue());
        });
        return instead;
    }

    @FXML
    private void cancel() {
        close.run();
    }

    /// nothing to release
    @Override
    public void close() {}
}
