package poolscope.start;

import java.util.function.Function;
import java.util.function.Supplier;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AutoRefresh;
import poolscope.live.ConnectionRefreshService;
import poolscope.live.ConnectionRefresher;
import poolscope.live.ConnectionTester;
import poolscope.live.ConnectionsOfWindow;
import poolscope.live.InventoryReaderHolder;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableRequestLog;
import poolscope.live.PoolSource;
import poolscope.live.PoolSources;
import poolscope.live.RefreshPolicy;
import poolscope.ui.ScreenModels.ConnectionModels;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.welcome.WelcomeModel;

/// Saved connections, their refreshes, and the demo cloud while there is none.
final class ConnectionsComposition implements AutoCloseable {
    private final ServicesWithoutWindow servicesWithoutWindow;
    private final SharedWindowServices shared;
    private final ObservableConnections connections;
    private final LocalCredentialLocations localCredentialLocations;
    private final AutoRefresh autoRefresh;

    /// @param demo
    ///            starts the demo cloud and returns its address
    /// @param refreshPolicy
    ///            when a connection is refreshed
    ConnectionsComposition(AppComposition.Parts parts, SharedWindowServices shared,
            Function<ServiceAndProject, RefreshPolicy> refreshPolicy) {
        servicesWithoutWindow = parts.servicesWithoutWindow();
        this.shared = shared;
        localCredentialLocations = parts.localCredentialLocations();
        connections = new ObservableConnections(parts.files().connections().value(),
                new ObservableConnections.Parts(shared.poolSources(), parts.files().connectionsFile(),
                        servicesWithoutWindow.backgroundSecretStoreSearch(),
                        servicesWithoutWindow.inventoryReaderFactory(), () -> demo(parts.demo()), this::refreshes,
                        shared.executors(), shared.clock()));
        autoRefresh = new AutoRefresh(shared.poolSources(), shared.secondTicker(), refreshPolicy);
    }

    private PoolSource demo(Supplier<ServiceAndProject> starter) {
        var demo = starter.get();
        return new PoolSource(demo,
                () -> InventoryReader.open(demo, Credentials.NONE, servicesWithoutWindow.requestClockAndTimeouts()),
                shared.clock(), this::refreshes);
    }

    private ConnectionRefresher refreshes(InventoryReaderHolder reader) {
        return new ConnectionRefreshService(reader, shared.executors());
    }

    /// @param window
    ///            with the settings of the window that shows them
    ConnectionModels models(SharedWindowServices window, ConnectionsOfWindow ofWindow) {
        return new ConnectionModels(new ConnectionListModel(ofWindow, shared.secondTicker(), connections),
                new RequestLogModel(new ObservableRequestLog(servicesWithoutWindow.requestClockAndTimeouts().log()),
                        shared.secondTicker(), window.settings()),
                initialState -> new ConnectionFormModel(new ConnectionFormModel.Dependencies(connections,
                        servicesWithoutWindow.backgroundSecretStoreSearch(), tester(), localCredentialLocations),
                        initialState),
                new WelcomeModel(window.settings(), connections, tester(), localCredentialLocations));
    }

    private ConnectionTester tester() {
        return new ConnectionTester(servicesWithoutWindow.requestClockAndTimeouts(), servicesWithoutWindow.signIns(),
                shared.executors());
    }

    /// The connections that some window has ticked.
    PoolSources poolSources() {
        return shared.poolSources();
    }

    ObservableConnections connections() {
        return connections;
    }

    @Override
    public void close() {
        autoRefresh.close();
        connections.close();
    }
}
