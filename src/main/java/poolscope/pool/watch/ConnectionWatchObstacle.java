package poolscope.pool.watch;

/// Why a connection can't be watched.
public enum ConnectionWatchObstacle {
    /// The service refuses the sign-in.
    SIGN_IN_REFUSED,
    /// A secret must be typed first, or the key store does not give it.
    SECRET_MISSING,
    /// The account may not list pools.
    NOT_ALLOWED,
    /// No response came.
    UNREACHABLE,
    /// The service answered with an error, or with something that can't be read.
    FAILED,
    /// The list of pools could not be read whole.
    INCOMPLETE,
    /// An error of this program.
    PROGRAM_ERROR,
    /// For several intervals no refresh ended.
    LATE
}
