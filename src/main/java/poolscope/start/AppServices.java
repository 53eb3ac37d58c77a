package poolscope.start;

import java.util.concurrent.Callable;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.SecretStore;
import poolscope.live.ReaderFactory;
import poolscope.live.SecretStoreAccess;
import poolscope.live.background.BackgroundThreads;
import poolscope.live.background.TaskExecutors;

/// The dependencies of an [AppComposition] that need no window and exist before JavaFX is started.
public record AppServices(RequestClockAndTimeouts requestClockAndTimeouts, BackgroundThreads backgroundThreads,
        SecretStoreAccess secretStoreAccess, ConnectionSecretLookup signIns,
        ReaderFactory readerFactory) implements AutoCloseable {

    /// @param keyStore
    ///            finds the key store; called in the background, when a secret is needed
    public static AppServices of(RequestClockAndTimeouts requestClockAndTimeouts, Callable<SecretStore> keyStore) {
        var backgroundThreads = new BackgroundThreads();
        var secretStoreAccess = new SecretStoreAccess(keyStore, TaskExecutors.of(backgroundThreads));
        var signIns = new ConnectionSecretLookup(secretStoreAccess::secrets, requestClockAndTimeouts.clock());
        var readerFactory = new ReaderFactory(signIns,
                apiTarget -> InventoryReader.open(apiTarget, requestClockAndTimeouts), backgroundThreads);
        return new AppServices(requestClockAndTimeouts, backgroundThreads, secretStoreAccess, signIns, readerFactory);
    }

    /// Interrupts running work and does not wait for it.
    @Override
    public void close() {
        readerFactory.close();
        backgroundThreads.close();
    }
}
