package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;
import poolscope.connection.SecretStore;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationError;
import poolscope.ui.connections.ConnectionFormValues.SignInChoice;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.Texts;

/// The part of a connection's form that says how to sign in, and whether the secret is to be kept.
public final class SignInFieldsController implements AutoCloseable {
    private final Texts texts;
    private final ConnectionFormText words;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private ComboBox<SignInChoice> signIn;
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
    private CheckBox remember;
    @FXML
    private Label sessionOnly;

    public SignInFieldsController(Texts texts) {
        this.texts = texts;
        words = new ConnectionFormText(texts);
    }

    @FXML
    private void initialize() {
        signIn.setConverter(new ChoiceConverter<>(way -> texts.format("form.signIn." + way.name())));
        signIn.getItems().setAll(SignInChoice.ACCESS_KEY, SignInChoice.TOKEN, SignInChoice.PASSWORD, SignInChoice.NONE);
        signIn.setValue(SignInChoice.ACCESS_KEY);
        subscription = signIn.valueProperty().subscribe(way -> {
            SceneNodeVisibility.show(tokenFields, way == SignInChoice.TOKEN);
            SceneNodeVisibility.show(keyFields, way == SignInChoice.ACCESS_KEY);
            SceneNodeVisibility.show(userFields, way == SignInChoice.PASSWORD);
        });
    }

    /// What is typed now.
    ///
    /// @param iam
    ///            address of the identity service, as typed
    ConnectionFormValues.Secrets secrets(String iam) {
        var typedUser = new ConnectionFormValues.User(domain.getText(), user.getText(), iam);
        return switch (signIn.getValue()) {
            case TOKEN -> new ConnectionFormValues.Secrets(SignInChoice.TOKEN, token.getText(), "", "", typedUser);
            case ACCESS_KEY -> new ConnectionFormValues.Secrets(SignInChoice.ACCESS_KEY, accessKey.getText(),
                    secretKey.getText(), securityToken.getText(), typedUser);
            case PASSWORD ->
                new ConnectionFormValues.Secrets(SignInChoice.PASSWORD, password.getText(), "", "", typedUser);
            case NONE -> new ConnectionFormValues.Secrets(SignInChoice.NONE, "", "", "", typedUser);
        };
    }

    /// Whether the secret is to be kept after this session.
    boolean isToBeRemembered() {
        return remember.isSelected();
    }

    /// Shows how a saved connection signs in. Its secret is not shown.
    ///
    /// @param secretPrompt
    ///            stands in the empty fields of secrets
    void show(SignInMethod method, String secretPrompt) {
        signIn.setValue(ConnectionFormValues.wayOf(method));
        if (method instanceof SignInMethod.AccessKey key) accessKey.setPromptText("…" + key.tail());
        if (method instanceof SignInMethod.Password how) {
            domain.setText(how.domain());
            user.setText(how.user());
        }
        showPrompt(secretPrompt);
    }

    /// @param secretPrompt
    ///            stands in the empty fields of secrets
    void showPrompt(String secretPrompt) {
        for (var secret : List.of(token, secretKey, password))
            secret.setPromptText(secretPrompt);
    }

    /// Puts in what was found on this computer; only access keys can be found.
    void use(Credentials found) {
        if (!(found instanceof Credentials.AccessKey key)) return;
        signIn.setValue(SignInChoice.ACCESS_KEY);
        accessKey.setText(key.accessKey());
        secretKey.setText(key.secretKey().reveal());
        securityToken.setText(key.securityToken().map(Secret::reveal).orElse(""));
    }

    /// A copied connection begins without the secrets of its original, so nothing says that they are kept.
    void clearPrompts() {
        for (var field : List.of(token, accessKey, secretKey, password))
            field.setPromptText("");
    }

    /// The first field of the chosen way to sign in; empty when it has none.
    Optional<Control> firstField() {
        return switch (signIn.getValue()) {
            case TOKEN -> Optional.of(token);
            case ACCESS_KEY -> Optional.of(accessKey);
            case PASSWORD -> Optional.of(password);
            case NONE -> Optional.empty();
        };
    }

    /// The field that has the error; empty when it is none of these.
    Optional<Control> fieldOf(ValidationError error) {
        return switch (error) {
            case TOKEN_EMPTY -> Optional.of(token);
            case ACCESS_KEY_EMPTY -> Optional.of(accessKey);
            case SECRET_KEY_EMPTY -> Optional.of(secretKey);
            case ACCOUNT_EMPTY -> Optional.of(domain);
            case USER_EMPTY -> Optional.of(user);
            case PASSWORD_EMPTY -> Optional.of(password);
            case SECRET_OF_OTHER_ENDPOINT -> firstField();
            default -> Optional.empty();
        };
    }

    void showSecretStore(Optional<SecretStore.Kind> kind) {
        boolean isLasting = kind.filter(one -> one != SecretStore.Kind.THIS_SESSION).isPresent();
        SceneNodeVisibility.show(remember, isLasting);
        SceneNodeVisibility.show(sessionOnly, kind.isPresent() && !isLasting);
        if (isLasting) remember.setText(words.remember(kind.get()));
        sessionOnly.setText(words.remember(SecretStore.Kind.THIS_SESSION));
    }

    /// Empties the fields of secrets.
    @Override
    public void close() {
        subscription.unsubscribe();
        List.of(token, secretKey, securityToken, password).forEach(TextInputControl::clear);
    }
}
