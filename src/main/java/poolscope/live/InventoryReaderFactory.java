package poolscope.live;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;

/// Opens the readers of saved connections, with their stored secrets. First pages may be requested before the window
/// exists, so that the services respond while JavaFX starts.
public final class InventoryReaderFactory implements AutoCloseable {

    private final ConnectionSecretLookup signIns;
    private final Function<ApiTarget, InventoryReader> opener;
    private final Executor background;
    /// By identity: a connection that was changed meanwhile is another one.
    private final Map<SavedConnection, CompletableFuture<InventoryReader>> begun = Collections
            .synchronizedMap(new IdentityHashMap<>());

    public InventoryReaderFactory(ConnectionSecretLookup signIns, Function<ApiTarget, InventoryReader> opener,
            Executor background) {
        this.signIns = signIns;
        this.opener = opener;
        this.background = background;
    }

    /// Opens the readers of the ticked connections and requests their first pages. [#open] returns them.
    public void begin(SavedConnections saved) {
        for (var one : saved.ticked()) {
            var opening = new CompletableFuture<InventoryReader>();
            begun.put(one, opening);
            try {
                background.execute(() -> begin(one, opening));
            } catch (RejectedExecutionException _) {
                // The program is ending; a later call of open opens the reader itself.
                begun.remove(one);
            }
        }
    }

    private void begin(SavedConnection one, CompletableFuture<InventoryReader> opening) {
        try {
            var reader = opened(one);
            reader.prefetch(background);
            if (!opening.complete(reader)) reader.close();
        } catch (ApiException | InterruptedException | RuntimeException | Error e) {
            opening.completeExceptionally(e);
        }
    }

    /// Waits for the key store when the connection has a secret, so not on the FX thread.
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
        return opener.apply(signIns.target(one));
    }

    /// Closes the readers that were opened early and never used.
    @Override
    public void close() {
        List.copyOf(begun.values()).forEach(InventoryReaderFactory::drop);
    }

    /// Closes the reader, now or when it is open.
    private static void drop(CompletableFuture<InventoryReader> opening) {
        if (!opening.cancel(false)) opening.thenAccept(InventoryReader::close);
    }
}
