package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.CredentialStore.Storage;
import poolscope.connection.Credentials;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.Secret;
import poolscope.connection.SecretId;
import poolscope.connection.SecretStore;
import poolscope.connection.SecretStoreFailure;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.disk.FileSystemOperations;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;
import poolscope.settings.ConnectionsFile;

/// Connections over a key store that keeps a person waiting, and then refuses.
class ObservableConnectionsTest {
    @TempDir
    Path folder;
    private final BackgroundThreads backgroundThreads = new BackgroundThreads();
    private final CountDownLatch answer = new CountDownLatch(1);
    private final ObservableTickedConnectionPools observableTickedConnectionPools = new ObservableTickedConnectionPools();
    private TestCloud cloud;
    private ObservableConnections observableConnections;

    /// Answers no question until it may, and then with a refusal.
    private final class Locked implements SecretStore {
        @Override
        public Kind kind() {
            return Kind.SECRET_SERVICE;
        }

        @Override
        public Lookup read(SecretId key) throws InterruptedException {
            answer.await();
            return new Lookup.Failed(refused());
        }

        @Override
        public Optional<SecretStoreFailure> write(SecretId key, Secret secret) throws InterruptedException {
            answer.await();
            return Optional.of(refused());
        }

        @Override
        public Optional<SecretStoreFailure> delete(SecretId key) throws InterruptedException {
            answer.await();
            return Optional.of(refused());
        }

        private static SecretStoreFailure refused() {
            return new SecretStoreFailure(SecretStoreFailure.Reason.LOCKED, "");
        }
    }

    @BeforeAll
    static void toolkit() throws Exception {
        FxToolkit.registerPrimaryStage();
    }

    @BeforeEach
    void start() throws Exception {
        cloud = TestCloud.start(TestCloudSettings.of(5).withDrift(false));
        observableConnections = fx(() -> connections(SavedConnections.NONE, () -> at("demo")));
    }

    private ConnectionRefresher refreshes(InventoryReaderHolder reader) {
        return new BackgroundConnectionRefresher(reader, BackgroundAndFxExecutors.of(backgroundThreads));
    }

    private ObservableConnections connections(SavedConnections saved, Supplier<ServiceAndProject> demo) {
        return connections(saved, demo, Locked::new);
    }

    private ObservableConnections connections(SavedConnections saved, Supplier<ServiceAndProject> demo,
            Callable<SecretStore> store) {
        var backgroundSecretStoreSearch = new BackgroundSecretStoreSearch(store,
                BackgroundAndFxExecutors.of(backgroundThreads));
        var signIns = new ConnectionSecretLookup(backgroundSecretStoreSearch::secrets, Clock.systemUTC());
        var inventoryReaderFactory = new InventoryReaderFactory(signIns,
                apiTarget -> InventoryReader.open(apiTarget, RequestClockAndTimeouts.real()), backgroundThreads);
        return new ObservableConnections(saved, new ObservableConnections.Parts(observableTickedConnectionPools, file(),
                backgroundSecretStoreSearch, inventoryReaderFactory,
                () -> new ObservableConnectionInventory(demo.get(),
                        () -> InventoryReader.open(at("demo"), Credentials.NONE, RequestClockAndTimeouts.real()),
                        Clock.systemUTC(), this::refreshes),
                this::refreshes, BackgroundAndFxExecutors.of(backgroundThreads), Clock.systemUTC()));
    }

    @Test
    void the_demo_cloud_is_not_asked_for_until_there_is_no_other_connection() throws Exception {
        var asked = new AtomicInteger();
        var saved = SavedConnections.NONE.with(SavedConnection.of(at("mine"), SignInMethod.NONE));
        fx(() -> {
            observableConnections.close();
            observableConnections = connections(saved, () -> at("demo-" + asked.incrementAndGet()));
            return true;
        });
        assertThat(asked.get()).isZero();
        fx(() -> {
            observableConnections.remove("mine");
            observableConnections.keep(saved.all().getFirst(),
                    new ObservableConnections.Typed(Optional.empty(), RoutePasswords.NONE, Storage.SESSION));
            observableConnections.remove("mine");
            return true;
        });
        assertThat(fx(
                () -> observableTickedConnectionPools.sources().stream().map(s -> s.serviceAndProject().id()).toList()))
                .containsExactly("demo-1");
    }

    @Test
    void a_connection_without_secrets_waits_for_no_key_store() {
        var saved = SavedConnections.NONE.with(SavedConnection.of(at("mine"), SignInMethod.NONE));
        fx(() -> {
            observableConnections.close();
            observableConnections = connections(saved, () -> at("demo"), () -> {
                answer.await();
                return new Locked();
            });
            return true;
        });
        until(() -> observableTickedConnectionPools.sources().getFirst().state() instanceof RefreshState.Loaded);
        assertThat(answer.getCount()).isOne();
    }

    @AfterEach
    void stop() {
        fx(() -> {
            observableConnections.close();
            return true;
        });
        backgroundThreads.close();
        cloud.close();
    }

    @Test
    void P29_a_connection_is_there_at_once_while_the_key_store_asks_and_is_read_afterwards_and_what_it_forgets_is_said()
            throws Exception {
        keep("mine");
        assertThat(fx(
                () -> observableTickedConnectionPools.sources().stream().map(s -> s.serviceAndProject().id()).toList()))
                .containsExactly("mine");
        assertThat(fx(() -> observableTickedConnectionPools.sources().getFirst().state().isLoading())).isTrue();
        until(() -> file().load().value().find("mine").isPresent());
        assertThat(fx(() -> observableConnections.forgottenProperty().get())).isEmpty();
        answer.countDown();
        until(() -> observableTickedConnectionPools.sources().getFirst().state() instanceof RefreshState.Loaded);
        until(() -> observableConnections.forgottenProperty().get().contains("mine"));
        renameWithoutSecret("mine");
        until(() -> observableTickedConnectionPools.sources().getFirst().state() instanceof RefreshState.Loaded);
        assertThat(fx(() -> observableConnections.forgottenProperty().get())).as("typed nothing")
                .containsExactly("mine");
    }

    private void renameWithoutSecret(String id) {
        fx(() -> {
            var saved = observableConnections.saved().find(id).orElseThrow();
            observableConnections.keep(saved,
                    new ObservableConnections.Typed(Optional.empty(), RoutePasswords.NONE, Storage.SYSTEM));
            return true;
        });
    }

    @Test
    void P49_a_connection_is_not_lost_when_the_window_is_closed_while_the_key_store_asks() {
        keep("mine");
        fx(() -> {
            observableConnections.close();
            backgroundThreads.close();
            return true;
        });
        assertThat(file().load().value().find("mine")).isPresent();
    }

    private void keep(String id) {
        var credentials = Credentials.token("a-token").orThrow();
        fx(() -> {
            observableConnections.keep(SavedConnection.of(at(id), SignInMethod.of(credentials)),
                    new ObservableConnections.Typed(Optional.of(credentials), RoutePasswords.NONE, Storage.SYSTEM));
            return true;
        });
    }

    private ServiceAndProject at(String id) {
        return new ServiceAndProject(id, id, Optional.empty(), cloud.endpoint(), cloud.projectId());
    }

    private ConnectionsFile file() {
        return ConnectionsFile.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
    }

    private static <T> T fx(Callable<T> ask) {
        return WaitForAsyncUtils.waitForAsyncFx(30_000, ask);
    }

    private static void until(Callable<Boolean> condition) {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!fx(condition)) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }
}
