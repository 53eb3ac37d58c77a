package poolscope.live.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.MovableClock;
import poolscope.api.ApiTarget;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.Credentials;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.NetworkRoute;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.disk.CrashingDisk;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ForwardingFileOps;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.InventoryReaderFactory;
import poolscope.live.ObservableConnectionInventory;
import poolscope.live.ObservableConnections;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.SteppedRefresh;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.SteppedExecutor;
import poolscope.settings.ConnectionsFile;

/// The program is started again and again on one folder, and killed.
class RemovedConnectionHistoryDeleterTest {
    private final MovableClock clock = new MovableClock();
    private Path config;
    private int runs;
    @TempDir
    Path folder;

    /// The program while it runs.
    private final class Run {
        final SteppedExecutor executor = new SteppedExecutor();
        final BackgroundAndFxExecutors executors = new BackgroundAndFxExecutors(executor, executor);
        final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
        final ObservableConnections connections;

        Run(FileSystemOperations disk) {
            var file = ConnectionsFile.in(config, disk, clock);
            var loaded = file.load().value();
            var recorder = new HistoryRecorder(observableTickedConnectionPools,
                    new HistoryRecorder.Storage(history(disk), one -> loaded.find(one.id()).map(_ -> ""), executor),
                    executors);
            var store = new BackgroundSecretStoreSearch(InMemorySecretStore::new,
                    new BackgroundAndFxExecutors(Runnable::run, executor));
            connections = new ObservableConnections(loaded,
                    new ObservableConnections.Parts(observableTickedConnectionPools, file, store,
                            new InventoryReaderFactory(new ConnectionSecretLookup(store::secrets, clock),
                                    target -> InventoryReader.open(target, RequestClockAndTimeouts.real()), executor),
                            this::demo, reader -> new SteppedRefresh(reader, executors), executors, clock));
            new RemovedConnectionHistoryDeleter(connections, recorder);
            executor.runAll();
        }

        /// Stands in while there is no connection, and is never read.
        private ObservableConnectionInventory demo() {
            var none = new BackgroundAndFxExecutors(_ -> {
            }, executor);
            var place = connection("demo").serviceAndProject();
            return new ObservableConnectionInventory(place,
                    () -> InventoryReader.open(ApiTarget.of(place, Credentials.NONE), RequestClockAndTimeouts.real()),
                    clock, reader -> new SteppedRefresh(reader, none));
        }

        void remove(String id) {
            connections.remove(id);
            executor.runAll();
        }
    }

    private HistoryFolder history(FileSystemOperations disk) {
        return HistoryFolder.in(config, disk, clock, copy -> {
            throw new AssertionError("damaged: " + copy);
        });
    }

    private static SavedConnection connection(String id) {
        return new SavedConnection(
                new ServiceAndProject(id, id, Optional.empty(), java.net.URI.create("http://127.0.0.1:9"), "p"),
                new ConnectionListAppearance("", ConnectionColour.NONE, false), SignInMethod.NONE, NetworkRoute.DEFAULT,
                PoolQuery.ALL, Optional.empty());
    }

    /// Two saved connections, and a history of each.
    @BeforeEach
    void save() throws IOException {
        config = folder.resolve("run-" + runs++);
        ConnectionsFile.in(config, FileSystemOperations.ofDisk(), clock)
                .save(new SavedConnections(List.of(connection("x"), connection("y"))));
        try (var history = history(FileSystemOperations.ofDisk())) {
            for (var id : List.of("x", "y"))
                history.add(new KnownPoolsAtTime(new HistoryListIdentity(id, id, "", "http://127.0.0.1:9", "p", ""),
                        clock.instant(), true, List.of()));
        }
    }

    private Set<String> histories() {
        try (var folders = Files.list(config.resolve("history"))) {
            return folders.map(path -> path.getFileName().toString()).collect(Collectors.toSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String file() throws IOException {
        return Files.readString(config.resolve("connections.json"));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void P34_when_a_connection_was_removed_the_next_start_deletes_what_a_killed_program_left_of_its_history(
            boolean movesAtomically) throws IOException {
        int kills = CrashingDisk.killAtEachOperation(movesAtomically, disk -> {
            save();
            disk.survives(() -> new Run(disk).remove("x"));
            var next = new Run(FileSystemOperations.ofDisk());
            boolean isRemoved = next.connections.saved().find("x").isEmpty();
            assertThat(histories()).as("%s", disk).isEqualTo(isRemoved ? Set.of("y") : Set.of("x", "y"));
            assertThat(next.connections.saved().find("y")).as("%s", disk).isPresent();
            assertThat(file()).as("%s", disk).doesNotContain("removed");
        });
        assertThat(kills).isGreaterThan(10);
    }

    @Test
    void what_can_not_be_deleted_is_tried_again_at_the_next_start() throws IOException {
        new Run(new ForwardingFileOps() {
            @Override
            public void delete(Path file) throws IOException {
                if (file.toString().contains("history")) throw new IOException("The process cannot access the file");
                super.delete(file);
            }
        }).remove("x");
        assertThat(histories()).contains("x");
        new Run(FileSystemOperations.ofDisk());
        assertThat(histories()).containsExactly("y");
        assertThat(file()).doesNotContain("removed");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "{\"version\": 1}", "{\"version\": 1, \"removed:../history/y\": {}}"})
    void a_history_that_nobody_asked_to_delete_stays_whatever_the_file_of_the_connections_holds(String content)
            throws IOException {
        Files.writeString(config.resolve("connections.json"), content);
        new Run(FileSystemOperations.ofDisk());
        assertThat(histories()).containsExactlyInAnyOrder("x", "y");
        Files.delete(config.resolve("connections.json"));
        new Run(FileSystemOperations.ofDisk());
        assertThat(histories()).containsExactlyInAnyOrder("x", "y");
    }

    @Test
    void a_connection_of_another_program_keeps_its_history() throws IOException {
        var first = new Run(FileSystemOperations.ofDisk());
        var second = new Run(FileSystemOperations.ofDisk());
        second.connections.keep(connection("z"), new ObservableConnections.Typed(Optional.empty(),
                poolscope.connection.RoutePasswords.NONE, poolscope.connection.CredentialStore.Storage.SESSION));
        second.executor.runAll();
        Files.createDirectories(config.resolve("history/z"));
        first.remove("x");
        new Run(FileSystemOperations.ofDisk());
        assertThat(histories()).containsExactlyInAnyOrder("y", "z");
        assertThat(file()).contains("connection:z").doesNotContain("connection:x", "removed");
    }
}
