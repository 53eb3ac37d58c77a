package poolscope.connection;

/// Why a store could not do what it was asked (fault 118). Expected: the secret is then kept for this session only.
///
/// @param why
///            what it means to a person
/// @param evidence
///            what the system said, a name and a code such as `CredReadW 1312`; never text of the system, which may
///            repeat what it was given
public record SecretStoreFailure(Why why, String evidence) {

    /// The meanings.
    public enum Why {
        /// There is no store on this system, or nothing answers for it.
        ABSENT,
        /// The store, or the item in it, is locked and was not unlocked.
        LOCKED,
        /// The person or the system does not let us.
        DENIED,
        /// No answer within the time given, such as a question to the person that nobody answered.
        SLOW,
        /// What was found is not what was written.
        DAMAGED,
        /// Anything else.
        BROKEN
    }
}
