package poolscope.connection;

import java.util.Optional;

/// What a system's store offers: small pieces of bytes under names. The part of a store that can only be tried on its
/// own system.
interface SecretBackend {

    /// The outcome of a look.
    sealed interface Item {
        record Found(byte[] content) implements Item {}

        record Nothing() implements Item {}

        record Failed(SecretStoreFailure failure) implements Item {}
    }

    Item NOTHING = new Item.Nothing();

    /// The most bytes that one item holds.
    int capacity();

    Item read(String name) throws InterruptedException;

    /// Puts the content in place of what is there; empty when that is done.
    Optional<SecretStoreFailure> write(String name, byte[] content) throws InterruptedException;

    /// Empty when nothing is there any more.
    Optional<SecretStoreFailure> delete(String name) throws InterruptedException;

    static Item failed(SecretStoreFailure.Why why, String details) {
        return new Item.Failed(new SecretStoreFailure(why, details));
    }
}
