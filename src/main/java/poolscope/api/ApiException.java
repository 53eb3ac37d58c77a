package poolscope.api;

/// A reading that ended in an expected failure. The message is for logs, in no language and without secrets; people
/// read words made from [#failure].
public final class ApiException extends Exception {
    private final transient Failure failure;

    public ApiException(Failure failure) {
        super(failure.toString(), null, false, false);
        this.failure = failure;
    }

    public Failure failure() {
        return failure;
    }
}
