package poolscope.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import poolscope.api.Way;
import poolscope.connection.Credentials;
import poolscope.connection.KeptSecrets;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.SecretStore;
import poolscope.connection.SecretStore.Lookup;
import poolscope.settings.ConnectionsFile;

/// The connections that the window saved, with the secrets that the system's key store keeps for them.
public final class SavedTargets implements Targets {
    private static final System.Logger LOG = System.getLogger(SavedTargets.class.getName());

    private final ConnectionsFile file;
    private final Callable<SecretStore> keyStore;

    /// @param keyStore
    ///            finds the key store; asked only for a connection that needs a secret
    public SavedTargets(ConnectionsFile file, Callable<SecretStore> keyStore) {
        this.file = file;
        this.keyStore = keyStore;
    }

    @Override
    public Optional<Target> named(String name) {
        return file.load().connections().all().stream().filter(one -> one.connection().name().equals(name)).findFirst()
                .map(this::target);
    }

    private Target target(SavedConnection one) {
        try {
            var secrets = new KeptSecrets(keyStore.call());
            var proxy = secrets.proxyPassword(one) instanceof Lookup.Found(var password)
                    ? Optional.of(password)
                    : Optional.<Secret>empty();
            return new Target(one.connection(), secrets.recall(one).toSignInWith().orElse(Credentials.NONE),
                    new Way(one.route(), proxy));
        } catch (Exception e) {
            if (e instanceof InterruptedException) Thread.currentThread().interrupt();
            LOG.log(System.Logger.Level.DEBUG, "The key store did not answer", e);
            return new Target(one.connection(), Credentials.NONE, new Way(one.route(), Optional.empty()));
        }
    }
}
