package poolscope.ui.welcome;

import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.FlowPane;
import javafx.util.Subscription;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.settings.WindowAppearance;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.BilingualTexts;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.Texts;

/// The banner of first steps over the demo data, in both languages.
public final class WelcomeController implements AutoCloseable {
    private final WelcomeModel model;
    private final Navigator navigator;
    private final Texts texts;
    private final BilingualTexts both;
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
    private ToggleButton english;
    @FXML
    private ToggleButton chinese;

    /// @param openView
    ///            asks for a file with a view and opens it
    public WelcomeController(WelcomeModel model, Texts texts, Navigator navigator, Runnable openView) {
        this.openView = openView;
        this.model = model;
        this.navigator = navigator;
        this.texts = texts;
        both = new BilingualTexts(texts);
    }

    @FXML
    private void initialize() {
        welcomeSentence.setText(both.lines(words -> words.format("welcome.sentence")));
        connect.setText(both.both(words -> words.format("welcome.connect")));
        openViewFile.setText(both.both(words -> words.format("welcome.openView")));
        stay.setText(both.both(words -> words.format("welcome.stay")));
        markLanguage();
        subscriptions = Subscription.combine(model.shown().subscribe(this::show),
                model.foundProperty().subscribe(this::offer));
    }

    private void markLanguage() {
        boolean isEnglish = texts.locale().getLanguage().equals("en");
        english.setSelected(isEnglish);
        chinese.setSelected(!isEnglish);
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
                both.both(words -> words.format("welcome.import")) + "  " + WelcomeModel.label(finding));
        boolean isComplete = finding.complete().isPresent();
        LazyTooltip.setText(button, new ConnectionFormText(texts).where(finding.location()) + "\n"
                + both.lines(words -> words.format(isComplete ? "welcome.import.tip" : "welcome.import.more")));
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

    @FXML
    private void speakEnglish() {
        speak(WindowAppearance.Language.ENGLISH);
    }

    @FXML
    private void speakChinese() {
        speak(WindowAppearance.Language.CHINESE);
    }

    /// A click has already changed the selected item, although the language may be unchanged.
    private void speak(WindowAppearance.Language language) {
        markLanguage();
        model.setLanguage(language);
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
