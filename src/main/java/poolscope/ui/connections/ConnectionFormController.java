package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.connection.CloudRegion;
import poolscope.connection.ColourTag;
import poolscope.connection.CredentialDiscovery;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.SecretStore;
import poolscope.connection.SignInMethod;
import poolscope.ui.connections.ConnectionForm.ProxyWay;
import poolscope.ui.connections.ConnectionForm.SignInWay;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.FormScrollPane;
import poolscope.ui.parts.UiNodes;
import poolscope.ui.text.FormText;
import poolscope.ui.text.StepText;
import poolscope.ui.text.Texts;

/// The form of a connection: shows the fields that the chosen way needs, and what is wrong with one of them.
public final class ConnectionFormController implements AutoCloseable {
    private final ConnectionFormModel model;
    private final Texts texts;
    private final FormText words;
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
    private ComboBox<SignInWay> signIn;
    @FXML
    private VBox tokenFields;
    @FXML
    private PasswordField token;
    @FXML
    private VBox keyFields;
    @FXML
    private TextField accessKey;
    @FXML
    private PasswordField secretKey;
    @FXML
    private PasswordField securityToken;
    @FXML
    private VBox userFields;
    @FXML
    private TextField domain;
    @FXML
    private TextField user;
    @FXML
    private PasswordField password;
    @FXML
    private TextField iam;
    @FXML
    private Button find;
    @FXML
    private PasswordField proxyPassword;
    @FXML
    private VBox found;
    @FXML
    private VBox fields;
    @FXML
    private GridPane steps;
    @FXML
    private FormScrollPane middle;
    @FXML
    private Button testForm;
    @FXML
    private Button copyDiagnosis;
    @FXML
    private CheckBox remember;
    @FXML
    private Label sessionOnly;
    @FXML
    private PoolQueryController queryController;
    @FXML
    private TextField group;
    @FXML
    private ComboBox<ColourTag> colour;
    @FXML
    private ComboBox<ProxyWay> proxy;
    @FXML
    private TextField proxyAddress;
    @FXML
    private TextField proxyUser;
    @FXML
    private TextField caFile;
    @FXML
    private Label problem;

    public ConnectionFormController(ConnectionFormModel model, Texts texts, Runnable close) {
        this.model = model;
        this.texts = texts;
        this.close = close;
        words = new FormText(texts);
    }

    @FXML
    private void initialize() {
        title.setText(texts.format(model.before().isPresent() ? "form.title.edit" : "form.title.new"));
        region.getItems().setAll(CloudRegion.KNOWN.stream().map(CloudRegion::id).toList());
        choices(signIn, List.of(SignInWay.ACCESS_KEY, SignInWay.TOKEN, SignInWay.PASSWORD, SignInWay.NONE),
                way -> texts.format("form.signIn." + way.name()));
        choices(proxy, List.of(ProxyWay.values()), way -> texts.format("form.proxy." + way.name()));
        choices(colour, List.of(ColourTag.values()), words::colour);
        subscriptions = Subscription.combine(region.getEditor().textProperty().subscribe((_, now) -> {
            model.endpointOf(now).ifPresent(endpoint::setText);
            model.iamOf(now).ifPresent(iam::setText);
        }), model.runningProperty().subscribe(now -> find.setDisable(now)),
                new CheckResultsView(steps, model, new StepText(texts)).show(),
                model.testingProperty()
                        .subscribe(now -> testForm.setText(texts.format(now ? "form.stop" : "form.test"))),
                signIn.valueProperty().subscribe(way -> {
                    UiNodes.show(tokenFields, way == SignInWay.TOKEN);
                    UiNodes.show(keyFields, way == SignInWay.ACCESS_KEY);
                    UiNodes.show(userFields, way == SignInWay.PASSWORD);
                }), proxy.valueProperty().subscribe(way -> {
                    UiNodes.show(proxyAddress, way == ProxyWay.MANUAL);
                    UiNodes.show(proxyUser, way == ProxyWay.MANUAL);
                    UiNodes.show(proxyPassword, way == ProxyWay.MANUAL);
                }), model.keyStoreProperty().subscribe(this::showKeyStore));
        // How far a test has come is in sight.
        steps.heightProperty().subscribe((_, _) -> middle.setVvalue(middle.getVmax()));
        problem.textProperty().subscribe(text -> UiNodes.show(problem, !text.isEmpty()));
        UiNodes.show(found, false);
        nameFields(fields);
        model.before().or(model::copied).ifPresentOrElse(this::fill, () -> model.lookAround(this::offer));
        model.copied().ifPresent(this::nameCopy);
        model.begun().ifPresent(this::begin);
        var first = model.begun().isPresent() ? region : model.lacksSecret() ? secretField() : name;
        first.sceneProperty().subscribe(scene -> {
            if (scene != null) first.requestFocus();
        });
        if (model.isToBeTested()) test();
    }

    /// Secrets belong to the connection that is copied.
    private void nameCopy(SavedConnection original) {
        name.setText(texts.format("form.name.copy", original.connection().name()));
        for (var secret : List.of(token, accessKey, secretKey, password))
            secret.setPromptText("");
    }

    /// The first field of what the connection signs in with.
    private Control secretField() {
        return switch (signIn.getValue()) {
            case TOKEN -> token;
            case ACCESS_KEY -> accessKey;
            case PASSWORD -> password;
            case NONE -> name;
        };
    }

    /// Tells a screen reader which label names which field: the one after it, or the first of the row after it.
    private static void nameFields(Pane pane) {
        Label last = null;
        for (var part : pane.getChildren()) {
            if (part instanceof Label label) last = label;
            else if (part instanceof VBox inner) nameFields(inner);
            else if (last != null && last.getLabelFor() == null)
                last.setLabelFor(part instanceof HBox row ? row.getChildren().getFirst() : part);
        }
    }

    private <T> void choices(ComboBox<T> box, List<T> values, java.util.function.Function<T, String> word) {
        box.setConverter(new ChoiceConverter<>(word));
        box.getItems().setAll(values);
        box.setValue(values.getFirst());
    }

    private void showKeyStore(Optional<SecretStore.Kind> kind) {
        boolean lasting = kind.filter(k -> k != SecretStore.Kind.THIS_SESSION).isPresent();
        UiNodes.show(remember, lasting);
        UiNodes.show(sessionOnly, kind.isPresent() && !lasting);
        if (lasting) remember.setText(words.remember(kind.get()));
        sessionOnly.setText(words.remember(SecretStore.Kind.THIS_SESSION));
    }

    private void fill(SavedConnection saved) {
        name.setText(saved.connection().name());
        region.getEditor().setText(saved.connection().region().orElse(""));
        endpoint.setText(saved.connection().address());
        project.setText(saved.connection().projectId());
        signIn.setValue(ConnectionForm.wayOf(saved.signInMethod()));
        if (saved.signInMethod() instanceof SignInMethod.AccessKey key) accessKey.setPromptText("…" + key.tail());
        if (saved.signInMethod() instanceof SignInMethod.Password how) {
            domain.setText(how.domain());
            user.setText(how.user());
            iam.setText(how.address());
        }
        for (var secret : List.of(token, secretKey, password))
            secret.setPromptText(texts.format(model.lacksSecret() ? "form.secret.lacking" : "form.secret.kept"));
        group.setText(saved.listAppearance().group());
        colour.setValue(saved.listAppearance().colour());
        switch (saved.networkRoute().proxy()) {
            case ProxyChoice.System _ -> proxy.setValue(ProxyWay.SYSTEM);
            case ProxyChoice.Direct _ -> proxy.setValue(ProxyWay.DIRECT);
            case ProxyChoice.Manual manual -> {
                proxy.setValue(ProxyWay.MANUAL);
                proxyAddress.setText(manual.address());
                proxyUser.setText(manual.user().orElse(""));
            }
        }
        queryController.show(PoolQueryForm.of(saved.query()));
        caFile.setText(saved.networkRoute().caFile().map(Object::toString).orElse(""));
    }

    /// What is typed now.
    private ConnectionForm form() {
        var who = new ConnectionForm.User(domain.getText(), user.getText(), iam.getText());
        var secrets = switch (signIn.getValue()) {
            case TOKEN -> new ConnectionForm.Secrets(SignInWay.TOKEN, token.getText(), "", "", who);
            case ACCESS_KEY -> new ConnectionForm.Secrets(SignInWay.ACCESS_KEY, accessKey.getText(),
                    secretKey.getText(), securityToken.getText(), who);
            case PASSWORD -> new ConnectionForm.Secrets(SignInWay.PASSWORD, password.getText(), "", "", who);
            case NONE -> new ConnectionForm.Secrets(SignInWay.NONE, "", "", "", who);
        };
        return new ConnectionForm(model.id(),
                new ConnectionForm.Service(name.getText(), region.getEditor().getText(), endpoint.getText(),
                        project.getText()),
                secrets,
                new ConnectionForm.Way(proxy.getValue(), proxyAddress.getText(), proxyUser.getText(),
                        proxyPassword.getText(), caFile.getText()),
                queryController.form(), new ConnectionForm.Place(group.getText(), colour.getValue(),
                        model.before().map(one -> one.listAppearance().ticked()).orElse(true)));
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
            UiNodes.show(found, true);
        }
    }

    private void addTrouble(Label trouble) {
        trouble.setWrapText(true);
        found.getChildren().add(trouble);
        UiNodes.show(found, true);
    }

    /// As far as what was found goes; the projects are asked for when only they are missing.
    private void begin(CredentialDiscovery.Finding.Usable finding) {
        use(finding);
        if (project.getText().isEmpty() && !iam.getText().isEmpty()) findProjects();
    }

    private void use(CredentialDiscovery.Finding.Usable finding) {
        var draft = finding.draft();
        name.setText(draft.name());
        region.getEditor().setText(draft.region());
        if (!draft.endpoint().isEmpty()) endpoint.setText(draft.endpoint());
        project.setText(draft.projectId());
        if (finding.credentials() instanceof Credentials.AccessKey key) {
            signIn.setValue(SignInWay.ACCESS_KEY);
            accessKey.setText(key.accessKey());
            secretKey.setText(key.secretKey().reveal());
            securityToken.setText(key.securityToken().map(Secret::reveal).orElse(""));
        }
    }

    @FXML
    private void test() {
        if (model.testingProperty().get()) {
            model.stopTest();
            return;
        }
        problem.setText(model.test(form()).map(words::flaw).orElse(""));
        UiNodes.show(copyDiagnosis, model.diagnosis().isPresent());
    }

    @FXML
    private void copyDiagnosis() {
        model.diagnosis().ifPresent(text -> ClipboardText.put(copyDiagnosis, text));
    }

    @FXML
    private void findProjects() {
        var validationError = model.findProjects(form(), iam.getText(), projects -> {
            problem.setText(projects.isEmpty() ? texts.format("form.project.none", iam.getText()) : "");
            ProjectMenu.offer(projects, project);
        }, failure -> problem.setText(new StepText(texts).failure(failure)));
        problem.setText(validationError.map(words::flaw).orElse(""));
    }

    @FXML
    private void save() {
        var validationError = model.save(form(), remember.isSelected());
        problem.setText(validationError.map(words::flaw).orElse(""));
        if (validationError.isEmpty()) close.run();
    }

    @FXML
    private void cancel() {
        close.run();
    }

    @Override
    public void close() {
        model.close();
        subscriptions.unsubscribe();
        for (var secret : List.of(token, secretKey, securityToken, password, proxyPassword))
            secret.clear();
    }
}
