package poolscope.ui.connections;

import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.PasswordField;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.ui.connections.ConnectionFormValues.ProxyOption;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.UiNodes;
import poolscope.ui.text.Texts;

/// The part of a connection's form that says how the service is reached: proxy and certificate authorities.
public final class NetworkRouteController implements AutoCloseable {
    private final Texts texts;
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
    private TextField proxyExceptions;
    @FXML
    private TextField caFile;

    public NetworkRouteController(Texts texts) {
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        proxy.setConverter(new ChoiceConverter<>(way -> texts.format("form.proxy." + way.name())));
        proxy.getItems().setAll(ProxyOption.values());
        proxy.setValue(ProxyOption.values()[0]);
        subscription = proxy.valueProperty().subscribe(way -> {
            UiNodes.show(proxyAddress, way == ProxyOption.MANUAL);
            UiNodes.show(proxyUser, way == ProxyOption.MANUAL);
            UiNodes.show(proxyPassword, way == ProxyOption.MANUAL);
            UiNodes.show(proxyExceptions, way == ProxyOption.MANUAL);
        });
    }

    /// What is typed now.
    ConnectionFormValues.Route form() {
        return new ConnectionFormValues.Route(proxy.getValue(), proxyAddress.getText(), proxyUser.getText(),
                proxyPassword.getText(), proxyExceptions.getText(), caFile.getText());
    }

    /// Shows the route of a saved connection. The password of its proxy is not shown.
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
        caFile.setText(route.caFile().map(Object::toString).orElse(""));
    }

    /// Empties the field of the password.
    @Override
    public void close() {
        subscription.unsubscribe();
        proxyPassword.clear();
    }
}
