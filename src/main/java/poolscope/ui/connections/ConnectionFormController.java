package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.connection.CloudRegion;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.SavedConnection;
import poolscope.connection.ValidationError;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.FormScrollPane;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.ConnectionTestStepText;
import poolscope.ui.text.Texts;

/// The form of a connection: shows the fields that the chosen way needs, and what is wrong with one of them.
public final class ConnectionFormController implements AutoCloseable {
    private final ConnectionFormModel model;
    private final Texts texts;
    private final ConnectionFormText words;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Label title;
    @FXML
    private TextField name;
    @FXML
    private ComboBox<String> region;
    @FXML
    private TextField endpoint;
    @FXML
    private TextField project;
    @FXML
    private Button find;
    @FXML
    private VBox found;
    @FXML
    private VBox connectionForm;
    @FXML
    private VBox column;
    @FXML
    private VBox fields;
    @FXML
    private FormScrollPane middle;
    @FXML
    private FormScrollPane beside;
    @FXML
    private VBox checks;
    @FXML
    private Label checksNote;
    @FXML
    private GridPane steps;
    @FXML
    private Button testForm;
    @FXML
    private Button copyDiagnosis;
    @FXML
    private SignInFieldsController signInFieldsController;
    @FXML
    private MoreConnectionSettingsController moreController;
    @FXML
    private Label problem;

    public ConnectionFormController(ConnectionFormModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        words = new ConnectionFormText(texts);
    }

    @FXML
    private void initialize() {
        title.setText(texts.format(model.before().isPresent() ? "form.title.edit" : "form.title.new"));
        region.getItems().setAll(CloudRegion.KNOWN.stream().map(CloudRegion::id).toList());
        moreController.showRefreshEvery(model.refreshChoices(Optional.empty()), Optional.empty());
        followModel();
        SceneNodeVisibility.show(found, false);
        moreController.followCaFile(model::checkCaFile,
                texts.format(model.lacksCaFilePassword() ? "form.secret.lacking" : "form.secret.kept"));
        nameFields(fields);
        model.before().or(model::copied).ifPresentOrElse(this::fill, () -> model.searchCredentials(this::offer));
        model.copied().ifPresent(this::nameCopy);
        model.foundCredentials().ifPresent(this::begin);
        if (form().hasMoreSettings()) moreController.open();
        focusFirst();
        if (model.isToBeTested()) test();
    }

    private void followModel() {
        subscriptions = Subscription.combine(region.getEditor().textProperty().subscribe((_, now) -> {
            model.endpointOf(now).ifPresent(endpoint::setText);
            model.iamOf(now).ifPresent(moreController::setIam);
        }), model.runningProperty().subscribe(now -> find.setDisable(now)),
                new ConnectionTestResultsView(steps, model, new ConnectionTestStepText(texts)).show(),
                model.testingProperty()
                        .subscribe(now -> testForm.setText(texts.format(now ? "form.stop" : "form.test"))),
                model.keyStoreProperty().subscribe(signInFieldsController::showSecretStore),
                new ConnectionTestPlacement(connectionForm, new ConnectionTestPlacement.Columns(column, middle, beside),
                        new ConnectionTestPlacement.Checks(checks, checksNote, steps)).follow());
        problem.textProperty().subscribe(text -> SceneNodeVisibility.show(problem, !text.isEmpty()));
    }

    private void focusFirst() {
        Control first = model.foundCredentials().isPresent()
                ? region
                : model.lacksSecret() ? signInFieldsController.firstField().orElse(name) : name;
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) first.requestFocus();
        });
    }

    /// Secrets belong to the connection that is copied.
    private void nameCopy(SavedConnection original) {
        name.setText(texts.format("form.name.copy", original.connection().name()));
        signInFieldsController.clearPrompts();
    }

    /// Tells a screen reader which label names which field: the one after it, or the first of the row after it.
    private static void nameFields(Pane pane) {
        Label last = null;
        for (var part : pane.getChildren()) {
            if (part instanceof Label label) last = label;
            else if (part instanceof VBox inner) nameFields(inner);
            else if (part instanceof TitledPane section && section.getContent() instanceof VBox inner)
                nameFields(inner);
            else if (last != null && last.getLabelFor() == null)
                last.setLabelFor(part instanceof HBox row ? row.getChildren().getFirst() : part);
        }
    }

    private void fill(SavedConnection saved) {
        name.setText(saved.connection().name());
        region.getEditor().setText(saved.connection().region().orElse(""));
        endpoint.setText(saved.connection().address());
        project.setText(saved.connection().projectId());
        signInFieldsController.show(saved.signInMethod(),
                texts.format(model.lacksSecret() ? "form.secret.lacking" : "form.secret.kept"));
        moreController.show(saved);
        moreController.showRefreshEvery(model.refreshChoices(saved.refreshEvery()), saved.refreshEvery());
    }

    /// What is typed now.
    private ConnectionFormValues form() {
        return new ConnectionFormValues(model.id(),
                new ConnectionFormValues.Service(name.getText(), region.getEditor().getText(), endpoint.getText(),
                        project.getText()),
                signInFieldsController.secrets(moreController.iam()), moreController.route(), moreController.query(),
                moreController.listing(model.before().map(one -> one.connectionListAppearance().ticked()).orElse(true)),
                moreController.refreshEvery());
    }

    /// Offers what was found on this computer: one link each, which fills the fields and keeps nothing yet. What can't
    /// be used is named, so that nobody wonders where it is.
    private void offer(List<CredentialDiscovery.Finding> findings) {
        for (var each : findings) {
            words.trouble(each).map(Label::new).ifPresent(this::addTrouble);
            if (!(each instanceof CredentialDiscovery.Finding.Usable finding)) continue;
            var link = new Hyperlink(texts.format("form.found", words.where(finding.location())));
            link.setOnAction(_ -> use(finding));
            found.getChildren().add(link);
            SceneNodeVisibility.show(found, true);
        }
    }

    private void addTrouble(Label trouble) {
        trouble.setWrapText(true);
        found.getChildren().add(trouble);
        SceneNodeVisibility.show(found, true);
    }

    /// As far as what was found goes; the projects are asked for when only they are missing.
    private void begin(CredentialDiscovery.Finding.Usable finding) {
        use(finding);
        if (project.getText().isEmpty() && !moreController.iam().isEmpty()) findProjects();
    }

    private void use(CredentialDiscovery.Finding.Usable finding) {
        var draft = finding.draft();
        name.setText(draft.name());
        region.getEditor().setText(draft.region());
        if (!draft.endpoint().isEmpty()) endpoint.setText(draft.endpoint());
        project.setText(draft.projectId());
        signInFieldsController.use(finding.credentials());
    }

    @FXML
    private void test() {
        if (model.testingProperty().get()) {
            model.stopTest();
            return;
        }
        showError(model.test(form()));
        SceneNodeVisibility.show(copyDiagnosis, model.diagnosis().isPresent());
    }

    @FXML
    private void copyDiagnosis() {
        model.diagnosis().ifPresent(text -> ClipboardText.put(copyDiagnosis, text));
    }

    @FXML
    private void findProjects() {
        var validationError = model.findProjects(form(), projects -> {
            problem.setText(projects.isEmpty() ? texts.format("form.project.none", moreController.iam()) : "");
            IamProjectMenu.offer(projects, project);
        }, failure -> problem.setText(new ConnectionTestStepText(texts).failure(failure)));
        showError(validationError);
    }

    @FXML
    private void save() {
        var validationError = model.save(form(), signInFieldsController.isToBeRemembered());
        showError(validationError);
        if (validationError.isEmpty()) close.run();
    }

    /// Shows an error, and the section that it is in; nothing when there is none.
    private void showError(Optional<ValidationError> error) {
        boolean isOfIam = error.isPresent() && form().isErrorOfIam(error.get());
        problem.setText(
                error.map(words::error).map(text -> isOfIam ? texts.format("form.iam.error", text) : text).orElse(""));
        if (isOfIam) moreController.openAtIam();
        else if (error.isPresent() && form().hasErrorInMore()) moreController.open();
    }

    @FXML
    private void cancel() {
        close.run();
    }

    @Override
    public void close() {
        model.close();
        subscriptions.unsubscribe();
    }
}
