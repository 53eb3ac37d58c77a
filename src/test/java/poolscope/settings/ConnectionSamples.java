package poolscope.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import poolscope.connection.CloudRegion;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;

/// Connections in which each part has each form.
final class ConnectionSamples {

    static final Path FILE = Samples.FOLDER.resolve("connections.json");

    static final SavedConnection PRODUCTION = new SavedConnection(
            new ServiceAndProject("a-1", "生产 \"prod\"", Optional.of("cn-north-4"),
                    new CloudRegion("cn-north-4").modelArts(), "abc123"),
            new ConnectionListAppearance("训练", ConnectionColour.RED, true), new SignInMethod.AccessKey("K9XZ", true),
            new NetworkRoute(ProxyChoice.manual("proxy.corp:3128", "clerk", ".example.com, 10.0.0.0/8").orThrow(),
                    Optional.of(Path.of("/etc/ca file.pem"))),
            new PoolQuery("训练 & co", "running", PoolQuery.SortBy.CLUSTER_NAME, PoolQuery.Order.ASC, 50,
                    new RequestedPoolLists(RequestedPoolLists.Generations.V2, RequestedPoolLists.Workspaces.ALL)),
            Optional.of(Duration.ofSeconds(45)));
    static final SavedConnection PRIVATE = new SavedConnection(
            new ServiceAndProject("b-2", "private", Optional.empty(), URI.create("https://modelarts.cloud.corp:8443"),
                    "p-2"),
            new ConnectionListAppearance("", ConnectionColour.NONE, false),
            SignInMethod.password("acme", "ada", "iam.cloud.corp").orThrow(),
            new NetworkRoute(ProxyChoice.DIRECT, Optional.empty()), PoolQuery.ALL, Optional.empty());
    static final SavedConnection PASTED = SavedConnection.of(
            new ServiceAndProject("c-3", "pasted", Optional.empty(), URI.create("http://localhost:8080"), "p-3"),
            SignInMethod.TOKEN);
    static final SavedConnection OPEN = SavedConnection.of(
            new ServiceAndProject("d-4", "open", Optional.empty(), URI.create("https://open.corp"), "p-4"),
            SignInMethod.NONE);
    static final SavedConnections ALL = new SavedConnections(List.of(PRIVATE, PRODUCTION, OPEN, PASTED));

    private ConnectionSamples() {}

    /// The connections of that disk, as a program that just started sees them.
    static ConnectionsFile on(MemoryDisk disk) {
        return ConnectionsFile.in(Samples.FOLDER, disk, Clock.fixed(Samples.NOON, ZoneOffset.UTC));
    }

    /// A disk that holds these connections.
    static MemoryDisk saved(SavedConnections connections) throws java.io.IOException {
        MemoryDisk disk = new MemoryDisk();
        on(disk).save(connections);
        return disk.copy();
    }
}
