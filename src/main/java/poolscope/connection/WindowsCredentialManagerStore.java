package poolscope.connection;

import java.util.Optional;
import poolscope.connection.SecretStoreFailure.Reason;

/// Items in the Credential Manager of Windows: generic credentials of this user on this machine.
final class WindowsCredentialManagerStore implements NativeSecretBackend {
    /// `CRED_MAX_CREDENTIAL_BLOB_SIZE`.
    private static final int CAPACITY = 5 * 512;
    private static final int OK = 0;
    private static final int ERROR_ACCESS_DENIED = 5;
    private static final int ERROR_NOT_FOUND = 1168;
    private static final int ERROR_CANCELLED = 1223;
    private static final int ERROR_NO_SUCH_LOGON_SESSION = 1312;

    private final Calls calls;

    /// The three functions of `wincred.h`, each with the error code of `winerror.h`, 0 when there is none.
    interface Calls {
        /// `CredWriteW`.
        int write(String target, byte[] blob);

        /// `CredReadW`.
        Outcome read(String target);

        /// `CredDeleteW`.
        int delete(String target);

        /// The result of `CredReadW`.
        ///
        /// @param blob
        ///            the content; undefined after an error
        record Outcome(int error, byte[] blob) {}
    }

    WindowsCredentialManagerStore(Calls calls) {
        this.calls = calls;
    }

    @Override
    public int capacity() {
        return CAPACITY;
    }

    @Override
    public Item read(String name) {
        Calls.Outcome outcome = calls.read(target(name));
        return switch (outcome.error()) {
            case OK -> new Item.Found(outcome.blob());
            case ERROR_NOT_FOUND -> NOTHING;
            default -> new Item.Failed(failure("CredReadW", outcome.error()));
        };
    }

    @Override
    public Optional<SecretStoreFailure> write(String name, byte[] content) {
        int error = calls.write(target(name), content);
        return error == OK ? Optional.empty() : Optional.of(failure("CredWriteW", error));
    }

    @Override
    public Optional<SecretStoreFailure> delete(String name) {
        int error = calls.delete(target(name));
        return error == OK || error == ERROR_NOT_FOUND ? Optional.empty() : Optional.of(failure("CredDeleteW", error));
    }

    /// Why this store cannot be used; empty when it can.
    Optional<SecretStoreFailure> obstacle() {
        return read("") instanceof Item.Failed(SecretStoreFailure failure) ? Optional.of(failure) : Optional.empty();
    }

    /// The name shown in Windows' list of credentials.
    private static String target(String name) {
        return "PoolScope/" + name;
    }

    private static SecretStoreFailure failure(String call, int error) {
        Reason reason = switch (error) {
            case ERROR_ACCESS_DENIED, ERROR_CANCELLED -> Reason.DENIED;
            case ERROR_NO_SUCH_LOGON_SESSION -> Reason.ABSENT;
            default -> Reason.BROKEN;
        };
        return new SecretStoreFailure(reason, call + " " + error);
    }
}
