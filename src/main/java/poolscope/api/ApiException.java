package poolscope.api;

/// A reading that ended in an expected failure. The message is for logs, in no language and without secrets; people
/// read words made from [#failure].
public final class ApiException extends Exception {
    private final transient Failure failure;

    public ApiException(Failure failure) {
        super(null, null, false, false);
        this.failure = failure;
    }

    /// Made when it is asked for: the first text of a record takes milliseconds, and a service without v2 fails at
    /// each start.
    @Override
    public String getMessage() {
        return String.valueOf(failure);
    }

    public Failure failure() {
        return failure;
    }
}
