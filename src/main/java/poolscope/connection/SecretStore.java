package poolscope.connection;

import java.util.Optional;

/// Stores secrets. Blocking, interruptible, safe for use by several threads; a person may be asked to unlock it, so a
/// call can take a minute, and must never be made on the FX thread (P45).
public interface SecretStore {

    /// The kinds of stores.
    enum Kind {
        /// The Secret Service of a Linux desktop: GNOME Keyring, KWallet or KeePassXC.
        SECRET_SERVICE,
        /// The login keychain of macOS.
        KEYCHAIN,
        /// The Credential Manager of Windows.
        CREDENTIAL_MANAGER,
        /// The memory of this process.
        THIS_SESSION
    }

    /// The result of a read.
    sealed interface Lookup {

        /// It is there.
        record Found(Secret secret) implements Lookup {}

        /// It is not there: never stored, or deleted by another program.
        record Nothing() implements Lookup {}

        /// The store failed.
        record Failed(SecretStoreFailure failure) implements Lookup {}
    }

    Kind kind();

    Lookup read(SecretId key) throws InterruptedException;

    /// Stores the secret, replacing one of the same name; empty on success.
    Optional<SecretStoreFailure> write(SecretId key, Secret secret) throws InterruptedException;

    /// Deletes the secret; empty when it is gone, or was not there.
    Optional<SecretStoreFailure> delete(SecretId key) throws InterruptedException;
}
