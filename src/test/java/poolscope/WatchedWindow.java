package poolscope;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import javafx.application.Platform;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.disk.FileSystemOperations;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.WindowAppearance;

/// The window over a saved connection to a [ManyPoolsService], for runs of many refreshes that are measured.
final class WatchedWindow implements AutoCloseable {
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

    final AppFixture app;
    private final Duration askedEvery;
    private boolean isRecorded = true;

    private WatchedWindow(AppFixture app, Duration askedEvery) {
        this.app = app;
        this.askedEvery = askedEvery;
    }

    /// Opens it and waits until all pools are on screen.
    ///
    /// @param askedEvery
    ///            how often the window is asked whether what is waited for has come; each time costs its thread a little
    static WatchedWindow open(ManyPoolsService service, Duration askedEvery) throws Exception {
        var folder = TemporaryFolder.create("watched");
        save(service, folder);
        return new WatchedWindow(
                AppFixture.open(TestCloud.start(AppFixture.still(0)), folder, WindowAppearance.Theme.LIGHT).untilRead(),
                askedEvery);
    }

    private static void save(ManyPoolsService service, Path folder) throws IOException {
        var serviceAndProject = new ServiceAndProject("c", "prod", Optional.empty(), service.endpoint(), "p");
        ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC())
                .save(new SavedConnections(List.of(SavedConnection.of(serviceAndProject, SignInMethod.NONE))));
    }

    /// From now on nothing is recorded, compared or marked any more.
    void stopRecording() {
        isRecorded = false;
        app.fx(() -> {
            app.appComposition.historyRecorder().close();
            return true;
        });
    }

    /// Refreshes, and returns when the pools are in the table, what changed is marked, and that is drawn.
    void refresh() throws Exception {
        var sources = app.appComposition.observableTickedConnectionPools();
        var read = app.fx(() -> sources.poolsProperty().get());
        var compared = app.fx(() -> app.appComposition.changes().changes());
        app.fx(() -> {
            sources.refresh();
            return true;
        });
        await(() -> sources.poolsProperty().get() != read && !sources.allConnectionsStatus().isLoading()
                && app.appComposition.pools().arrangedPools().set() == sources.poolsProperty().get()
                && (!isRecorded || app.appComposition.changes().changes() != compared));
        pulse();
    }

    void await(Callable<Boolean> isSo) {
        long end = System.nanoTime() + LONGEST_WAIT.toNanos();
        while (!app.fx(isSo)) {
            if (System.nanoTime() > end) throw new AssertionError("it does not come: " + app.labels());
            LockSupport.parkNanos(askedEvery.toNanos());
        }
    }

    private void pulse() throws InterruptedException {
        var drawn = new CountDownLatch(1);
        Platform.runLater(() -> {
            var scene = app.appComposition.stage().getScene();
            var listener = new Runnable[1];
            listener[0] = () -> {
                scene.removePostLayoutPulseListener(listener[0]);
                drawn.countDown();
            };
            scene.addPostLayoutPulseListener(listener[0]);
            Platform.requestNextPulse();
        });
        if (!drawn.await(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) throw new AssertionError("nothing is drawn");
    }

    /// CPU that the FX thread has used, in nanoseconds.
    long fxCpu() {
        return app.fx(() -> ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime());
    }

    @Override
    public void close() {
        app.close();
    }
}
