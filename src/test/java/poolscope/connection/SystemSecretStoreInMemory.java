package poolscope.connection;

import java.util.Optional;

/// A key store of the system that works, without a system.
public final class SystemSecretStoreInMemory implements SecretStore {
    private final SecretStore memory = new InMemorySecretStore();

    @Override
    public Kind kind() {
        return Kind.SECRET_SERVICE;
    }

    @Override
    public Lookup read(SecretId key) throws InterruptedException {
        return memory.read(key);
    }

    @Override
    public Optional<SecretStoreFailure> write(SecretId key, Secret secret) throws InterruptedException {
        return memory.write(key, secret);
    }

    @Override
    public Optional<SecretStoreFailure> delete(SecretId key) throws InterruptedException {
        return memory.delete(key);
    }
}
