package poolscope.connection;

/// Why a secret store could not read, write or delete (fault 118). Expected: the secret is then kept for this session
/// only.
///
/// @param reason
///            the reason, as far as a person can act on it
/// @param details
///            the system's function and error code, such as `CredReadW 1312`; never a text of the system, which may
///            repeat the secret
public record SecretStoreFailure(Reason reason, String details) {

    /// Reasons that a person can act on.
    public enum Reason {
        /// There is no store on this system, or its service does not run.
        ABSENT,
        /// The store, or the item in it, is locked and was not unlocked.
        LOCKED,
        /// The person or the system denied access.
        DENIED,
        /// No response within the timeout, for example because nobody answered a prompt.
        SLOW,
        /// The content read is not what was written.
        DAMAGED,
        /// Anything else.
        BROKEN
    }
}
