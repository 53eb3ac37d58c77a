package poolscope.settings;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import poolscope.connection.ColourTag;
import poolscope.connection.Connection;
import poolscope.connection.Listing;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Region;
import poolscope.connection.Route;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SignIn;

/// Connections in which each part has each form.
final class ConnectionSamples {

    static final Path FILE = Samples.FOLDER.resolve("connections.json");

    static final SavedConnection PRODUCTION = new SavedConnection(
            new Connection("a-1", "生产 \"prod\"", Optional.of("cn-north-4"), new Region("cn-north-4").modelArts(), "abc123"),
            new Listing("训练", ColourTag.RED, true), new SignIn.AccessKey("K9XZ", true),
            new Route(ProxyChoice.manual("proxy.corp:3128", "clerk").orThrow(), Optional.of(Path.of("/etc/ca file.pem"))),
            new PoolQuery("训练 & co", "running", PoolQuery.SortBy.CLUSTER_NAME, PoolQuery.Order.ASC, 50),
            Optional.of(Duration.ofSeconds(45)));
    static final SavedConnection PRIVATE = new SavedConnection(
            new Connection("b-2", "private", Optional.empty(), URI.create("https://modelarts.cloud.corp:8443"), "p-2"),
            new Listing("", ColourTag.NONE, false), SignIn.password("acme", "ada", "iam.cloud.corp").orThrow(),
            new Route(ProxyChoice.DIRECT, Optional.empty()), PoolQuery.ALL, Optional.empty());
    static final SavedConnection PASTED = SavedConnection.of(
            new Connection("c-3", "pasted", Optional.empty(), URI.create("http://localhost:8080"), "p-3"), SignIn.TOKEN);
    static final SavedConnection OPEN = SavedConnection.of(
            new Connection("d-4", "open", Optional.empty(), URI.create("https://open.corp"), "p-4"), SignIn.NONE);
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
