package poolscope.start;

import java.util.function.Function;
import java.util.function.Supplier;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AutoRefresh;
import poolscope.live.BackgroundConnectionRefresher;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.ConnectionRefresher;
import poolscope.live.ConnectionsOfWindow;
import poolscope.live.InventoryReaderHolder;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableRequestLog;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.RefreshPolicy;
import poolscope.ui.ScreenModels.ConnectionModels;
import poolscope.ui.connections.ConnectionFormModel;
import poolscope.ui.connections.ConnectionListModel;
import poolscope.ui.connections.RequestLogModel;
import poolscope.ui.welcome.WelcomeModel;

/// Saved connections, their refreshes, and the demo cloud while there is none.
final class ConnectionsComposition implements AutoCloseable {
    private final ServicesBeforeJavaFxStart servicesBeforeJavaFxStart;
    private final SharedWindowServices shared;
    private final ObservableConnections connections;
    private final LocalCredentialLocations localCredentialLocations;
    private final AutoRefresh autoRefresh;

    /// @param refreshPolicy
    ///            when a connection is refreshed
    ConnectionsComposition(AppComposition.Parts parts, SharedWindowServices shared,
            Function<ServiceAndProject, RefreshPolicy> refreshPolicy) {
        servicesBeforeJavaFxStart = parts.servicesBeforeJavaFxStart();
        this.shared = shared;
        localCredentialLocations = parts.localCredentialLocations();
        connections = new ObservableConnections(parts.files().connections().value(),
                new ObservableConnections.Parts(shared.observableTickedConnectionPools(),
                        parts.files().connectionsFile(), servicesBeforeJavaFxStart.backgroundSecretStoreSearch(),
                        servicesBeforeJavaFxStart.inventoryReaderFactory(), () -> demo(parts.demo()), this::refreshes,
                        shared.executors(), shared.clock()));
        autoRefresh = new AutoRefresh(shared.observableTickedConnectionPools(), shared.secondTicker(), refreshPolicy);
    }

    private ObservableConnectionInventory demo(Supplier<ServiceAndProject> starter) {
        var demo = starter.get();
        return new ObservableConnectionInventory(demo,
                () -> InventoryReader.open(demo, Credentials.NONE, servicesBeforeJavaFxStart.requestClockAndTimeouts()),
                shared.clock(), this::refreshes);
    }

    private ConnectionRefresher refreshes(InventoryReaderHolder reader) {
        return new BackgroundConnectionRefresher(reader, shared.executors());
    }

    /// @param window
    ///            with the settings of the window that shows them
    ConnectionModels models(SharedWindowServices window, ConnectionsOfWindow ofWindow) {
        return new ConnectionModels(new ConnectionListModel(ofWindow, shared.secondTicker(), connections),
                new RequestLogModel(new ObservableRequestLog(servicesBeforeJavaFxStart.requestClockAndTimeouts().log()),
                        shared.secondTicker(), window.settings()),
                initialState -> new ConnectionFormModel(new ConnectionFormModel.Dependencies(connections,
                        servicesBeforeJavaFxStart.backgroundSecretStoreSearch(), tester(), localCredentialLocations),
                        initialState),
                new WelcomeModel(window.settings(), connections, tester(), localCredentialLocations));
    }

    private ConnectionFormBackgroundJobs tester() {
        return new ConnectionFormBackgroundJobs(servicesBeforeJavaFxStart.requestClockAndTimeouts(),
                servicesBeforeJavaFxStart.signIns(), shared.executors());
    }

    /// The connections that some window has ticked.
    ObservableTickedConnectionPools observableTickedConnectionPools() {
        return shared.observableTickedConnectionPools();
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
