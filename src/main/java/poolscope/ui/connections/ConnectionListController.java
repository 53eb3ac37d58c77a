package poolscope.ui.connections;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.Texts;

/// The list of connections on the left: tick, name, number of pools, and a short status.
public final class ConnectionListController implements AutoCloseable {
    private final ConnectionListModel model;
    private final Texts texts;
    private final ConnectionStateText states;
    private final Navigator navigator;
    private Subscription subscriptions = Subscription.EMPTY;

    private final List<ConnectionCard> cards = new ArrayList<>();

    @FXML
    private VBox list;

    /// @param navigator
    ///            opens the form of a connection
    public ConnectionListController(ConnectionListModel model, Texts texts, ConnectionStateText states,
            Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.states = states;
        this.navigator = navigator;
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(model.allConnectionsStatusProperty().subscribe((_, _) -> show()),
                model.nowProperty().subscribe((_, _) -> show()), model.savedProperty().subscribe((_, _) -> show()));
        show();
    }

    private void show() {
        var entries = model.entries();
        model.allConnectionsStatusProperty().get();
        model.savedProperty().get();
        while (cards.size() > entries.size())
            cards.removeLast();
        while (cards.size() < entries.size())
            cards.add(new ConnectionCard(model, texts, states, navigator));
        for (int i = 0; i < entries.size(); i++)
            cards.get(i).show(entries.get(i));
        var lines = new ArrayList<Node>();
        for (int i = 0; i < entries.size(); i++) {
            var group = entries.get(i).group();
            boolean first = i == 0 || !group.equals(entries.get(i - 1).group());
            if (first && !group.isEmpty()) lines.add(heading(group, entries));
            lines.add(cards.get(i));
        }
        var before = list.getChildren().stream().map(ConnectionListController::nameOf).toList();
        if (!before.equals(lines.stream().map(ConnectionListController::nameOf).toList()))
            list.getChildren().setAll(lines);
    }

    /// A heading that ticks or unticks its whole group.
    private Node heading(String group, List<ConnectionListModel.Entry> entries) {
        boolean all = entries.stream()
                .filter(entry -> entry.group().equals(group))
                .allMatch(ConnectionListModel.Entry::isTicked);
        var heading = new CheckBox(group);
        heading.getStyleClass().add("source-group");
        heading.setSelected(all);
        heading.setOnAction(_ -> model.tickGroup(group, heading.isSelected()));
        return heading;
    }

    /// Identifies a line: the card itself, or the group and tick of a heading.
    private static Object nameOf(Node line) {
        return line instanceof CheckBox heading ? heading.getText() + heading.isSelected() : line;
    }

    @FXML
    private void create() {
        navigator.newConnection();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
