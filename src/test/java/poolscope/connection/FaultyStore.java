package poolscope.connection;

import java.util.Optional;
import poolscope.connection.SecretStoreFailure.Reason;

/// A system's store that says no in one way to everything.
public record FaultyStore(Reason reason) implements SecretStore {
    private SecretStoreFailure failure() {
        return new SecretStoreFailure(reason, "test");
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Lookup read(SecretId key) {
        return new Lookup.Failed(failure());
    }

    @Override
    public Optional<SecretStoreFailure> write(SecretId key, Secret secret) {
        return Optional.of(failure());
    }

    @Override
    public Optional<SecretStoreFailure> delete(SecretId key) {
        return Optional.of(failure());
    }
}
