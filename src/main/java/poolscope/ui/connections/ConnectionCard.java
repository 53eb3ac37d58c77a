package poolscope.ui.connections;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.connection.ConnectionColour;
import poolscope.connection.SavedConnection;
import poolscope.live.AllConnectionsStatus;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.LazilyMadeValue;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.Texts;

/// One connection in the list on the left.
final class ConnectionCard extends VBox {
    private static final PseudoClass SHORT = PseudoClass.getPseudoClass("short");
    private static final PseudoClass ENDING = PseudoClass.getPseudoClass("ending");

    private final ConnectionListModel model;
    private final Texts texts;
    private final ConnectionStateText states;
    private final Navigator navigator;
    private final CheckBox tick = new CheckBox();
    private final Label name = new Label();
    private final Label count = new Label();
    private final Label state = new Label();
    private final Label lacking = new Label();
    private final Label narrowed = new Label();
    private final Label advice = new Label();
    private final Label token = new Label();
    private final Label note = new Label();
    private final Hyperlink enterSecret = new Hyperlink();
    private final Button more = new Button();
    private final LazilyMadeValue<ContextMenu> menu = new LazilyMadeValue<>(ContextMenu::new);
    private final ConnectionCommands commands;
    private ConnectionListModel.Entry entry = ConnectionListModel.Entry.NONE;
    private Optional<SavedConnection> shown = Optional.empty();

    ConnectionCard(ConnectionListModel model, Texts texts, ConnectionStateText states, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.states = states;
        this.navigator = navigator;
        commands = new ConnectionCommands(model, texts, navigator);
        getStyleClass().add("source-card");
        name.getStyleClass().add("name");
        count.getStyleClass().add("count");
        name.setMaxWidth(Double.MAX_VALUE);
        name.setWrapText(true);
        name.setMinHeight(USE_PREF_SIZE);
        tick.setMinWidth(USE_PREF_SIZE);
        count.setMinWidth(USE_PREF_SIZE);
        for (var line : List.of(state, lacking, narrowed, advice, token, note)) {
            line.getStyleClass().add("state");
            line.setWrapText(true);
        }
        advice.getStyleClass().add("advice");
        token.getStyleClass().add("token-left");
        enterSecret.getStyleClass().add("enter-secret");
        enterSecret.setText(texts.format("connections.enterSecret"));
        enterSecret.setWrapText(true);
        enterSecret.setOnAction(_ -> shown.ifPresent(navigator::editConnection));
        HBox.setHgrow(name, Priority.ALWAYS);
        tick.setOnAction(_ -> shown.ifPresent(one -> model.tick(one.id(), tick.isSelected())));
        getChildren().addAll(new HBox(tick, name, count, more), state, advice, lacking, narrowed, token, enterSecret,
                note);
        installMenu();
    }

    private void installMenu() {
        more.getStyleClass().addAll("icon-button", "more-actions");
        more.setGraphic(icon());
        more.setMinWidth(USE_PREF_SIZE);
        more.setOnAction(_ -> showMenu());
        setOnContextMenuRequested(event -> {
            showMenu(this, event.getScreenX(), event.getScreenY());
            event.consume();
        });
        setOnMouseClicked(event -> {
            if (event.getClickCount() == 2) shown.ifPresent(navigator::editConnection);
        });
    }

    private static Region icon() {
        var icon = new Region();
        icon.getStyleClass().add("icon");
        return icon;
    }

    void show(ConnectionListModel.Entry entry) {
        this.entry = entry;
        var can = texts.format("connections.more", entry.name());
        more.setAccessibleText(can);
        LazyTooltip.setText(more, can);
        shown = entry.saved();
        SceneNodeVisibility.show(tick, shown.isPresent());
        tick.setSelected(shown.map(one -> one.connectionListAppearance().ticked()).orElse(true));
        tick.setAccessibleText(entry.name());
        name.setText(entry.name());
        LazyTooltip.setText(name,
                (entry.name() + "\n" + entry.endpoint() + "\n" + shown.map(states::refreshEvery).orElse("")).strip());
        SceneNodeVisibility.show(enterSecret, entry.lacksSecret());
        var colour = shown.map(one -> one.connectionListAppearance().colour()).orElse(ConnectionColour.NONE);
        getStyleClass().setAll("source-card", "tag-" + colour.name().toLowerCase(Locale.ROOT));
        showStatus(entry.sourceStatus());
        showToken();
        showLine(narrowed, entry.narrowing().isEmpty() ? "" : states.narrowed(entry.narrowing()));
        showLine(note,
                Stream.of(entry.sourceStatus().map(states::repeated).orElse(""),
                        entry.sourceStatus().map(states::clockSkew).orElse(""),
                        entry.forgotten() ? texts.format("connections.notRemembered") : "")
                        .filter(text -> !text.isEmpty())
                        .collect(Collectors.joining("\n")));
    }

    private void showStatus(Optional<AllConnectionsStatus.SourceStatus> status) {
        count.setText(status.filter(now -> now.inventory().isPresent())
                .map(now -> texts.format("count", now.pools()))
                .orElse(""));
        state.setText(status.map(now -> states.brief(now, model.nowProperty().get()))
                .orElse(texts.format("connections.unticked")));
        LazyTooltip
                .setText(
                        state, Stream
                                .of(status.map(states::effort).orElse(""),
                                        entry.tokenExpiry()
                                                .filter(_ -> entry.isTokenRenewed())
                                                .map(end -> states.tokenRenewed(end, model.nowProperty().get()))
                                                .orElse(""))
                                .filter(text -> !text.isEmpty())
                                .collect(Collectors.joining("\n")));
        showLine(advice, status.map(now -> states.advice(now.outcome())).orElse(""));
        showLine(lacking, status.map(states::lacking).orElse(""));
        pseudoClassStateChanged(SHORT, status.filter(AllConnectionsStatus.SourceStatus::isShort).isPresent());
    }

    /// The time left of a token that only the operator can replace; of one that is renewed, the tooltip says it.
    private void showToken() {
        var now = model.nowProperty().get();
        boolean isOwn = !entry.isTokenRenewed();
        showLine(token, entry.tokenExpiry().filter(_ -> isOwn).map(end -> states.tokenLeft(end, now)).orElse(""));
        token.pseudoClassStateChanged(ENDING,
                entry.tokenExpiry().filter(end -> states.isTokenEnding(end, now)).isPresent());
    }

    private static void showLine(Label line, String text) {
        line.setText(text);
        SceneNodeVisibility.show(line, !text.isEmpty());
    }

    private void showMenu(Node at, double x, double y) {
        menu.get().getItems().setAll(commands.items(entry));
        menu.get().show(at, x, y);
    }

    /// Opens below the button, also by keyboard.
    private void showMenu() {
        var place = more.localToScreen(0, more.getHeight());
        showMenu(more, place.getX(), place.getY());
    }
}
