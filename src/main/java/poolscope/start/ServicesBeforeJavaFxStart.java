package poolscope.start;

import java.util.concurrent.Callable;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.SecretStore;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.InventoryReaderFactory;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.live.background.BackgroundThreads;

/// The dependencies of an [AppComposition] that need no window and exist before JavaFX is started.
public record ServicesBeforeJavaFxStart(RequestClockAndTimeouts requestClockAndTimeouts,
        BackgroundThreads backgroundThreads, BackgroundSecretStoreSearch backgroundSecretStoreSearch,
        ConnectionSecretLookup signIns, InventoryReaderFactory inventoryReaderFactory) implements AutoCloseable {

    /// @param keyStore
    ///            finds the key store; called in the background, when a secret is needed
    public static ServicesBeforeJavaFxStart of(RequestClockAndTimeouts requestClockAndTimeouts,
            Callable<SecretStore> keyStore) {
        var backgroundThreads = new BackgroundThreads();
        var backgroundSecretStoreSearch = new BackgroundSecretStoreSearch(keyStore,
                BackgroundAndFxExecutors.of(backgroundThreads));
        var signIns = new ConnectionSecretLookup(backgroundSecretStoreSearch::secrets, requestClockAndTimeouts.clock());
        var inventoryReaderFactory = new InventoryReaderFactory(signIns,
                apiTarget -> InventoryReader.open(apiTarget, requestClockAndTimeouts), backgroundThreads);
        return new ServicesBeforeJavaFxStart(requestClockAndTimeouts, backgroundThreads, backgroundSecretStoreSearch,
                signIns, inventoryReaderFactory);
    }

    /// Interrupts running work and does not wait for it.
    @Override
    public void close() {
        inventoryReaderFactory.close();
        backgroundThreads.close();
    }
}
