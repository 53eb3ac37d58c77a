package poolscope.ui.connections;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.TextField;
import javafx.scene.control.TitledPane;
import poolscope.connection.ConnectionColour;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationError;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.Texts;

/// The section *More* of the connection form: what most connections leave at its default. It is folded at first.
public final class MoreConnectionSettingsController implements AutoCloseable {
    private final ConnectionFormText words;

    @FXML
    private TitledPane more;
    @FXML
    private TextField iam;
    @FXML
    private PoolQueryController queryController;
    @FXML
    private TextField group;
    @FXML
    private ComboBox<ConnectionColour> colour;
    @FXML
    private ComboBox<Optional<Duration>> refreshEvery;
    @FXML
    private NetworkRouteController networkRouteController;

    public MoreConnectionSettingsController(Texts texts) {
        words = new ConnectionFormText(texts);
    }

    @FXML
    private void initialize() {
        colour.setConverter(new ChoiceConverter<>(words::colour));
        colour.getItems().setAll(ConnectionColour.values());
        colour.setValue(ConnectionColour.values()[0]);
        refreshEvery.setConverter(new ChoiceConverter<>(words::refreshEvery));
    }

    /// Unfolds the section.
    void open() {
        more.setExpanded(true);
    }

    /// Unfolds the section and moves the focus to the address of IAM.
    void openAtIam() {
        open();
        iam.requestFocus();
    }

    /// The field that has the error; empty when it is none of these.
    Optional<Control> fieldOf(ValidationError error) {
        return networkRouteController.fieldOf(error).or(() -> queryController.fieldOf(error));
    }

    /// The address of IAM, as typed.
    String iam() {
        return iam.getText();
    }

    void setIam(String address) {
        iam.setText(address);
    }

    /// The proxy and certificates as typed.
    ConnectionFormValues.Route route() {
        return networkRouteController.form();
    }

    /// The parameters of the list request as typed.
    PoolQueryFormValues query() {
        return queryController.form();
    }

    /// Group and colour as typed.
    ConnectionFormValues.Listing listing(boolean ticked) {
        return new ConnectionFormValues.Listing(group.getText(), colour.getValue(), ticked);
    }

    /// The connection's own interval, empty for that of the window.
    Optional<Duration> refreshEvery() {
        return refreshEvery.getValue();
    }

    /// @param choices
    ///            the intervals to choose from
    void showRefreshEvery(List<Optional<Duration>> choices, Optional<Duration> chosen) {
        refreshEvery.getItems().setAll(choices);
        refreshEvery.setValue(chosen);
    }

    /// Shows the settings of a saved connection, except its interval.
    void show(SavedConnection saved) {
        if (saved.signInMethod() instanceof SignInMethod.Password how) iam.setText(how.address());
        group.setText(saved.connectionListAppearance().group());
        colour.setValue(saved.connectionListAppearance().colour());
        queryController.show(PoolQueryFormValues.of(saved.query()));
        networkRouteController.show(saved.networkRoute());
    }

    /// As [NetworkRouteController#followCaFile].
    void followCaFile(BiConsumer<String, Consumer<Boolean>> check, String kept) {
        networkRouteController.followCaFile(check, kept);
    }

    @Override
    public void close() {
        // nothing to release
    }
}
