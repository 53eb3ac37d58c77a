package poolscope.api.v1;

import poolscope.api.Failure;

/// The number of pools per page: the configured one, or fewer when the service refuses or fails to send so many. A
/// smaller size is kept for the life of a reader.
public final class AdaptivePageSize {
    /// At this size and below, a failure has nothing to do with the size.
    private static final int SMALLEST = 10;
    private static final int DIVISOR = 10;
    private static final int NONE = -1;

    private final int wanted;
    private int current;
    /// The largest size with which a whole list was read; 0 before.
    private int proven;
    /// A page of the proven size failed in the last read.
    private boolean doubtful;
    /// The HTTP status with which the first of the larger sizes failed.
    private int firstStatus = NONE;
    /// The smallest size failed too: smaller sizes are not tried again before a list was read.
    private boolean smallestFailed;

    /// @param wanted
    ///            pools per page, from 1
    public AdaptivePageSize(int wanted) {
        this.wanted = wanted;
        this.current = wanted;
    }

    /// Begins a read. One failure is no proof against a size with which a whole list was read before: it is tried
    /// again.
    ///
    /// @return pools per page
    int begin() {
        current = Math.max(current, proven);
        return current;
    }

    /// Pools per page.
    public int current() {
        return current;
    }

    /// A whole list was read with this size.
    void finish() {
        smallestFailed = false;
        firstStatus = NONE;
        if (current < proven) return;
        proven = current;
        doubtful = false;
    }

    /// Divides the size by ten.
    ///
    /// @param asked
    ///            pools that were requested when it failed
    /// @return false when the failure has nothing to do with the size, or no smaller size is left to try
    public boolean shrinkAfter(Failure failure, int asked) {
        if (smallestFailed || !mayBeTooLarge(failure) || asked <= SMALLEST && current > SMALLEST) return false;
        int status = failure.failureDetails().status();
        if (current <= SMALLEST) {
            smallestFailed = firstStatus == NONE || firstStatus == status;
            firstStatus = NONE;
            current = proven > 0 ? proven : wanted;
            return false;
        }
        if (firstStatus == NONE) firstStatus = status;
        if (current == proven && doubtful) proven = 0;
        doubtful |= current == proven;
        current = Math.max(SMALLEST, Math.min(current, asked) / DIVISOR);
        return true;
    }

    /// 400 and 413 above a limit of the service, 504 and more than [poolscope.api.http.ApiRequest#PAGE] for a
    /// large page.
    private static boolean mayBeTooLarge(Failure failure) {
        int status = failure.failureDetails().status();
        return switch (failure) {
            case Failure.BadRequest(var cause, _) -> switch (cause) {
                case PARAMETER, PAGE_SIZE, TOO_LARGE, OTHER -> status == 400 || status == 413;
                case PROTOCOL -> false;
            };
            case Failure.ServiceTrouble _ -> status == 504;
            case Failure.UnreadableAnswer(var cause, _) -> cause == Failure.UnreadableAnswer.Cause.TOO_LARGE;
            default -> false;
        };
    }
}
