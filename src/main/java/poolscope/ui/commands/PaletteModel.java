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
    private final ReadOnlyObjectWrapper<List<PaletteEntry>> found = new ReadOnlyObjectWrapper<>(this, "found",
            List.of());
    private List<List<PaletteEntry>> kinds = List.of();

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
    public void open(List<PaletteSource> sources) {
        kinds = sources.stream().map(PaletteSource::entries).toList();
        find("");
    }

    /// Drops all entries, which can be many.
    void close() {
        latestTask.cancel();
        kinds = List.of();
        found.set(List.of());
    }

    /// Searches for the typed text in the background.
    void find(String typed) {
        var all = kinds;
        var recent = recentCommandsAndExport.get().chosen();
        latestTask.start(isOutdated -> best(typed, all, recent, isOutdated), found::set);
    }

    /// The matches, the best first; changes on the FX thread.
    ReadOnlyObjectProperty<List<PaletteEntry>> foundProperty() {
        return found.getReadOnlyProperty();
    }

    void chosen(PaletteEntry entry) {
        recentCommandsAndExport.set(recentCommandsAndExport.get().choosing(entry.id()));
    }

    static List<PaletteEntry> best(String typed, List<List<PaletteEntry>> kinds, List<String> recent,
            BooleanSupplier isOutdated) {
        var search = PoolNameSearch.of(typed);
        var best = new PriorityQueue<>(Find.BEST_FIRST.reversed());
        int place = 0;
        for (var kind : kinds)
            for (var entry : kind) {
                if (isOutdated.getAsBoolean()) return List.of();
                place++;
                var rank = search.rank(entry.name(), entry.beside());
                if (rank.isEmpty()) continue;
                int age = recent.indexOf(entry.id());
                best.add(new Find(entry, rank.getAsInt(), age < 0 ? RecentCommandsAndExport.MOST : age, place));
                if (best.size() > MOST) best.remove();
            }
        return best.stream().sorted(Find.BEST_FIRST).map(Find::entry).toList();
    }
}
