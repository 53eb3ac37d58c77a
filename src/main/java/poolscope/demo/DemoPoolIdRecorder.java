package poolscope.demo;

import java.util.HashSet;
import java.util.Set;

/// Which pools there were since a moment: a test compares with them a list that was read in pages. A list is right when
/// it holds all of [#stable], nothing outside [#ever], and nothing twice.
public final class DemoPoolIdRecorder implements AutoCloseable {
    private final V1Fleet fleet;
    private final Set<String> stable;
    private final Set<String> ever;

    DemoPoolIdRecorder(V1Fleet fleet, Set<String> ids) {
        this.fleet = fleet;
        this.stable = new HashSet<>(ids);
        this.ever = new HashSet<>(ids);
    }

    synchronized void created(String id) {
        ever.add(id);
    }

    synchronized void deleted(String id) {
        stable.remove(id);
    }

    /// The ids that were there the whole time since the recording began.
    public synchronized Set<String> stable() {
        return Set.copyOf(stable);
    }

    /// The ids that were there at any time since the recording began.
    public synchronized Set<String> ever() {
        return Set.copyOf(ever);
    }

    /// Ends the recording; the ids can still be read.
    @Override
    public void close() {
        fleet.forget(this);
    }
}
