package poolscope.cli;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import poolscope.api.ApiException;
import poolscope.api.ApiTarget;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.CredentialStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.ProxyChoice;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.SecretStore;
import poolscope.connection.ServiceAndProject;
import poolscope.settings.ConnectionsFile;

/// Finds the connections saved by the window, with their secrets from the system's key store.
public final class ConnectionsFileLookup implements SavedConnectionLookup {
    private static final System.Logger LOG = System.getLogger(ConnectionsFileLookup.class.getName());

    private final ConnectionsFile file;
    private final ConnectionSecretLookup signIns;
    private final Consumer<String> warnings;
    private @Nullable SavedConnections connections;

    /// @param keyStore
    ///            opens the key store; called only for a connection that needs a secret
    /// @param warnings
    ///            receives a sentence for each problem with the file
    public ConnectionsFileLookup(ConnectionsFile file, Callable<SecretStore> keyStore, Consumer<String> warnings) {
        this.file = file;
        this.warnings = warnings;
        signIns = new ConnectionSecretLookup(() -> secrets(keyStore), Clock.systemUTC());
    }

    @Override
    public List<ServiceAndProject> named(String name) {
        var several = connections().named(name);
        return several.size() > 1 ? several.stream().map(SavedConnection::serviceAndProject).toList() : List.of();
    }

    @Override
    public List<ServiceAndProject> ticked() {
        return connections().ticked().stream().map(SavedConnection::serviceAndProject).toList();
    }

    @Override
    public Optional<ApiTarget> find(String name, Optional<ProxyChoice> proxy)
            throws ApiException, InterruptedException {
        var all = connections();
        var saved = all.named(name)
                .stream()
                .findFirst()
                .or(() -> all.find(name))
                .map(one -> proxy.map(it -> one.withRoute(one.networkRoute().withProxy(it))).orElse(one));
        return saved.isPresent() ? Optional.of(signIns.target(saved.get())) : Optional.empty();
    }

    /// Reads the file once, so that its problems are reported once.
    private SavedConnections connections() {
        if (connections != null) return connections;
        var loadedValueWithNotices = file.load();
        loadedValueWithNotices.notices()
                .stream()
                .map(ConnectionsFileProblemText::of)
                .flatMap(Optional::stream)
                .forEach(warnings);
        connections = loadedValueWithNotices.value();
        return loadedValueWithNotices.value();
    }

    /// As in the window, a key store that can't be opened counts as absent.
    private static CredentialStore secrets(Callable<SecretStore> keyStore) throws InterruptedException {
        try {
            return new CredentialStore(keyStore.call());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "The key store can't be looked for", e);
            return new CredentialStore(new InMemorySecretStore());
        }
    }
}
