package poolscope.live;

import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.connection.CredentialStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.SecretStore;

/// The system's key store, looked for in the background when somebody first asks for it: finding it may take seconds,
/// and nothing on screen waits for that.
public final class SecretStoreAccess {
    private static final System.Logger LOG = System.getLogger(SecretStoreAccess.class.getName());

    private final FutureTask<CredentialStore> finding;
    private final BackgroundThreads backgroundThreads;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<SecretStore.Kind>> kind = new ReadOnlyObjectWrapper<>(this, "kind",
            Optional.empty());

    /// @param find
    ///            is called once, in the background
    public SecretStoreAccess(Callable<SecretStore> find, BackgroundThreads backgroundThreads) {
        finding = new FutureTask<>(() -> new CredentialStore(found(find)));
        this.backgroundThreads = backgroundThreads;
    }

    /// What keeps secrets here; empty while it is being found, which begins when this is asked for.
    public ReadOnlyObjectProperty<Optional<SecretStore.Kind>> kindProperty() {
        backgroundThreads.execute(this::tellKind);
        return kind.getReadOnlyProperty();
    }

    private void tellKind() {
        try {
            var found = secrets().kind();
            Platform.runLater(() -> kind.set(Optional.of(found)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// In a thread of its own: whoever asks may be interrupted, and others want the answer too.
    private void look() {
        if (!asked.getAndSet(true)) backgroundThreads.execute(finding);
    }

    private static SecretStore found(Callable<SecretStore> find) {
        try {
            return find.call();
        } catch (Exception | LinkageError e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.WARNING,
                    "Looking for the key store failed; secrets are kept for this session only", e);
            return new InMemorySecretStore();
        }
    }

    /// The secrets. Waits until the store is found, so not for the FX thread.
    public CredentialStore secrets() throws InterruptedException {
        look();
        try {
            return finding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Looking for the key store failed", e.getCause());
        }
    }
}
