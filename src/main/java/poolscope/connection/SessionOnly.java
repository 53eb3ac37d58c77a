package poolscope.connection;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Keeps secrets until the program ends, where there is no other store or a person wants no other.
public final class SessionOnly implements SecretStore {
    private final Map<SecretKey, Secret> secrets = new ConcurrentHashMap<>();

    @Override
    public Kind kind() {
        return Kind.THIS_SESSION;
    }

    @Override
    public Lookup read(SecretKey key) {
        return Optional.ofNullable(secrets.get(key)).<Lookup>map(Lookup.Found::new).orElseGet(Lookup.Nothing::new);
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
