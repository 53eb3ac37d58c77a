package poolscope.live;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import poolscope.api.ApiException;
import poolscope.api.InventoryReader;
import poolscope.connection.Credentials;
import poolscope.connection.KeptSecrets.Recalled;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.Secret;
import poolscope.connection.SecretKey;

/// Opens the readers of saved connections, with the secrets that are kept for them. The first ones may begin to read before there
/// is a window, so that the services answer while the toolkit starts.
public final class Readers implements AutoCloseable {

    /// Opens the reader of a connection with what it signs in with.
    @FunctionalInterface
    public interface Opener {
        InventoryReader open(SavedConnection saved, Recalled signIn, Optional<Secret> proxyPassword) throws ApiException;
    }

    private final Keyring keyring;
    private final Opener opener;
    private final Background background;
    /// By identity: a connection that was changed meanwhile is another one.
    private final Map<SavedConnection, CompletableFuture<InventoryReader>> begun = Collections
            .synchronizedMap(new IdentityHashMap<>());

    public Readers(Keyring keyring, Opener opener, Background background) {
        this.keyring = keyring;
        this.opener = opener;
        this.background = background;
    }

    /// Opens the readers of the ticked connections and lets them ask for their first pages. They are handed over by [#open].
    public void begin(SavedConnections saved) {
        for (var one : saved.ticked()) {
            var opening = new CompletableFuture<InventoryReader>();
            begun.put(one, opening);
            background.execute(() -> begin(one, opening));
        }
    }

    private void begin(SavedConnection one, CompletableFuture<InventoryReader> opening) {
        try {
            var reader = opened(one);
            reader.begin(background);
            if (!opening.complete(reader)) reader.close();
        } catch (ApiException | InterruptedException | RuntimeException | Error e) {
            opening.completeExceptionally(e);
        }
    }

    /// Waits for the key store if the connection has a secret, so not for the FX thread.
    InventoryReader open(SavedConnection one) throws ApiException, InterruptedException {
        var opening = begun.remove(one);
        if (opening == null) return opened(one);
        try {
            return opening.get();
        } catch (InterruptedException e) {
            drop(opening);
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ApiException refused) throw refused;
            throw new IllegalStateException("Opening a reader ended in an error of this program", e.getCause());
        }
    }

    private InventoryReader opened(SavedConnection one) throws ApiException, InterruptedException {
        if (SecretKey.of(one).isEmpty()) return opener.open(one, new Recalled.Complete(Credentials.NONE), Optional.empty());
        var secrets = keyring.secrets();
        return opener.open(one, secrets.recall(one), Trial.kept(secrets.proxyPassword(one)));
    }

    /// Ends what was begun and never asked for.
    @Override
    public void close() {
        List.copyOf(begun.values()).forEach(Readers::drop);
    }

    /// Closes the reader, now or as soon as it is open.
    private static void drop(CompletableFuture<InventoryReader> opening) {
        if (!opening.cancel(false)) opening.thenAccept(InventoryReader::close);
    }
}
