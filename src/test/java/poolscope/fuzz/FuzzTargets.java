package poolscope.fuzz;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import poolscope.api.http.ErrorResponseFuzz;
import poolscope.api.http.ResponseHeaderFuzz;
import poolscope.api.http.SecretRedactionFuzz;
import poolscope.api.v1.ClusterListPageFuzz;
import poolscope.api.v2.QuantityFuzz;
import poolscope.api.v2.V2ListFuzz;
import poolscope.history.SnapshotFuzz;
import poolscope.pool.filter.FilterFuzz;
import poolscope.settings.JsonFileFuzz;
import poolscope.settings.SharedViewFuzz;

/// All parsers that are fuzzed, by name. Findings of each are in `src/test/resources/poolscope/fuzz/` and its name.
final class FuzzTargets {
    private static final Map<String, Supplier<FuzzTarget>> ALL = new TreeMap<>(Map.ofEntries(
            Map.entry("v1-page", ClusterListPageFuzz::new), Map.entry("error-response", ErrorResponseFuzz::new),
            Map.entry("response-header", ResponseHeaderFuzz::new), Map.entry("redaction", SecretRedactionFuzz::new),
            Map.entry("quantity", QuantityFuzz::new), Map.entry("filter", FilterFuzz::new),
            Map.entry("history", SnapshotFuzz::new), Map.entry("view", SharedViewFuzz::new),
            Map.entry("settings", JsonFileFuzz::ofSettings), Map.entry("connections", JsonFileFuzz::ofConnections),
            Map.entry("watch-rules", JsonFileFuzz::ofWatchRules),
            Map.entry("watch-state", JsonFileFuzz::ofWatchState)));
    static {
        Arrays.stream(V2ListFuzz.values())
                .forEach(list -> ALL.put("v2-" + list.name().toLowerCase(Locale.ROOT), () -> list));
    }

    private FuzzTargets() {}

    /// In alphabetical order.
    static Set<String> names() {
        return ALL.keySet();
    }

    /// @throws IllegalArgumentException
    ///             when there is none of that name
    static FuzzTarget of(String name) {
        var target = ALL.get(name);
        if (target == null)
            throw new IllegalArgumentException("no such target: " + name + "; there are " + ALL.keySet());
        return target.get();
    }
}
