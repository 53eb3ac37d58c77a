package poolscope.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import poolscope.connection.CredentialStore;
import poolscope.connection.Credentials;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.DemoCloud;
import poolscope.demo.DemoCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.live.ObservableConnections;
import poolscope.live.changes.PoolHistory;
import poolscope.settings.ConnectionsFile;

/// The part of [AotTraining] that uses a saved connection: most starts find one, and what was last known of its pools.
/// Its service has no v2, so that the reader of error bodies is in the cache too.
final class SavedConnectionAotTraining {
    private static final int POOLS = 300;
    /// Grants nothing: the service of the training accepts everybody.
    private static final Credentials CREDENTIALS = new Credentials.AccessKey("TRAINING",
            Secret.ofPassword("training").orThrow(), Optional.empty());

    private final AppComposition appComposition;
    private final Path folder;

    /// @param folder
    ///            where the program keeps its settings
    SavedConnectionAotTraining(AppComposition appComposition, Path folder) {
        this.appComposition = appComposition;
        this.folder = folder;
    }

    /// @throws IOException
    ///             when no server could be started
    void addTo(FxStepSequenceRunner steps) throws IOException {
        var cloud = DemoCloud.start(DemoCloudSettings.ofV1(POOLS));
        var connection = SavedConnection.of(
                new ServiceAndProject("training", "Training", Optional.empty(), cloud.endpoint(), cloud.projectId()),
                SignInMethod.of(CREDENTIALS));
        steps.add("save a connection", () -> save(connection), this::isRecorded);
        steps.add("load the saved connections", () -> {
        }, () -> !ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .load()
                .value()
                .all()
                .isEmpty());
        steps.add("write what is known of it to the disk", appComposition.historyRecorder()::saveNow,
                () -> isOnDisk(connection));
        steps.add("read from the disk what was known of it, as a start does", () -> {
        }, () -> isReadFromDisk(connection));
        steps.add("untick the connection", () -> tick(connection, false),
                () -> appComposition.observableTickedConnectionPools().sources().isEmpty());
        steps.add("tick the connection", () -> tick(connection, true), appComposition::isRead);
        steps.add("end the service of the connection", cloud::close, () -> true);
    }

    private void save(SavedConnection connection) {
        appComposition.observableConnections()
                .keep(connection, new ObservableConnections.Typed(Optional.of(CREDENTIALS), RoutePasswords.NONE,
                        CredentialStore.Storage.SESSION));
    }

    private void tick(SavedConnection connection, boolean ticked) {
        appComposition.observableConnections().tick(connection.id(), ticked);
    }

    private boolean isOnDisk(SavedConnection connection) {
        return appComposition.historyRecorder()
                .folder()
                .filter(history -> Files.exists(history.resolve(connection.id())))
                .isPresent();
    }

    /// Its last known pools, when it was read, and what changed.
    private boolean isReadFromDisk(SavedConnection connection) {
        var files = new HistoryReadAhead(folder, Clock.systemUTC()).folder();
        try {
            boolean isWatched = !files.watched(connection.id(), Instant.MIN, PoolHistory.LONGEST_PAUSE)
                    .periods()
                    .isEmpty();
            return isWatched && files.changesSince(connection.id(), Instant.MIN).isEmpty()
                    && files.newest(connection.id()).filter(known -> known.pools().size() == POOLS).isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isRecorded() {
        return appComposition.pools().allPoolSet().pools().size() == POOLS
                && appComposition.historyRecorder().newestProperty().get().isPresent();
    }
}
