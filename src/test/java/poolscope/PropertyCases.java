package poolscope;

import java.util.Random;

/// How many cases a property is tried with, and which. The usual ones are the same in every run; `-Dcases.seed=7` takes
/// others, and `-Dcases.factor=10` takes ten times as many.
public final class PropertyCases {
    private static final int FACTOR = Integer.getInteger("cases.factor", 1);
    private static final long SEED = Long.getLong("cases.seed", 0);

    static {
        if (SEED != 0) System.out.println("Properties with -Dcases.seed=" + SEED + " -Dcases.factor=" + FACTOR);
    }

    private PropertyCases() {}

    /// The number of cases.
    ///
    /// @param usual
    ///            how many there are without the property
    public static int times(int usual) {
        return Math.multiplyExact(usual, FACTOR);
    }

    /// The seed of the first case; the others count up from it.
    public static long first() {
        return SEED;
    }

    /// For cases that come out of one generator.
    ///
    /// @param usual
    ///            its seed without the property
    public static Random random(long usual) {
        return new Random(usual + SEED);
    }
}
