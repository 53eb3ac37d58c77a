package poolscope.connection;

/// Why a secret store could not read, write or delete (fault 118). Expected: the secret is then kept for this session
/// only.
///
/// @param why
///            the reason, as far as a person can act on it
/// @param details
///            the system's function and error code, such as `CredReadW 1312`; never a text of the system, which may
///            repeat the secret
public record SecretStoreFailure(Why why, String details) {

    /// The reasons.
    public enum Why {
        /// There is no store on this system, or its service does not run.
        ABSENT,
        /// The store, or the item in it, is locked and was not unlocked.
        LOCKED,
        /// The person or the system denied access.
        DENIED,
        /// No answer within the timeout, such as a prompt that nobody answered.
        SLOW,
        /// What was found is not what was written.
        DAMAGED,
        /// Anything else.
        BROKEN
    }
}
