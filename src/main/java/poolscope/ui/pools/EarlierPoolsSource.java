package poolscope.ui.pools;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.live.ObservableTickedConnectionPools;
import poolscope.live.changes.HistoryRecorder;
import poolscope.pool.Pool;

/// The pools of earlier moments. The methods read files: for background threads.
sealed interface EarlierPoolsSource {

    /// The pools of one moment.
    ///
    /// @param unknown
    ///            the names of connections of which nothing is known of that time
    /// @param lost
    ///            how many more connections are missing, of which not even the name is known
    record Lists(List<KnownPoolsAtTime> known, List<String> unknown, int lost) {
        public Lists {
            known = List.copyOf(known);
            unknown = List.copyOf(unknown);
        }
    }

    Lists at(Instant moment);

    /// What was recorded of the ticked connections.
    ///
    /// @param names
    ///            their names by their ids
    /// @param shownByOthers
    ///            the keys of pools that are shown as those of another connection, by connection
    record Recorded(HistoryRecorder recorder, Map<String, String> names,
            Map<String, Set<String>> shownByOthers) implements EarlierPoolsSource {

        /// For the FX thread.
        static Recorded of(ObservableTickedConnectionPools observableTickedConnectionPools, HistoryRecorder recorder) {
            Map<String, String> names = new LinkedHashMap<>();
            Map<String, Set<String>> shownByOthers = new HashMap<>();
            for (var source : observableTickedConnectionPools.sources()) {
                names.put(source.serviceAndProject().id(), source.serviceAndProject().name());
                shownByOthers.put(source.serviceAndProject().id(),
                        observableTickedConnectionPools.shownByOthers(source));
            }
            return new Recorded(recorder, names, shownByOthers);
        }

        /// The moments that can be stepped through, in the order of time.
        List<Instant> moments() {
            var all = new TreeSet<Instant>();
            names.keySet().forEach(id -> all.addAll(recorder.poolHistory().moments(id)));
            return List.copyOf(all);
        }

        @Override
        public Lists at(Instant moment) {
            List<KnownPoolsAtTime> known = new ArrayList<>();
            List<String> unknown = new ArrayList<>();
            names.forEach((id, name) -> recorder.knownAt(id, moment)
                    .ifPresentOrElse(list -> known.add(own(list, id)), () -> unknown.add(name)));
            return new Lists(known, unknown, 0);
        }

        private KnownPoolsAtTime own(KnownPoolsAtTime list, String id) {
            var others = shownByOthers.getOrDefault(id, Set.of());
            List<Pool> pools = list.pools().stream().filter(pool -> !others.contains(pool.key())).toList();
            return new KnownPoolsAtTime(list.source(), list.readAt(), list.isWhole(), pools);
        }
    }

    /// What is in a file.
    record InFile(SnapshotFile file) implements EarlierPoolsSource {
        @Override
        public Lists at(Instant moment) {
            var known = file.at(moment);
            var missing = new LinkedHashMap<>(file.connections());
            var there = new HashSet<String>();
            known.forEach(list -> there.add(list.source().connectionId()));
            missing.keySet().removeAll(there);
            return new Lists(known, List.copyOf(missing.values()), file.lostConnections());
        }
    }
}
