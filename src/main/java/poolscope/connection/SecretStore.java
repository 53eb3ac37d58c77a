package poolscope.connection;

import java.util.Optional;

/// Keeps secrets. Blocking, interruptible, safe for use by several threads; a person may be asked to unlock it, so it
/// can take a minute, and must never be called from the FX thread (P45).
public interface SecretStore {

    /// What keeps them.
    enum Kind {
        /// GNOME Keyring, KWallet, KeePassXC: whatever answers for `org.freedesktop.secrets`.
        SECRET_SERVICE,
        /// The login keychain of macOS.
        KEYCHAIN,
        /// The Credential Manager of Windows.
        CREDENTIAL_MANAGER,
        /// The memory of this process, nothing else.
        THIS_SESSION
    }

    /// The outcome of a look into the store.
    sealed interface Lookup {

        /// It is there.
        record Found(Secret secret) implements Lookup {}

        /// It is not there: never stored, or deleted by another program.
        record Nothing() implements Lookup {}

        /// Nobody knows.
        record Failed(SecretStoreFailure failure) implements Lookup {}
    }

    Kind kind();

    Lookup read(SecretId key) throws InterruptedException;

    /// Keeps the secret in place of the one that was kept under the key; empty when that is done.
    Optional<SecretStoreFailure> write(SecretId key, Secret secret) throws InterruptedException;

    /// Forgets the secret; empty when it is gone, or was not there.
    Optional<SecretStoreFailure> delete(SecretId key) throws InterruptedException;
}
