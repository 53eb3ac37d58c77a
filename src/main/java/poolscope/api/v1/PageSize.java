package poolscope.api.v1;

import poolscope.api.Failure;

/// How many pools are asked for at once: as many as are wanted, or fewer when the service refuses so many or can't send
/// them. What was found out holds for the life of a reader.
public final class PageSize {
    /// Where it is no longer a question of size.
    private static final int LEAST = 10;
    private static final int STEP = 10;
    private static final int NONE = -1;

    private final int wanted;
    private int now;
    /// The largest page in which a whole list was read; 0 before.
    private int proven;
    /// A page of the proven size failed in the last reading.
    private boolean doubtful;
    /// The status with which the first of the larger sizes failed.
    private int firstStatus = NONE;
    /// The smallest pages failed alike: smaller ones are not tried again before a list was read.
    private boolean inVain;

    /// @param wanted
    ///            pools an answer, from 1
    public PageSize(int wanted) {
        this.wanted = wanted;
        this.now = wanted;
    }

    /// A reading begins. One failure is no proof against a size in which a whole list was read before: it is tried
    /// again.
    ///
    /// @return pools to ask for
    int begin() {
        now = Math.max(now, proven);
        return now;
    }

    /// Pools to ask for.
    public int now() {
        return now;
    }

    /// A whole list was read in pages of this size.
    void finish() {
        inVain = false;
        firstStatus = NONE;
        if (now < proven) return;
        proven = now;
        doubtful = false;
    }

    /// Makes the page a tenth.
    ///
    /// @param asked
    ///            pools that were asked for when it failed
    /// @return false when the failure has nothing to do with the size, or no smaller page is left to try
    public boolean shrinkAfter(Failure failure, int asked) {
        if (inVain || !maySizeBeTheReason(failure) || asked <= LEAST && now > LEAST) return false;
        int status = failure.failureDetails().status();
        if (now <= LEAST) {
            inVain = firstStatus == NONE || firstStatus == status;
            firstStatus = NONE;
            now = proven > 0 ? proven : wanted;
            return false;
        }
        if (firstStatus == NONE) firstStatus = status;
        if (now == proven && doubtful) proven = 0;
        doubtful |= now == proven;
        now = Math.max(LEAST, Math.min(now, asked) / STEP);
        return true;
    }

    /// 400 and 413 above a limit of the service's, 504 and more than [HttpTransport#MAX_BODY] at a large page.
    private static boolean maySizeBeTheReason(Failure failure) {
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
