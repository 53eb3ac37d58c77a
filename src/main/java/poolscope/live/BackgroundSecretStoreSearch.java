package poolscope.live;

import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.connection.CredentialStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretId;
import poolscope.connection.SecretStore;
import poolscope.live.background.BackgroundAndFxExecutors;

/// The system's key store, which is searched for in the background on first use, because that may take seconds.
public final class BackgroundSecretStoreSearch {
    private static final System.Logger LOG = System.getLogger(BackgroundSecretStoreSearch.class.getName());

    private final FutureTask<CredentialStore> finding;
    private final BackgroundAndFxExecutors executors;
    private final AtomicBoolean asked = new AtomicBoolean();
    private final ReadOnlyObjectWrapper<Optional<SecretStore.Kind>> kind = new ReadOnlyObjectWrapper<>(this, "kind",
            Optional.empty());

    /// @param find
    ///            is called once, in the background
    public BackgroundSecretStoreSearch(Callable<SecretStore> find, BackgroundAndFxExecutors executors) {
        finding = new FutureTask<>(() -> new CredentialStore(found(find)));
        this.executors = executors;
    }

    /// The kind of the key store; empty while it is searched for, which starts with this call.
    public ReadOnlyObjectProperty<Optional<SecretStore.Kind>> kindProperty() {
        executors.background().execute(this::publishKind);
        return kind.getReadOnlyProperty();
    }

    private void publishKind() {
        try {
            var found = secrets().kind();
            executors.fx().execute(() -> kind.set(Optional.of(found)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// In a thread of its own: a caller may be interrupted, and others need the result too.
    private void search() {
        if (!asked.getAndSet(true)) executors.background().execute(finding);
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

    /// As [CredentialStore#isForSessionOnly]; false before the key store is found, since nothing was stored then.
    /// Never blocks.
    public boolean isForSessionOnly(SavedConnection saved, Set<SecretId.Part> parts) {
        return finding.state() == Future.State.SUCCESS && finding.resultNow().isForSessionOnly(saved, parts);
    }

    /// The stored credentials. Waits until the key store is found, so not on the FX thread.
    public CredentialStore secrets() throws InterruptedException {
        search();
        try {
            return finding.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("Looking for the key store failed", e.getCause());
        }
    }
}
