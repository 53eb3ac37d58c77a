package poolscope.demo;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The faults that the next requests get.
final class FaultScript {
    private final Deque<Fault> faults = new ArrayDeque<>();
    private @Nullable Fault lasting;

    synchronized void add(Fault... more) {
        faults.addAll(List.of(more));
    }

    synchronized void failAll(Fault fault) {
        lasting = fault;
    }

    synchronized void heal() {
        lasting = null;
        faults.clear();
    }

    synchronized Fault next() {
        var next = faults.pollFirst();
        if (next != null) return next;
        return lasting == null ? Fault.pass() : lasting;
    }
}
