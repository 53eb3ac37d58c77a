package poolscope.live;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import poolscope.api.ApiException;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.Credentials;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.PoolQuery;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.TestQueries;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;

/// Readers that begin before anybody asks for them, over real HTTP.
@Timeout(60)
class InventoryReaderFactoryTest {
    /// Requests are counted.
    private static final PoolQuery V1_ONLY = TestQueries.V1_ONLY;
    private final BackgroundThreads backgroundThreads = new BackgroundThreads();
    private final List<InventoryReader> opened = new CopyOnWriteArrayList<>();
    private TestCloud cloud;
    private InventoryReaderFactory inventoryReaderFactory;

    @BeforeEach
    void start() throws Exception {
        cloud = TestCloud.start(TestCloudSettings.of(5).withDrift(false));
        var signIns = new ConnectionSecretLookup(new BackgroundSecretStoreSearch(InMemorySecretStore::new,
                BackgroundAndFxExecutors.of(backgroundThreads))::secrets, Clock.systemUTC());
        inventoryReaderFactory = new InventoryReaderFactory(signIns, apiTarget -> {
            var reader = InventoryReader.open(apiTarget.withQuery(V1_ONLY), RequestClockAndTimeouts.real());
            opened.add(reader);
            return reader;
        }, backgroundThreads);
    }

    @AfterEach
    void stop() {
        inventoryReaderFactory.close();
        opened.forEach(InventoryReader::close);
        backgroundThreads.close();
        cloud.close();
    }

    @Test
    void what_was_begun_is_handed_over_once_and_has_asked_already() throws Exception {
        var one = at("one", SignInMethod.NONE);
        inventoryReaderFactory.begin(SavedConnections.NONE.with(one));
        var reader = inventoryReaderFactory.open(one);
        assertThat(opened).containsExactly(reader);
        assertThat(read(reader)).isEqualTo(5);
        assertThat(cloud.requestCount()).isEqualTo(1);
        assertThat(inventoryReaderFactory.open(one)).isNotSameAs(reader);
    }

    @Test
    void a_connection_that_was_changed_meanwhile_gets_a_reader_of_its_own() throws Exception {
        var before = at("one", SignInMethod.NONE);
        inventoryReaderFactory.begin(SavedConnections.NONE.with(before));
        until(() -> opened.size() == 1);
        var begun = opened.getFirst();
        var now = before.withListing(before.connectionListAppearance().withTicked(true));
        assertThat(now).isEqualTo(before);
        assertThat(inventoryReaderFactory.open(now)).isNotSameAs(begun);
        assertThat(inventoryReaderFactory.open(before)).isSameAs(begun);
    }

    @Test
    void connections_that_are_not_ticked_are_left_alone() throws Exception {
        var one = at("one", SignInMethod.NONE);
        var other = at("other", SignInMethod.NONE);
        inventoryReaderFactory
                .begin(SavedConnections.NONE.with(one.withListing(one.connectionListAppearance().withTicked(false)))
                        .with(other));
        assertThat(read(inventoryReaderFactory.open(other))).isEqualTo(5);
        assertThat(opened).hasSize(1);
        assertThat(cloud.requestCount()).isEqualTo(1);
    }

    @Test
    void a_secret_that_is_missing_is_said_when_the_reader_is_asked_for() {
        var one = at("one", SignInMethod.of(Credentials.token("a-token").orThrow()));
        inventoryReaderFactory.begin(SavedConnections.NONE.with(one));
        assertThatThrownBy(() -> inventoryReaderFactory.open(one)).isInstanceOfSatisfying(ApiException.class,
                e -> assertThat(e.failure().name()).isEqualTo("SecretUnavailable.STORE_ABSENT"));
        assertThat(cloud.requestCount()).isZero();
    }

    @Test
    void what_nobody_asked_for_is_closed_in_the_end() throws Exception {
        inventoryReaderFactory.begin(SavedConnections.NONE.with(at("one", SignInMethod.NONE)));
        until(() -> cloud.requestCount() == 1);
        assertThat(isOpen(opened.getFirst())).isTrue();
        inventoryReaderFactory.close();
        until(() -> !isOpen(opened.getFirst()));
    }

    @Test
    void a_beginning_that_no_thread_takes_up_does_not_keep_anybody_waiting() throws Exception {
        var one = at("one", SignInMethod.NONE);
        backgroundThreads.close();
        inventoryReaderFactory.begin(SavedConnections.NONE.with(one));
        assertThat(read(inventoryReaderFactory.open(one))).isEqualTo(5);
    }

    private static void until(Callable<Boolean> condition) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!condition.call()) {
            assertThat(System.nanoTime()).as("waited in vain").isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static boolean isOpen(InventoryReader reader) throws InterruptedException {
        try {
            reader.read(_ -> {
            });
            return true;
        } catch (ApiException closed) {
            return false;
        }
    }

    private static int read(InventoryReader reader) throws Exception {
        return reader.read(_ -> {
        }).pools().size();
    }

    private SavedConnection at(String id, SignInMethod signInMethod) {
        return SavedConnection.of(new ServiceAndProject(id, id, Optional.empty(), cloud.endpoint(), cloud.projectId()),
                signInMethod);
    }
}
