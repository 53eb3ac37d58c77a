package poolscope.live;

import java.io.IOException;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.api.ApiException;
import poolscope.api.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.KeptSecrets;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.StoreFailure;
import poolscope.settings.ConnectionsFile;

/// The operator's connections: kept on disk without their secrets, and one [Source] in the fleet for each that is ticked.
///
/// When there is none, the source given for that case (the demo cloud) stands in.
public final class Connections {
    private static final System.Logger LOG = System.getLogger(Connections.class.getName());

    /// Opens the reader of a connection with what it signs in with.
    @FunctionalInterface
    public interface Opener {
        InventoryReader open(SavedConnection saved, KeptSecrets.Recalled signIn) throws ApiException;
    }

    /// What this class works with.
    ///
    /// @param demo what is shown while there is no connection
    public record Parts(Fleet fleet, ConnectionsFile file, Keyring keyring, Opener opener, Source demo, Background background,
            Clock clock) {
    }

    private final Parts parts;
    private final ReadOnlyObjectWrapper<SavedConnections> saved;
    private final Map<String, Source> sources = new HashMap<>();

    public Connections(SavedConnections loaded, Parts parts) {
        this.parts = parts;
        saved = new ReadOnlyObjectWrapper<>(this, "saved", loaded);
        line();
    }

    /// The connections that are kept, ticked or not.
    public ReadOnlyObjectProperty<SavedConnections> savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public SavedConnections saved() {
        return saved.get();
    }

    /// Whether the demo cloud stands in.
    public boolean isDemo() {
        return saved.get().all().isEmpty();
    }

    /// Takes a connection's pools into the list, or out of it.
    public void tick(String id, boolean ticked) {
        saved.get().find(id).ifPresent(one -> change(saved.get().with(one.withListing(one.listing().withTicked(ticked)))));
    }

    /// Keeps a connection, new or changed, with what it signs in with, and reads it. `told` hears, on the FX thread, why the secrets
    /// could not be kept over restarts; empty when they could, or were not to be.
    public void keep(SavedConnection connection, Credentials credentials, KeptSecrets.Keeping keeping,
            Consumer<Optional<StoreFailure>> told) {
        var before = saved.get().find(connection.id());
        parts.background().execute(() -> {
            try {
                var secrets = parts.keyring().secrets();
                if (before.isPresent()) secrets.forgetOutdated(before.get(), connection);
                var failure = secrets.keep(connection, credentials, keeping);
                Platform.runLater(() -> {
                    drop(connection.id());
                    change(saved.get().with(connection));
                    told.accept(failure);
                });
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    /// Forgets a connection and its secrets.
    public void remove(String id) {
        saved.get().find(id).ifPresent(one -> parts.background().execute(() -> {
            try {
                parts.keyring().secrets().forget(one);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        drop(id);
        change(saved.get().without(id));
    }

    /// Stops all readings and lets go of the network.
    public void close() {
        sources.values().forEach(Source::close);
        parts.demo().close();
    }

    /// Keeps a connection whose secrets stay as they are.
    public void change(SavedConnection connection) {
        drop(connection.id());
        change(saved.get().with(connection));
    }

    private void change(SavedConnections next) {
        saved.set(next);
        line();
        parts.background().execute(() -> save(next));
    }

    private void save(SavedConnections next) {
        try {
            parts.file().save(next);
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "The connections were not saved: " + e.getMessage());
        }
    }

    /// Puts the ticked connections into the fleet, in their order, and reads those that are new there.
    private void line() {
        var wanted = isDemo() ? List.of(parts.demo()) : saved.get().ticked().stream().map(this::source).toList();
        var before = List.copyOf(parts.fleet().sources());
        if (before.equals(wanted)) return;
        parts.fleet().sources().setAll(wanted);
        before.stream().filter(source -> !wanted.contains(source)).forEach(Source::cancel);
        wanted.stream().filter(source -> !before.contains(source) && source.state() instanceof LoadState.Idle).forEach(Source::refresh);
    }

    private Source source(SavedConnection one) {
        return sources.computeIfAbsent(one.id(), _ -> new Source(one.connection(), () -> open(one), parts.clock(), parts.background()));
    }

    private InventoryReader open(SavedConnection one) throws ApiException, InterruptedException {
        return parts.opener().open(one, parts.keyring().secrets().recall(one));
    }

    private void drop(String id) {
        var source = sources.remove(id);
        if (source == null) return;
        parts.fleet().sources().remove(source);
        source.close();
    }
}
