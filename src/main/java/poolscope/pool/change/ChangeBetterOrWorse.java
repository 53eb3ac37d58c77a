package poolscope.pool.change;

/// What a change means for an operator. Less capacity needs attention, more does not.
public enum ChangeBetterOrWorse {
    WORSE, BETTER, NEUTRAL;

    ChangeBetterOrWorse opposite() {
        return switch (this) {
            case WORSE -> BETTER;
            case BETTER -> WORSE;
            case NEUTRAL -> NEUTRAL;
        };
    }
}
