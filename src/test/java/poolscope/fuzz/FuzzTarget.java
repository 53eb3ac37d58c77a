package poolscope.fuzz;

import java.util.List;

/// A parser with what must hold for any input. [FuzzRun] looks for inputs that break it, [FuzzFindingsTest] tries those
/// that were found, the seeds and some variations of them.
public interface FuzzTarget {
    /// Parses the input and checks the result.
    ///
    /// @throws Exception
    ///             as a failed check does, when the input breaks a promise
    void check(byte[] input) throws Exception;

    /// Good inputs to begin with, the first of them rich. They are JSON documents, or other texts.
    List<byte[]> seeds();
}
