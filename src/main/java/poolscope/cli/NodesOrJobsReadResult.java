package poolscope.cli;

import java.util.List;
import poolscope.export.PoolContentsRow;

/// The nodes or jobs of several pools.
///
/// @param rows
///            in the order of the pools
/// @param asked
///            number of pools of v2
/// @param read
///            number of pools that could be read
/// @param problems
///            a sentence for each pool that could not be read, or only in part
/// @param notes
///            sentences that are for information only
record NodesOrJobsReadResult<T>(List<PoolContentsRow<T>> rows, int asked, int read, List<String> problems,
        List<String> notes) {

    ExitCode code(ExitCode ofPools) {
        return problems.isEmpty() ? ofPools : ExitCode.INCOMPLETE;
    }

    /// What was written, as the beginning of a sentence.
    String sentence(ExportedListKind list) {
        var word = rows.size() == 1 ? list.word().substring(0, list.word().length() - 1) : list.word();
        var of = read == asked ? "" : read + " of ";
        return rows.size() + " " + word + " of " + of + asked + (asked == 1 ? " pool" : " pools")
                + (rows.size() == 1 ? " was written" : " were written");
    }
}
