package poolscope.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps secrets in memory until the program ends, when there is no other store or the person wants none.
public final class InMemorySecretStore implements SecretStore {
    private final Map<SecretId, Secret> secrets = new ConcurrentHashMap<>();
    private final Lookup notHere;

    public InMemorySecretStore() {
        notHere = new Lookup.Nothing();
    }

    /// Replaces the system's store, which can't be used: reads of unknown secrets fail with this reason.
    InMemorySecretStore(SecretStoreFailure whyNot) {
        notHere = new Lookup.Failed(whyNot);
    }

    @Override
    public Kind kind() {
        return Kind.THIS_SESSION;
    }

    @Override
    public Lookup read(SecretId key) {
        return Optional.ofNullable(secrets.get(key)).<Lookup>map(Lookup.Found::new).orElse(notHere);
    }

    @Override
    public Optional<SecretStoreFailure> write(SecretId key, Secret secret) {
        secrets.put(key, secret);
        return Optional.empty();
    }

    @Override
    public Optional<SecretStoreFailure> delete(SecretId key) {
        secrets.remove(key);
        return Optional.empty();
    }
}
