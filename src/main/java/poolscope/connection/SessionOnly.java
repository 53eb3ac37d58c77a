package poolscope.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps secrets until the program ends, where there is no other store or a person wants no other.
public final class SessionOnly implements SecretStore {
    private final Map<SecretKey, Secret> secrets = new ConcurrentHashMap<>();
    private final Lookup notHere;

    public SessionOnly() {
        notHere = new Lookup.Nothing();
    }

    /// In place of the system's store, which can't be used: nobody knows what is kept there.
    SessionOnly(StoreFailure whyNot) {
        notHere = new Lookup.Failed(whyNot);
    }

    @Override
    public Kind kind() {
        return Kind.THIS_SESSION;
    }

    @Override
    public Lookup read(SecretKey key) {
        return Optional.ofNullable(secrets.get(key)).<Lookup>map(Lookup.Found::new).orElse(notHere);
    }

    @Override
    public Optional<StoreFailure> write(SecretKey key, Secret secret) {
        secrets.put(key, secret);
        return Optional.empty();
    }

    @Override
    public Optional<StoreFailure> delete(SecretKey key) {
        secrets.remove(key);
        return Optional.empty();
    }
}
