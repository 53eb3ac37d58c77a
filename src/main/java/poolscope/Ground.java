package poolscope;

import java.util.Optional;
import java.util.concurrent.Callable;
import poolscope.api.ApiException;
import poolscope.api.Approach;
import poolscope.api.Evidence;
import poolscope.api.Failure;
import poolscope.api.InventoryReader;
import poolscope.api.Surroundings;
import poolscope.api.Way;
import poolscope.connection.Connection;
import poolscope.connection.KeptSecrets.Recalled;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.SecretStore;
import poolscope.live.Background;
import poolscope.live.Keyring;
import poolscope.live.Readers;

/// What a [Program] stands on and what works without a window: there before the toolkit is up.
record Ground(Surroundings surroundings, Background background, Keyring keyring, Readers readers) implements AutoCloseable {

    /// @param keyStore
    ///            finds what keeps secrets; called in the background, when a secret is wanted
    static Ground of(Surroundings surroundings, Callable<SecretStore> keyStore) {
        var background = new Background();
        var keyring = new Keyring(keyStore, background);
        var readers = new Readers(keyring,
                (saved, signIn, proxyPassword) -> open(saved, signIn, proxyPassword, surroundings), background);
        return new Ground(surroundings, background, keyring, readers);
    }

    private static InventoryReader open(SavedConnection saved, Recalled signIn, Optional<Secret> proxyPassword,
            Surroundings surroundings) throws ApiException {
        var way = new Way(saved.route(), proxyPassword);
        var credentials = signIn.toSignInWith();
        if (credentials.isPresent())
            return InventoryReader.open(new Approach(saved.connection(), credentials.get(), way, saved.query()), surroundings);
        var cause = signIn instanceof Recalled.Failed
                ? Failure.SignInRefused.Cause.KEY_STORE
                : Failure.SignInRefused.Cause.MISSING;
        throw new ApiException(new Failure.SignInRefused(cause, unasked(saved.connection(), surroundings)));
    }

    /// Evidence of a request that was never sent.
    private static Evidence unasked(Connection connection, Surroundings surroundings) {
        return new Evidence(
                new Evidence.Asked("GET", connection.endpoint().getHost(), "/v1/" + connection.projectId() + "/clusters"), 0,
                "", "", "", "", Optional.empty(), surroundings.clock().instant(), 1);
    }

    /// Interrupts what is still running and does not wait for it.
    @Override
    public void close() {
        readers.close();
        background.close();
    }
}
