package poolscope.live;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Function;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.inventory.InventoryReader;
import poolscope.api.signin.SavedCredentials;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;

/// Opens the readers of saved connections, with the secrets that are kept for them. The first ones may begin to read
/// before there is a window, so that the services answer while the toolkit starts.
public final class ReaderFactory implements AutoCloseable {

    private final SavedCredentials signIns;
    private final Function<ApiTarget, InventoryReader> opener;
    private final BackgroundThreads backgroundThreads;
    /// By identity: a connection that was changed meanwhile is another one.
    private final Map<SavedConnection, CompletableFuture<InventoryReader>> begun = Collections
            .synchronizedMap(new IdentityHashMap<>());

    public ReaderFactory(SavedCredentials signIns, Function<ApiTarget, InventoryReader> opener,
            BackgroundThreads backgroundThreads) {
        this.signIns = signIns;
        this.opener = opener;
        this.backgroundThreads = backgroundThreads;
    }

    /// Opens the readers of the ticked connections and lets them ask for their first pages. They are handed over by
    /// [#open].
    public void begin(SavedConnections saved) {
        for (var one : saved.ticked()) {
            var opening = new CompletableFuture<InventoryReader>();
            begun.put(one, opening);
            try {
                backgroundThreads.execute(() -> begin(one, opening));
            } catch (RejectedExecutionException _) {
                // The program ends. Whoever still asks for this reader opens it itself.
                begun.remove(one);
            }
        }
    }

    private void begin(SavedConnection one, CompletableFuture<InventoryReader> opening) {
        try {
            var reader = opened(one);
            reader.prefetch(backgroundThreads);
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
        return opener.apply(signIns.target(one));
    }

    /// Ends what was begun and never asked for.
    @Override
    public void close() {
        List.copyOf(begun.values()).forEach(ReaderFactory::drop);
    }

    /// Closes the reader, now or as soon as it is open.
    private static void drop(CompletableFuture<InventoryReader> opening) {
        if (!opening.cancel(false)) opening.thenAccept(InventoryReader::close);
    }
}
