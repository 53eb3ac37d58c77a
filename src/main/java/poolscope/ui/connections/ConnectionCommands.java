package poolscope.ui.connections;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuItem;
import javafx.util.Subscription;
import poolscope.connection.SavedConnection;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.text.Texts;

/// The commands for one connection: in the menu of its card, and in the menu bar, where the palette finds them.
public final class ConnectionCommands {
    private final ConnectionListModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final MenuItemDisabler menuItemDisabler;

    /// The state that decides which commands exist and which are enabled.
    private record State(String name, Optional<SavedConnection> saved, boolean shown, boolean reading, boolean alone) {}

    public ConnectionCommands(ConnectionListModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        menuItemDisabler = new MenuItemDisabler(texts);
    }

    /// Fills a menu with a submenu for each connection, and updates it.
    public Subscription install(Menu menu) {
        var last = new AtomicReference<List<State>>(List.of());
        Runnable fill = () -> {
            var now = model.entries().stream().map(this::state).toList();
            if (now.equals(last.getAndSet(now))) return;
            menu.getItems().setAll(now.stream().map(this::menu).toList());
        };
        return Subscription.combine(model.savedProperty().subscribe(_ -> fill.run()),
                model.allConnectionsStatusProperty().subscribe(_ -> fill.run()));
    }

    private Menu menu(State state) {
        var menu = new Menu(state.name());
        menu.setMnemonicParsing(false);
        menu.getItems().setAll(items(state));
        return menu;
    }

    /// The commands for that connection in its current state.
    List<MenuItem> items(ConnectionListModel.Entry entry) {
        return items(state(entry));
    }

    private State state(ConnectionListModel.Entry entry) {
        return new State(entry.name(), entry.saved(), entry.sourceStatus().isPresent(),
                entry.sourceStatus().filter(sourceStatus -> sourceStatus.state().isLoading()).isPresent(),
                model.isOnlyOne(entry));
    }

    private List<MenuItem> items(State state) {
        var refresh = item(state, "refresh", texts.format("connections.refresh"), () -> model.refresh(state.saved()));
        menuItemDisabler.update(state.shown() && !state.reading(), refresh, refresh.getText(),
                texts.format(state.shown() ? "connections.reading" : "connections.unticked"));
        var only = saved(state, "only", texts.format("connections.only"), model::tickOnly);
        if (state.saved().isPresent())
            menuItemDisabler.update(!state.alone(), only, only.getText(), texts.format("connections.only.not"));
        return List.of(saved(state, "edit", texts.format("connections.edit"), navigator::editConnection),
                saved(state, "test", texts.format("connections.test"), navigator::testConnection), refresh, only,
                saved(state, "duplicate", texts.format("connections.duplicate"), navigator::duplicateConnection),
                remove(state));
    }

    /// A command that the demo cloud does not have.
    private MenuItem saved(State state, String command, String text, Consumer<SavedConnection> action) {
        var item = item(state, command, text, () -> state.saved().ifPresent(action));
        menuItemDisabler.update(state.saved().isPresent(), item, text, texts.format("connections.demo"));
        return item;
    }

    /// Removing needs a second click, on an item that names the connection.
    private MenuItem remove(State state) {
        var text = texts.format("connections.remove");
        if (state.saved().isEmpty()) return saved(state, "remove", text, _ -> {
        });
        var sure = item(state, "remove", texts.format("connections.remove.sure", state.name()),
                () -> state.saved().ifPresent(one -> model.remove(one.id())));
        sure.setMnemonicParsing(false);
        return new Menu(text, null, sure);
    }

    private MenuItem item(State state, String command, String text, Runnable action) {
        var item = new MenuItem(text);
        item.setId("connection-" + command + "-" + state.saved().map(SavedConnection::id).orElse("demo"));
        item.setOnAction(_ -> action.run());
        return item;
    }
}
