package poolscope.connection;

import java.util.Optional;
import poolscope.connection.StoreFailure.Why;

/// A system's store that says no in one way to everything.
public record FaultyStore(Why why) implements SecretStore {
    private StoreFailure failure() {
        return new StoreFailure(why, "test");
    }

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Lookup read(SecretKey key) {
        return new Lookup.Failed(failure());
    }

    @Override
    public Optional<StoreFailure> write(SecretKey key, Secret secret) {
        return Optional.of(failure());
    }

    @Override
    public Optional<StoreFailure> delete(SecretKey key) {
        return Optional.of(failure());
    }
}
