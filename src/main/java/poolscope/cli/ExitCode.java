package poolscope.cli;

/// Exit codes of `export`, for scripts.
public enum ExitCode {
    /// Everything was read, and the rows are written.
    COMPLETE(0),
    /// The rows could not be written, for example because the disk is full.
    NOT_WRITTEN(1),
    /// The arguments or the environment are wrong; nothing was requested from the service.
    USAGE(2),
    /// The rows are written, but the service has, or may have, more.
    INCOMPLETE(3),
    /// The service refused the sign-in or the permission; no row is written.
    REFUSED(4),
    /// The service could not be reached or its response not be read; no row is written.
    UNREACHABLE(5),
    /// A secret of the saved connection is unavailable; nothing was requested from the service.
    NO_SECRET(6),
    /// The user stopped it.
    INTERRUPTED(130),
    /// The reader of standard output closed it; the code with which shells report a program ended by SIGPIPE.
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
