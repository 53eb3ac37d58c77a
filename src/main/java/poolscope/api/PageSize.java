package poolscope.api;

/// How many pools are asked for at once: as many as are wanted, or fewer when the service refuses so many or can't send them.
/// What was found out holds for the life of a reader.
final class PageSize {
    /// Where it is no longer a question of size.
    private static final int LEAST = 10;
    private static final int STEP = 10;

    private int good;
    private int now;
    /// Smaller pages did no better: not tried again before a list was read.
    private boolean inVain;

    /// @param wanted
    ///            pools an answer, from 1
    PageSize(int wanted) {
        this.good = wanted;
        this.now = wanted;
    }

    /// Pools to ask for.
    int now() {
        return now;
    }

    /// The service sent a page of this size.
    void worked() {
        good = now;
        inVain = false;
    }

    /// Makes the page a tenth.
    ///
    /// @param asked
    ///            pools that were asked for when it failed
    /// @return false when the failure has nothing to do with the size, or no smaller page is left to try
    boolean shrinkAfter(Failure failure, int asked) {
        boolean may = !inVain && asked > LEAST && maySizeBeTheReason(failure);
        inVain |= !may && now < good;
        now = may ? Math.max(LEAST, Math.min(now, asked) / STEP) : good;
        return may;
    }

    /// 400 and 413 above a limit of the service's, 504 and more than [HttpTransport#MAX_BODY] at a large page.
    private static boolean maySizeBeTheReason(Failure failure) {
        int status = failure.evidence().status();
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
