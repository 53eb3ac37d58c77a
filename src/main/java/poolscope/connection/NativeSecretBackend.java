package poolscope.connection;

import java.util.Optional;

/// A secret store of an operating system: small byte arrays under names. The part of a store that can only be tested on
/// its own system.
interface NativeSecretBackend {

    /// The result of a read.
    sealed interface Item {
        record Found(byte[] content) implements Item {}

        record Nothing() implements Item {}

        record Failed(SecretStoreFailure failure) implements Item {}
    }

    Item NOTHING = new Item.Nothing();

    /// The largest item, in bytes.
    int capacity();

    Item read(String name) throws InterruptedException;

    /// Creates or replaces an item; empty on success.
    Optional<SecretStoreFailure> write(String name, byte[] content) throws InterruptedException;

    /// Empty when there is no such item any more.
    Optional<SecretStoreFailure> delete(String name) throws InterruptedException;

    static Item failed(SecretStoreFailure.Reason reason, String details) {
        return new Item.Failed(new SecretStoreFailure(reason, details));
    }
}
