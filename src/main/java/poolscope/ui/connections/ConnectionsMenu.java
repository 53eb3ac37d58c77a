package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCombination;
import javafx.util.Subscription;
import poolscope.ui.text.Texts;

/// The connections in the menu bar: a check item for each, the first nine with a key.
public final class ConnectionsMenu {
    private static final int WITH_KEY = 9;

    private final ConnectionListModel model;
    private final Texts texts;

    /// The state shown by an item.
    private record ItemState(String name, boolean ticked, Optional<String> id) {}

    public ConnectionsMenu(ConnectionListModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    /// Fills the menu and updates it; `all` ticks all connections.
    public Subscription install(Menu menu, MenuItem all) {
        all.setOnAction(_ -> model.tickAll());
        var now = model.savedProperty().map(_ -> shown());
        return Subscription.combine(now.subscribe(shown -> fill(menu, shown)),
                model.allConnectionsStatusProperty().subscribe(_ -> {
                    if (menu.getItems().isEmpty()) fill(menu, shown());
                }));
    }

    private List<ItemState> shown() {
        return model.entries()
                .stream()
                .map(entry -> new ItemState(entry.name(), entry.isTicked(), entry.saved().map(saved -> saved.id())))
                .toList();
    }

    private void fill(Menu menu, List<ItemState> connections) {
        menu.getItems().clear();
        for (int i = 0; i < connections.size(); i++) {
            var item = item(connections.get(i));
            if (i < WITH_KEY) item.setAccelerator(KeyCombination.valueOf("Shortcut+" + (i + 1)));
            menu.getItems().add(item);
        }
    }

    private MenuItem item(ItemState connection) {
        var item = new CheckMenuItem(connection.name());
        item.setId("tick-" + connection.id().orElse("demo"));
        item.setMnemonicParsing(false);
        item.setSelected(connection.ticked());
        connection.id().ifPresentOrElse(id -> item.setOnAction(_ -> model.tick(id, !connection.ticked())), () -> {
            item.setText(texts.format("menu.because", connection.name(), texts.format("menu.connections.demo")));
            item.setDisable(true);
        });
        return item;
    }
}
