package poolscope.pool.filter;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// What was found wrong with one text so far.
final class FilterProblemCollector {
    private final List<FilterProblem> found = new ArrayList<>();
    private final int length;

    FilterProblemCollector(int length) {
        this.length = length;
    }

    /// Typing on does not help.
    void add(FilterProblem.Kind kind, int from, int to, String... args) {
        found.add(new FilterProblem(from, to, kind, List.of(args), false));
    }

    /// A value that is not right; it may become so when it ends the text and `start` says that right ones begin
    /// like it.
    void add(FilterProblem.Kind kind, FilterScanner.Token piece, boolean start, String... args) {
        found.add(new FilterProblem(piece.from(), piece.to(), kind, List.of(args),
                start && !piece.quoted() && piece.to() == length));
    }

    /// Something should stand here; at the end of the text it still may.
    void missing(FilterProblem.Kind kind, int at) {
        found.add(new FilterProblem(at, at, kind, List.of(), at == length));
    }

    /// Something that opens here does not close up to the end.
    void open(FilterProblem.Kind kind, int from) {
        found.add(new FilterProblem(from, length, kind, List.of(), true));
    }

    List<FilterProblem> list() {
        return found.stream().sorted(Comparator.comparingInt(FilterProblem::from)).toList();
    }

    PoolFilter.Verdict verdict() {
        if (found.isEmpty()) return PoolFilter.Verdict.VALID;
        return found.stream().allMatch(FilterProblem::unfinished)
                ? PoolFilter.Verdict.INCOMPLETE
                : PoolFilter.Verdict.WRONG;
    }
}
