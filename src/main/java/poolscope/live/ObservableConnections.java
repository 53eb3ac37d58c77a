package poolscope.live;

import java.time.Clock;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.api.ApiException;
import poolscope.api.inventory.InventoryReader;
import poolscope.connection.CredentialStore;
import poolscope.connection.Credentials;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SecretId;
import poolscope.connection.SecretStoreFailure;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.LatestSaver;
import poolscope.live.background.SaveStatus;
import poolscope.settings.ConnectionsFile;
import poolscope.settings.FileNotice;

/// The saved connections: stored without their secrets, with a [ObservableConnectionInventory] in the fleet for each
/// ticked one.
///
/// While there is none, the demo cloud is shown.
public final class ObservableConnections {
    private static final System.Logger LOG = System.getLogger(ObservableConnections.class.getName());

    /// Dependencies.
    ///
    /// @param demo
    ///            opens the source that is shown while there is no connection; called once, when it is first shown
    /// @param refreshes
    ///            makes the refreshes of a connection
    public record Parts(ObservableTickedConnectionPools observableTickedConnectionPools, ConnectionsFile file,
            BackgroundSecretStoreSearch backgroundSecretStoreSearch, InventoryReaderFactory inventoryReaderFactory,
            Supplier<ObservableConnectionInventory> demo,
            Function<InventoryReaderHolder, ConnectionRefresher> refreshes, BackgroundAndFxExecutors executors,
            Clock clock) {}

    private final Parts parts;
    private final ReadOnlyObjectWrapper<SavedConnections> saved;
    private final ConnectionSources sources;
    private final Map<String, FutureTask<Optional<SecretStoreFailure>>> keeping = new ConcurrentHashMap<>();
    private final ReadOnlyObjectWrapper<Set<String>> forgotten = new ReadOnlyObjectWrapper<>(this, "forgotten",
            Set.of());
    private final SaveStatus saveStatus;
    private final LatestSaver<SavedConnections> saver;

    public ObservableConnections(SavedConnections loaded, Parts parts) {
        this.parts = parts;
        saveStatus = new SaveStatus(parts.executors().fx());
        saver = new LatestSaver<>(loaded, now -> saveStatus.attempt(() -> parts.file().save(now)),
                parts.executors().background(), parts.executors().saveTimeLimit());
        saved = new ReadOnlyObjectWrapper<>(this, "saved", loaded);
        sources = new ConnectionSources(parts.observableTickedConnectionPools(), saved.getReadOnlyProperty(),
                this::newSource, parts.demo());
        sources.sync();
    }

    /// The connections of the first window: its ticks are the saved ones.
    public ConnectionsOfWindow ofFirstWindow() {
        return newWindow(Optional.empty());
    }

    ConnectionsOfWindow newWindow(Optional<Set<String>> ticks) {
        return sources.add(new ConnectionsOfWindow(this, sources,
                ObservableTickedConnectionPools.within(parts.observableTickedConnectionPools()), ticks));
    }

    /// All saved connections, ticked or not in the first window.
    public ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public SavedConnections saved() {
        return saved.get();
    }

    /// The state of a connection; empty while it was never ticked.
    public Optional<RefreshState> state(String id) {
        return sources.state(id);
    }

    /// Why the connections could not be saved; empty when they are saved.
    public ReadOnlyObjectProperty<Optional<FileNotice.NotSaved>> saveProblemProperty() {
        return saveStatus.problemProperty();
    }

    /// Whether the demo cloud is shown.
    public boolean isDemo() {
        return saved.get().all().isEmpty();
    }

    /// Ticks or unticks a connection in the first window.
    public void tick(String id, boolean ticked) {
        saved.get()
                .find(id)
                .ifPresent(one -> change(
                        saved.get().with(one.withListing(one.connectionListAppearance().withTicked(ticked)))));
    }

    /// Ticks these connections and unticks all others, in the first window.
    public void tickOnly(Set<String> ids) {
        var next = saved.get()
                .withEach(one -> one.withListing(one.connectionListAppearance().withTicked(ids.contains(one.id()))));
        if (!next.equals(saved.get())) change(next);
    }

    /// The typed secrets of a connection.
    ///
    /// @param credentials
    ///            empty to keep the stored one
    /// @param passwords
    ///            each empty to leave what is kept as it is
    public record Typed(Optional<Credentials> credentials, RoutePasswords passwords, CredentialStore.Storage storage) {}

    /// Saves a new or changed connection with its secrets, and refreshes it. It is in the list at once; its first
    /// refresh waits for the key store, which may show a prompt.
    public void keep(SavedConnection connection, Typed typed) {
        var before = saved.get().find(connection.id());
        var earlier = Optional.ofNullable(keeping.get(connection.id()));
        var task = new FutureTask<>(() -> {
            if (earlier.isPresent()) finish(earlier.get());
            return keepSecrets(before, connection, typed);
        });
        keeping.put(connection.id(), task);
        sources.drop(connection.id());
        change(saved.get().with(before.map(one -> tickedAs(one, connection)).orElse(connection)));
        parts.executors().background().execute(() -> {
            task.run();
            boolean kept = finish(task) || typed.storage() == CredentialStore.Storage.SESSION;
            parts.executors().fx().execute(() -> mark(connection.id(), !kept || isStillForgotten(connection, typed)));
        });
    }

    /// A form in another window has the tick of that window.
    private static SavedConnection tickedAs(SavedConnection before, SavedConnection now) {
        return now.withListing(now.connectionListAppearance().withTicked(before.connectionListAppearance().ticked()));
    }

    /// Waits until the secrets are stored.
    ///
    /// @return false when they could not be stored
    private static boolean finish(FutureTask<Optional<SecretStoreFailure>> task) {
        try {
            return task.get().isEmpty();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof InterruptedException))
                LOG.log(System.Logger.Level.ERROR, "Keeping secrets ended in an error of this program", e.getCause());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /// Whether an edit that typed no secret left one that could not be stored before.
    private boolean isStillForgotten(SavedConnection now, Typed typed) {
        return typed.credentials().isEmpty() && typed.passwords().equals(RoutePasswords.NONE)
                && forgotten.get().contains(now.id())
                && parts.backgroundSecretStoreSearch().isForSessionOnly(now, EnumSet.allOf(SecretId.Part.class));
    }

    private void mark(String id, boolean isForgotten) {
        var next = new HashSet<>(forgotten.get());
        if (isForgotten ? next.add(id) : next.remove(id)) forgotten.set(Set.copyOf(next));
    }

    /// The connections whose secrets could not be stored for the next session although that was requested.
    public ReadOnlyObjectProperty<Set<String>> forgottenProperty() {
        return forgotten.getReadOnlyProperty();
    }

    private Optional<SecretStoreFailure> keepSecrets(Optional<SavedConnection> before, SavedConnection now, Typed typed)
            throws InterruptedException {
        var secrets = parts.backgroundSecretStoreSearch().secrets();
        var failure = Optional.<SecretStoreFailure>empty();
        if (before.isPresent()) secrets.forgetOutdated(before.get(), now);
        if (typed.credentials().isPresent()) failure = secrets.keep(now, typed.credentials().get(), typed.storage());
        boolean wanted = now.networkRoute().proxy() instanceof ProxyChoice.Manual manual && manual.user().isPresent();
        if (wanted && typed.passwords().proxy().isPresent()) {
            var second = secrets.keepProxyPassword(now, typed.passwords().proxy().get(), typed.storage());
            failure = failure.or(() -> second);
        }
        if (now.networkRoute().caFile().isPresent() && typed.passwords().caFile().isPresent()) {
            var third = secrets.keepCaFilePassword(now, typed.passwords().caFile().get(), typed.storage());
            failure = failure.or(() -> third);
        }
        return failure;
    }

    /// Removes a connection and its secrets. Its history is still to be deleted.
    public void remove(String id) {
        var pending = Optional.ofNullable(keeping.remove(id));
        saved.get().find(id).ifPresent(one -> parts.executors().background().execute(() -> {
            try {
                if (pending.isPresent()) finish(pending.get());
                parts.backgroundSecretStoreSearch().secrets().forget(one);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        sources.drop(id);
        change(saved.get().without(id));
    }

    /// The history of a removed connection is deleted.
    public void forgetRemoved(String id) {
        if (saved.get().removed().contains(id)) change(saved.get().withHistoryDeleted(id));
    }

    /// Saves unsaved changes at once, and waits for that for a limited time.
    ///
    /// @return what could not be saved
    public List<FileNotice.NotSaved> saveNow() {
        return saver.saveNow() ? List.of() : List.of(saveStatus.notSaved(parts.file().path()));
    }

    /// Saves unsaved changes, stops all refreshes and closes all readers.
    public void close() {
        saver.close();
        sources.close();
    }

    private void change(SavedConnections next) {
        saved.set(next);
        sources.sync();
        saver.save(next);
    }

    private ObservableConnectionInventory newSource(SavedConnection one) {
        return new ObservableConnectionInventory(one.serviceAndProject(), () -> open(one), parts.clock(),
                parts.refreshes());
    }

    private InventoryReader open(SavedConnection one) throws ApiException, InterruptedException {
        var pending = keeping.get(one.id());
        if (pending != null) finish(pending);
        if (Thread.interrupted()) throw new InterruptedException();
        return parts.inventoryReaderFactory().open(one);
    }
}
