package poolscope.ui.commands;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.LatestTask;
import poolscope.pool.filter.PoolNameSearch;
import poolscope.settings.RecentCommandsAndExport;

/// The best fifty matches for the typed text; of equal ones the most recently chosen first, which is remembered.
/// Disabled ones are last.
public final class PaletteModel {
    /// more than a person reads
    static final int MOST = 50;

    private final LatestTask latestTask;
    private final ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport;
    private final ReadOnlyObjectWrapper<Result> found = new ReadOnlyObjectWrapper<>(this, "found", Result.NONE);
    private List<List<PaletteEntry>> kinds = List.of();
    private List<String> questionWords = List.of();

    /// The matches, the best first, and the search that found them, which marks their letters.
    record Result(PoolNameSearch search, List<PaletteEntry> entries) {
        static final Result NONE = new Result(PoolNameSearch.of(""), List.of());
    }

    /// A match: its score, when it was last chosen, and its position.
    private record Find(PaletteEntry entry, int rank, int age, int place) {
        static final Comparator<Find> BEST_FIRST = Comparator.comparing((Find find) -> !find.entry().possible())
                .thenComparingInt(Find::rank)
                .thenComparingInt(Find::age)
                .thenComparingInt(Find::place);
    }

    /// @param recentChoices
    ///            the recently chosen entries
    public PaletteModel(LatestTask latestTask, ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport) {
        this.latestTask = latestTask;
        this.recentCommandsAndExport = recentCommandsAndExport;
    }

    /// Gets all entries, and shows the matches of an empty text.
    ///
    /// @param questionWords
    ///            words that are left out of a question for which nothing is found, in small letters
    public void open(List<PaletteSource> sources, List<String> questionWords) {
        this.questionWords = questionWords;
        kinds = sources.stream().map(PaletteSource::entries).toList();
        find("");
    }

    /// Drops all entries, which can be many.
    void close() {
        latestTask.cancel();
        kinds = List.of();
        found.set(Result.NONE);
    }

    /// Searches for the typed text in the background.
    void find(String typed) {
        var all = kinds;
        var recent = recentCommandsAndExport.get().chosen();
        latestTask.start(isOutdated -> result(typed, questionWords, all, recent, isOutdated), found::set);
    }

    /// Changes on the FX thread.
    ReadOnlyObjectProperty<Result> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void chosen(PaletteEntry entry) {
        recentCommandsAndExport.set(recentCommandsAndExport.get().choosing(entry.id()));
    }

    static Result result(String typed, List<String> questionWords, List<List<PaletteEntry>> kinds, List<String> recent,
            BooleanSupplier isOutdated) {
        var asTyped = PoolNameSearch.of(typed);
        var found = best(asTyped, kinds, recent, isOutdated);
        if (!found.isEmpty()) return new Result(asTyped, found);
        var withoutQuestion = asTyped.withoutQuestionWords(questionWords);
        return new Result(withoutQuestion, best(withoutQuestion, kinds, recent, isOutdated));
    }

    private static List<PaletteEntry> best(PoolNameSearch search, List<List<PaletteEntry>> kinds, List<String> recent,
            BooleanSupplier isOutdated) {
        var best = new PriorityQueue<>(Find.BEST_FIRST.reversed());
        int place = 0;
        for (var kind : kinds)
            for (var entry : kind) {
                if (isOutdated.getAsBoolean()) return List.of();
                place++;
                var rank = search.rank(entry.name(), entry.beside(), entry.synonyms());
                if (rank.isEmpty()) continue;
                int age = recent.indexOf(entry.id());
                best.add(new Find(entry, rank.getAsInt(), age < 0 ? RecentCommandsAndExport.MOST : age, place));
                if (best.size() > MOST) best.remove();
            }
        return best.stream().sorted(Find.BEST_FIRST).map(Find::entry).toList();
    }
}
