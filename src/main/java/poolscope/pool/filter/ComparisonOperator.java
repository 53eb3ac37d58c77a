package poolscope.pool.filter;

/// How two values compare.
public enum ComparisonOperator {
    /// The same.
    EQUAL("="),
    /// Not the same.
    DIFFERENT("!="),
    /// Smaller, earlier, younger.
    LESS("<"),
    /// Not greater.
    AT_MOST("<="),
    /// Greater, later, older.
    GREATER(">"),
    /// Not less.
    AT_LEAST(">=");

    private final String sign;

    ComparisonOperator(String sign) {
        this.sign = sign;
    }

    /// As written in a filter.
    public String sign() {
        return sign;
    }

    /// Whether it asks for the same or not the same, which any values can answer.
    boolean isOfEquality() {
        return this == EQUAL || this == DIFFERENT;
    }

    /// Whether it holds of what `a.compareTo(b)` says.
    boolean holds(int comparison) {
        return switch (this) {
            case EQUAL -> comparison == 0;
            case DIFFERENT -> comparison != 0;
            case LESS -> comparison < 0;
            case AT_MOST -> comparison <= 0;
            case GREATER -> comparison > 0;
            case AT_LEAST -> comparison >= 0;
        };
    }
}
