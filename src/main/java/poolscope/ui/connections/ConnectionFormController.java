package poolscope.ui.connections;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.connection.CloudRegion;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.SavedConnection;
import poolscope.connection.ValidationError;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.DiscardQuestion;
import poolscope.ui.parts.FormInputs;
import poolscope.ui.parts.FormScrollPane;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.ConnectionTestStepText;
import poolscope.ui.text.Texts;

/// The form of a connection: shows the fields that the chosen way needs, and what is wrong with one of them.
public final class ConnectionFormController implements AutoCloseable {
    private static final KeyCombination TEST = new KeyCodeCombination(KeyCode.ENTER, KeyCombination.SHORTCUT_DOWN);

    private static final PseudoClass OLD = PseudoClass.getPseudoClass("old");

    private final ConnectionFormModel model;
    private final Texts texts;
    private final ConnectionFormText words;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;
    private Optional<ValidationError> shownError = Optional.empty();
    private Optional<ConnectionFormValues.TestedInputs> testedInputs = Optional.empty();

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
    private Label checksOld;
    @FXML
    private GridPane steps;
    @FXML
    private Button saveForm;
    @FXML
    private Button testForm;
    @FXML
    private Button copyDiagnosis;
    @FXML
    private SignInFieldsController signInFieldsController;
    @FXML
    private IamProjectsController iamProjectsController;
    @FXML
    private TitledPane more;
    @FXML
    private MoreConnectionSettingsController moreController;
    @FXML
    private Label problem;
    @FXML
    private Label notSaved;
    @FXML
    private Button cancelForm;
    private Optional<DiscardQuestion> discardQuestion = Optional.empty();

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
        middle.showUnfolded(more, column);
        SceneNodeVisibility.show(found, false);
        moreController.followCaFile(model::checkCaFile, secretPrompt(model.caFilePasswordPlace()));
        ScreenReaderFieldLabels.connect(fields);
        model.before().or(model::copied).ifPresentOrElse(this::fill, this::searchCredentials);
        model.copied().ifPresent(this::nameCopy);
        model.foundCredentials().ifPresent(this::begin);
        if (form().hasMoreSettings()) moreController.open();
        connectionForm.addEventFilter(KeyEvent.KEY_PRESSED, this::testByKey);
        LazyTooltip.setText(testForm, texts.format("form.test.tip", PlatformMenuShortcuts.ofThis().display(TEST)));
        focusFirst();
        discardQuestion = Optional
                .of(new DiscardQuestion(cancelForm, notSaved, texts.format("form.discard"), this::form));
        if (model.isToBeTested()) test();
    }

    private void testByKey(KeyEvent event) {
        if (!TEST.match(event)) return;
        test();
        event.consume();
    }

    private void followModel() {
        subscriptions = Subscription.combine(region.getEditor().textProperty().subscribe((_, now) -> {
            model.endpointOf(now).ifPresent(endpoint::setText);
            model.iamOf(now).ifPresent(moreController::setIam);
        }), FormInputs.onChange(fields, this::showChanged),
                model.runningProperty()
                        .subscribe(now -> DisabledReason.set(find, now ? texts.format("form.find.not") : "")),
                new ConnectionTestResultsView(steps, model, new ConnectionTestStepText(texts)).show(),
                model.testingProperty().subscribe(this::showTesting),
                model.keyStoreProperty().subscribe(signInFieldsController::showSecretStore),
                new ConnectionTestResultsPlacement(connectionForm,
                        new ConnectionTestResultsPlacement.Columns(column, middle, beside),
                        new ConnectionTestResultsPlacement.Checks(checks, checksNote, steps)).follow());
        projects().install();
        // its line stays free, so that a click that was begun hits the button that it was aimed at
        problem.textProperty().subscribe(text -> problem.setVisible(!text.isEmpty()));
    }

    /// The name that the connection gets when none is typed. An error is hidden as soon as it is corrected.
    private void showChanged() {
        var suggestion = model.suggestedName(region.getEditor().getText(), endpoint.getText());
        name.setPromptText(suggestion.isEmpty() ? texts.format("form.name.prompt") : suggestion);
        if (model.before().isPresent()) signInFieldsController.showPrompt(signInPrompt());
        showOld();
        discardQuestion.ifPresent(DiscardQuestion::withdraw);
        if (shownError.isEmpty() || model.error(form()).equals(shownError)) return;
        shownError = Optional.empty();
        problem.setText("");
    }

    private void focusFirst() {
        boolean isSaved = model.before().or(model::copied).isPresent();
        Control first = !isSaved
                ? region
                : model.needsSecret() ? signInFieldsController.firstField().orElse(name) : name;
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) first.requestFocus();
        });
    }

    /// Secrets belong to the connection that is copied.
    private void nameCopy(SavedConnection original) {
        name.setText(texts.format("form.name.copy", original.serviceAndProject().name()));
        signInFieldsController.clearPrompts();
    }

    private void fill(SavedConnection saved) {
        name.setText(saved.serviceAndProject().name());
        region.getEditor().setText(saved.serviceAndProject().region().orElse(""));
        endpoint.setText(saved.serviceAndProject().address());
        project.setText(saved.serviceAndProject().projectId());
        signInFieldsController.show(saved.signInMethod(), signInPrompt());
        moreController.show(saved);
        moreController.showRefreshEvery(model.refreshChoices(saved.refreshEvery()), saved.refreshEvery());
    }

    private String signInPrompt() {
        return model.isAtSavedEndpoint(endpoint.getText())
                ? secretPrompt(model.credentialsPlace())
                : texts.format("form.secret.elsewhere");
    }

    private String secretPrompt(ConnectionFormModel.SecretPlace place) {
        return texts.format(switch (place) {
            case LACKING -> "form.secret.lacking";
            case SESSION -> "form.secret.session";
            case KEPT -> "form.secret.kept";
        });
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

    private void searchCredentials() {
        var links = new FoundCredentialsLinks(found, texts, this::use);
        model.searchCredentials(links::show);
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
        var error = model.test(form());
        showError(error);
        if (error.isEmpty()) testedInputs = Optional.of(form().testedInputs());
        copyDiagnosis.setText(texts.format("form.copyDiagnosis"));
        showOld();
        SceneNodeVisibility.show(copyDiagnosis, model.diagnosis().isPresent());
    }

    /// Results of a test are marked while something else is typed than what was tested.
    private void showOld() {
        boolean isOld = testedInputs.filter(inputs -> !inputs.equals(form().testedInputs())).isPresent();
        SceneNodeVisibility.show(checksOld, isOld);
        steps.pseudoClassStateChanged(OLD, isOld);
    }

    @FXML
    private void copyDiagnosis() {
        if (!ClipboardText.put(copyDiagnosis, model.diagnosis().orElse(""))) return;
        copyDiagnosis.setMinWidth(copyDiagnosis.getWidth());
        copyDiagnosis.setText(texts.format("form.diagnosisCopied"));
    }

    /// The button keeps its width while it says *Stop*, so that the one beside it stays where it is.
    private void showTesting(boolean now) {
        testForm.setMinWidth(now ? testForm.getWidth() : Region.USE_PREF_SIZE);
        testForm.setText(texts.format(now ? "form.stop" : "form.test"));
    }

    private ConnectionFormProjects projects() {
        return new ConnectionFormProjects(iamProjectsController,
                new ConnectionFormProjects.Fields(name, region.getEditor(), project, saveForm), () -> form().service(),
                texts);
    }

    @FXML
    private void findProjects() {
        var validationError = model.findProjects(form(), projects -> {
            problem.setText(projects.isEmpty() ? texts.format("form.project.none", moreController.iam()) : "");
            projects().offer(projects, model.before().isEmpty());
        }, failure -> problem.setText(new ConnectionTestStepText(texts).failure(failure)));
        showError(validationError);
    }

    @FXML
    private void save() {
        var ticked = projects().ticked();
        boolean isRemembered = signInFieldsController.isToBeRemembered();
        var validationError = ticked.size() > 1
                ? model.saveAll(form(), ticked, isRemembered)
                : model.save(form(), isRemembered);
        showError(validationError);
        if (validationError.isEmpty()) close.run();
    }

    /// Shows an error and the section that it is in, and moves the focus to its field; nothing when there is none.
    private void showError(Optional<ValidationError> error) {
        shownError = error;
        boolean isOfIam = error.isPresent() && form().isErrorOfIam(error.get());
        problem.setText(
                error.map(words::error).map(text -> isOfIam ? texts.format("form.iam.error", text) : text).orElse(""));
        if (isOfIam) moreController.openAtIam();
        else if (error.isPresent() && form().hasErrorInMore()) moreController.open();
        if (!isOfIam) error.flatMap(this::fieldOf).ifPresent(Control::requestFocus);
    }

    /// The field that has the error; empty when it is not known which.
    private Optional<Control> fieldOf(ValidationError error) {
        return switch (error) {
            case NAME_EMPTY, NAME_TAKEN -> Optional.of(name);
            case PROJECT_ID_EMPTY, PROJECT_ID_MALFORMED -> Optional.of(project);
            case ENDPOINT_EMPTY, ENDPOINT_MALFORMED, ENDPOINT_SCHEME_UNKNOWN, ENDPOINT_NOT_ENCRYPTED,
                    ENDPOINT_WITH_USER, ENDPOINT_WITH_PATH, ENDPOINT_WITH_QUERY, ENDPOINT_HOST_NOT_ASCII,
                    ENDPOINT_PORT_OUT_OF_RANGE ->
                Optional.of(endpoint);
            default -> signInFieldsController.fieldOf(error).or(() -> moreController.fieldOf(error));
        };
    }

    @FXML
    private void cancel() {
        discardQuestion.filter(DiscardQuestion::mayClose).ifPresent(_ -> close.run());
    }

    @Override
    public void close() {
        // both hold what was typed, secrets included
        testedInputs = Optional.empty();
        discardQuestion = Optional.empty();
        model.close();
        subscriptions.unsubscribe();
    }
}
