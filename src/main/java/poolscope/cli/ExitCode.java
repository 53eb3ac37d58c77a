package poolscope.cli;

/// What a script learns from `export`.
public enum ExitCode {
    /// Everything was read, and the rows are written.
    COMPLETE(0),
    /// The rows could not be written: a full disk, for example.
    NOT_WRITTEN(1),
    /// Something is wrong with the arguments or the environment; nothing was asked of the service.
    USAGE(2),
    /// The rows are written, but the service has, or may have, more.
    INCOMPLETE(3),
    /// The service refused the sign-in or the permission; no row is written.
    REFUSED(4),
    /// The service could not be reached or its answer not be read; no row is written.
    UNREACHABLE(5),
    /// A secret of the saved connection is not at hand; nothing was asked of the service.
    NO_SECRET(6),
    /// Somebody stopped it.
    INTERRUPTED(130),
    /// Whoever read standard output has gone; as shells show a program that SIGPIPE ended.
    OUTPUT_CLOSED(141);

    private final int number;

    ExitCode(int number) {
        this.number = number;
    }

    /// The process's exit status.
    public int number() {
        return number;
    }
}
