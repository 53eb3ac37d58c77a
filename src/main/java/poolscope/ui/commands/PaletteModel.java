package poolscope.ui.commands;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.BooleanSupplier;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.LatestTask;
import poolscope.pool.filter.PoolNameSearch;
import poolscope.settings.RecentCommandsAndExport;

/// The best fifty matches for the typed text: those that are called so first; of equal ones those that do not turn
/// something off, and the most recently chosen first, which is remembered. Disabled ones are last. A few fields follow
/// once something is typed.
public final class PaletteModel {
    /// more than a person reads
    static final int MOST = 50;
    static final int MOST_FIELDS = 5;

    private final LatestTask latestTask;
    private final ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport;
    private final ReadOnlyObjectWrapper<Result> found = new ReadOnlyObjectWrapper<>(this, "found", Result.NONE);
    private final ReadOnlyBooleanWrapper searching = new ReadOnlyBooleanWrapper(this, "searching");
    private PaletteEntries all = PaletteEntries.NONE;
    private List<String> questionWords = List.of();

    /// The matches, the best first, and the search that found them, which marks their letters.
    record Result(PoolNameSearch search, List<PaletteEntry> entries) {
        static final Result NONE = new Result(PoolNameSearch.of(""), List.of());
    }

    /// What is searched.
    ///
    /// @param kinds
    ///            commands first
    /// @param fields
    ///            of which at most [#MOST_FIELDS] are found, after most others
    record PaletteEntries(List<List<PaletteEntry>> kinds, List<PaletteEntry> fields) {
        static final PaletteEntries NONE = new PaletteEntries(List.of(), List.of());
    }

    /// A match.
    ///
    /// @param isWhole
    ///            whether its whole name was typed
    /// @param rank
    ///            how well it fits; worse for what is no command
    /// @param turnsOff
    ///            whether it turns something off; false while nothing is typed
    /// @param age
    ///            when it was last chosen
    private record Find(PaletteEntry entry, boolean isWhole, int rank, boolean turnsOff, int age, int place) {
        static final Comparator<Find> BEST_FIRST = Comparator.comparing((Find find) -> !find.entry().possible())
                .thenComparing(find -> !find.isWhole())
                .thenComparingInt(Find::rank)
                .thenComparing(Find::turnsOff)
                .thenComparingInt(Find::age)
                .thenComparingInt(Find::place);

        /// Whether it comes before another although it is a field.
        boolean isFieldBefore(Find other) {
            if (!other.entry().possible()) return true;
            return isWhole == other.isWhole() ? other.turnsOff() && rank <= other.rank() : isWhole;
        }
    }

    /// @param recentCommandsAndExport
    ///            the recently chosen entries
    public PaletteModel(LatestTask latestTask, ObjectProperty<RecentCommandsAndExport> recentCommandsAndExport) {
        this.latestTask = latestTask;
        this.recentCommandsAndExport = recentCommandsAndExport;
    }

    /// Gets all entries, and shows the matches of an empty text.
    ///
    /// @param sources
    ///            commands first
    /// @param fields
    ///            shown after all others
    /// @param questionWords
    ///            words that are left out of a question for which nothing is found, in small letters
    public void open(List<PaletteSource> sources, PaletteSource fields, List<String> questionWords) {
        this.questionWords = questionWords;
        all = new PaletteEntries(sources.stream().map(PaletteSource::entries).toList(), fields.entries());
        find("");
    }

    /// Drops all entries, which can be many.
    void close() {
        latestTask.cancel();
        searching.set(false);
        all = PaletteEntries.NONE;
        found.set(Result.NONE);
    }

    /// Searches for the typed text in the background.
    void find(String typed) {
        var entries = all;
        var recent = recentCommandsAndExport.get().chosen();
        searching.set(true);
        latestTask.start(isOutdated -> result(typed, questionWords, entries, recent, isOutdated), now -> {
            found.set(now);
            searching.set(false);
        });
    }

    /// Whether what is found belongs to an earlier text.
    ReadOnlyBooleanProperty searchingProperty() {
        return searching.getReadOnlyProperty();
    }

    /// Changes on the FX thread.
    ReadOnlyObjectProperty<Result> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void chosen(PaletteEntry entry) {
        recentCommandsAndExport.set(recentCommandsAndExport.get().choosing(entry.id()));
    }

    static Result result(String typed, List<String> questionWords, PaletteEntries all, List<String> recent,
            BooleanSupplier isOutdated) {
        var asTyped = PoolNameSearch.of(typed);
        var found = best(asTyped, all, recent, isOutdated);
        var withoutQuestion = asTyped.withoutQuestionWords(questionWords);
        if (!found.isEmpty() || withoutQuestion == asTyped) return new Result(asTyped, found);
        return new Result(withoutQuestion, best(withoutQuestion, all, recent, isOutdated));
    }

    private static List<PaletteEntry> best(PoolNameSearch search, PaletteEntries all, List<String> recent,
            BooleanSupplier isOutdated) {
        var found = new ArrayList<>(best(MOST, search, all.kinds(), recent, isOutdated));
        if (!search.isEmpty())
            best(MOST_FIELDS, search, List.of(all.fields()), recent, isOutdated).forEach(field -> add(field, found));
        return found.stream().map(Find::entry).toList();
    }

    private static void add(Find field, List<Find> found) {
        int at = 0;
        while (at < found.size() && !field.isFieldBefore(found.get(at)))
            at++;
        found.add(at, field);
    }

    private static List<Find> best(int most, PoolNameSearch search, List<List<PaletteEntry>> kinds, List<String> recent,
            BooleanSupplier isOutdated) {
        var best = new PriorityQueue<>(Find.BEST_FIRST.reversed());
        int place = 0;
        for (var kind : kinds)
            for (var entry : kind) {
                if (isOutdated.getAsBoolean()) return List.of();
                place++;
                var rank = entry.rank(search);
                if (rank.isEmpty()) continue;
                int age = recent.indexOf(entry.id());
                // commands before the pools that fit as well, also commands found by a synonym
                boolean isCommand = kind == kinds.getFirst() || age >= 0 && rank.getAsInt() == PoolNameSearch.BEGINS;
                int behind = isCommand ? 0 : PoolNameSearch.SYNONYM_WORD;
                best.add(new Find(entry, search.isWhole(entry.name()), rank.getAsInt() + behind,
                        !search.isEmpty() && entry.turnsOff(), age < 0 ? RecentCommandsAndExport.MOST : age, place));
                if (best.size() > most) best.remove();
            }
        return best.stream().sorted(Find.BEST_FIRST).toList();
    }
}
