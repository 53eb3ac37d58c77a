package poolscope.ui.welcome;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.Subscription;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The banner of first steps over the demo data, in every language.
public final class WelcomeController implements AutoCloseable {
    private final WelcomeModel model;
    private final Navigator navigator;
    private final Texts texts;
    private final TextsInAllLanguages allLanguages;
    private final Runnable openView;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private Node welcome;
    @FXML
    private Label welcomeSentence;
    @FXML
    private FlowPane welcomeActions;
    @FXML
    private Button connect;
    @FXML
    private Button openViewFile;
    @FXML
    private Hyperlink stay;
    @FXML
    private HBox languages;

    /// @param openView
    ///            asks for a file with a view and opens it
    public WelcomeController(WelcomeModel model, Texts texts, Navigator navigator, Runnable openView) {
        this.openView = openView;
        this.model = model;
        this.navigator = navigator;
        this.texts = texts;
        allLanguages = new TextsInAllLanguages(texts);
    }

    @FXML
    private void initialize() {
        welcomeSentence.setText(allLanguages.lines(words -> words.format("welcome.sentence")));
        connect.setText(allLanguages.oneLine(words -> words.format("welcome.connect")));
        openViewFile.setText(allLanguages.oneLine(words -> words.format("welcome.openView")));
        stay.setText(allLanguages.oneLine(words -> words.format("welcome.stay")));
        for (var language : Language.all())
            languages.getChildren().add(button(language));
        markLanguage();
        subscriptions = Subscription.combine(model.shown().subscribe(this::show),
                model.foundProperty().subscribe(this::offer));
    }

    private ToggleButton button(Language language) {
        var button = new ToggleButton(language.ownName());
        button.setId(language.word());
        button.setUserData(language);
        button.setOnAction(_ -> speak(language));
        return button;
    }

    private void markLanguage() {
        for (var button : languages.getChildren())
            if (button instanceof ToggleButton toggle && toggle.getUserData() instanceof Language language)
                toggle.setSelected(language.locale().equals(texts.locale()));
    }

    private void show(boolean shown) {
        SceneNodeVisibility.show(welcome, shown);
        if (shown) model.searchCredentials();
    }

    /// A button for each found access key, beside *Connect*, labelled by its location.
    private void offer(List<Finding.Usable> findings) {
        welcomeActions.getChildren().setAll(connect);
        for (var finding : findings)
            welcomeActions.getChildren().add(button(finding));
        welcomeActions.getChildren().addAll(openViewFile, stay);
    }

    private Button button(Finding.Usable finding) {
        var button = new Button(
                allLanguages.oneLine(words -> words.format("welcome.import")) + "  " + WelcomeModel.label(finding));
        boolean isComplete = finding.complete().isPresent();
        LazyTooltip.setText(button, new ConnectionFormText(texts).where(finding.location()) + "\n"
                + allLanguages.lines(words -> words.format(isComplete ? "welcome.import.tip" : "welcome.import.more")));
        button.getStyleClass().add("import");
        button.setMnemonicParsing(false);
        button.setOnAction(_ -> {
            if (!model.connect(finding)) navigator.newConnection(finding);
        });
        return button;
    }

    @FXML
    private void connect() {
        navigator.newConnection();
    }

    @FXML
    private void openView() {
        openView.run();
    }

    @FXML
    private void stay() {
        model.dismiss();
    }

    /// A click has already changed the selected item, although the language may be unchanged.
    private void speak(Language language) {
        markLanguage();
        model.setLanguage(language);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
