package poolscope.ui.connections;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.ValidationError;
import poolscope.ui.connections.ConnectionFormValues.ProxyOption;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// The part of a connection's form that says how the service is reached: proxy and certificate authorities.
public final class NetworkRouteController implements AutoCloseable {
    private final Texts texts;
    private final UnaryOperator<String> browse;
    private Subscription subscription = Subscription.EMPTY;

    @FXML
    private ComboBox<ProxyOption> proxy;
    @FXML
    private TextField proxyAddress;
    @FXML
    private TextField proxyUser;
    @FXML
    private PasswordField proxyPassword;
    @FXML
    private Label proxyExceptionsName;
    @FXML
    private TextField proxyExceptions;
    @FXML
    private TextField caFile;
    @FXML
    private Label caFilePasswordName;
    @FXML
    private PasswordField caFilePassword;
    private String savedCaFile = "";

    /// @param browse
    ///            asks for a file of certificates, given the typed path; returns that path when it was cancelled
    public NetworkRouteController(Texts texts, UnaryOperator<String> browse) {
        this.texts = texts;
        this.browse = browse;
    }

    @FXML
    private void initialize() {
        proxy.setConverter(new ChoiceConverter<>(way -> texts.format("form.proxy." + way.name())));
        proxy.getItems().setAll(ProxyOption.values());
        proxy.setValue(ProxyOption.values()[0]);
        showCaFilePassword(false);
        subscription = proxy.valueProperty().subscribe(way -> {
            SceneNodeVisibility.show(proxyAddress, way == ProxyOption.MANUAL);
            SceneNodeVisibility.show(proxyUser, way == ProxyOption.MANUAL);
            SceneNodeVisibility.show(proxyPassword, way == ProxyOption.MANUAL);
            SceneNodeVisibility.show(proxyExceptionsName, way == ProxyOption.MANUAL);
            SceneNodeVisibility.show(proxyExceptions, way == ProxyOption.MANUAL);
        });
    }

    /// Shows the field of the CA file's password for a file that needs one.
    ///
    /// @param check
    ///            finds out whether a typed file needs a password, and answers later
    /// @param kept
    ///            said in the field while the file is the saved one
    void followCaFile(BiConsumer<String, Consumer<Boolean>> check, String kept) {
        subscription = subscription.and(caFile.textProperty().subscribe(typed -> {
            caFilePassword.clear();
            caFilePassword.setPromptText(typed.strip().equals(savedCaFile) ? kept : "");
            check.accept(typed, this::showCaFilePassword);
        }));
    }

    private void showCaFilePassword(boolean isNeeded) {
        SceneNodeVisibility.show(caFilePasswordName, isNeeded);
        SceneNodeVisibility.show(caFilePassword, isNeeded);
    }

    @FXML
    private void browseCaFile() {
        caFile.setText(browse.apply(caFile.getText()));
    }

    /// The field that has the error; empty when it is none of these.
    Optional<Control> fieldOf(ValidationError error) {
        return switch (error) {
            case PROXY_MALFORMED, PROXY_PORT_OUT_OF_RANGE -> Optional.of(proxyAddress);
            case NO_PROXY_MALFORMED -> Optional.of(proxyExceptions);
            case CA_FILE_MALFORMED -> Optional.of(caFile);
            default -> Optional.empty();
        };
    }

    /// What is typed now.
    ConnectionFormValues.Route form() {
        return new ConnectionFormValues.Route(proxy.getValue(), proxyAddress.getText(), proxyUser.getText(),
                proxyPassword.getText(), proxyExceptions.getText(), caFile.getText(),
                caFilePassword.isVisible() ? caFilePassword.getText() : "");
    }

    /// Shows the route of a saved connection. Its passwords are not shown.
    void show(NetworkRoute route) {
        switch (route.proxy()) {
            case ProxyChoice.System _ -> proxy.setValue(ProxyOption.SYSTEM);
            case ProxyChoice.Direct _ -> proxy.setValue(ProxyOption.DIRECT);
            case ProxyChoice.Manual manual -> {
                proxy.setValue(ProxyOption.MANUAL);
                proxyAddress.setText(manual.address());
                proxyUser.setText(manual.user().orElse(""));
                proxyExceptions.setText(manual.exceptions());
            }
        }
        savedCaFile = route.caFile().map(Object::toString).orElse("");
        caFile.setText(savedCaFile);
    }

    /// Empties the fields of passwords.
    @Override
    public void close() {
        subscription.unsubscribe();
        proxyPassword.clear();
        caFilePassword.clear();
    }
}
