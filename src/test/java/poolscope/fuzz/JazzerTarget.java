package poolscope.fuzz;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// What Jazzer calls, by its conventions; which target it is, the property `fuzz.target` says. What broke a promise is
/// written to the file of the property `fuzz.finding`.
public final class JazzerTarget {
    private static final FuzzTarget TARGET = FuzzTargets.of(System.getProperty("fuzz.target"));
    private static final List<byte[]> SEEDS = TARGET.seeds();

    private JazzerTarget() {}

    /// Loads what the first input needs, so that the time limit of an input does not count it.
    public static void fuzzerInitialize() throws Exception {
        for (byte[] seed : SEEDS)
            TARGET.check(seed);
    }

    public static void fuzzerTestOneInput(byte[] bytes) throws Exception {
        byte[] input = FuzzInput.of(bytes, SEEDS);
        try {
            TARGET.check(input);
        } catch (Exception | Error e) {
            Files.write(Path.of(System.getProperty("fuzz.finding")), input);
            throw e;
        }
    }
}
