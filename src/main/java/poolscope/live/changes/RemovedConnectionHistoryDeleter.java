package poolscope.live.changes;

import java.util.HashSet;
import java.util.Set;
import poolscope.connection.SavedConnections;
import poolscope.live.ObservableConnections;

/// Deletes the history of connections that the operator removed. That a history is to be deleted is saved together with
/// the removal, so that a program that was killed in between, or could not delete a file, does it at its next start. No
/// other history is deleted, also when the file of the connections is missing or can't be read. For the FX thread.
public final class RemovedConnectionHistoryDeleter {
    private final ObservableConnections connections;
    private final HistoryRecorder recorder;
    /// What could not be deleted is tried again at the next start.
    private final Set<String> begun = new HashSet<>();

    /// Begins with what was to be deleted when the program ran before.
    public RemovedConnectionHistoryDeleter(ObservableConnections connections, HistoryRecorder recorder) {
        this.connections = connections;
        this.recorder = recorder;
        connections.savedProperty().subscribe(this::delete);
    }

    private void delete(SavedConnections saved) {
        for (var id : saved.removed())
            if (begun.add(id)) recorder.delete(id, isGone -> {
                if (isGone) forget(id);
            });
    }

    private void forget(String id) {
        begun.remove(id);
        connections.forgetRemoved(id);
    }
}
