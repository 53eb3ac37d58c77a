package poolscope;

import java.util.concurrent.Callable;
import poolscope.api.InventoryReader;
import poolscope.api.SavedCredentials;
import poolscope.api.Surroundings;
import poolscope.connection.SecretStore;
import poolscope.live.Background;
import poolscope.live.Keyring;
import poolscope.live.Readers;

/// What a [Program] stands on and what works without a window: there before the toolkit is up.
record Ground(Surroundings surroundings, Background background, Keyring keyring, SavedCredentials signIns, Readers readers)
        implements
            AutoCloseable {

    /// @param keyStore
    ///            finds what keeps secrets; called in the background, when a secret is wanted
    static Ground of(Surroundings surroundings, Callable<SecretStore> keyStore) {
        var background = new Background();
        var keyring = new Keyring(keyStore, background);
        var signIns = new SavedCredentials(keyring::secrets, surroundings.clock());
        var readers = new Readers(signIns, approach -> InventoryReader.open(approach, surroundings), background);
        return new Ground(surroundings, background, keyring, signIns, readers);
    }

    /// Interrupts what is still running and does not wait for it.
    @Override
    public void close() {
        readers.close();
        background.close();
    }
}
