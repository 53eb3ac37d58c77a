package poolscope.ui.settings;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.FolderOpener;
import poolscope.live.ObservableSettings;
import poolscope.live.changes.HistoryRecorder;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.Settings;

/// Whether the history of the pools is kept on the disk, how much it is, and its removal.
public final class HistoryStorageModel {
    private final HistoryRecorder recorder;
    private final FolderOpener folderOpener;
    private final ObjectProperty<ChangeTrackingSettings> settings;
    private final ReadOnlyObjectWrapper<Optional<Long>> size = new ReadOnlyObjectWrapper<>(this, "size",
            Optional.empty());

    public HistoryStorageModel(HistoryRecorder recorder, ObservableSettings settings, FolderOpener folderOpener) {
        this.recorder = recorder;
        this.folderOpener = folderOpener;
        this.settings = settings.part(Settings::changes, Settings::withChanges);
    }

    /// Among other settings, whether the history is kept.
    public ReadOnlyObjectProperty<ChangeTrackingSettings> settingsProperty() {
        return settings;
    }

    /// Switches the writing of the history on or off. What is on the disk stays.
    public void toggleKept() {
        settings.set(settings.get().withHistoryKept(!settings.get().isHistoryKept()));
    }

    /// Bytes on the disk; empty until they were counted.
    public ReadOnlyObjectProperty<Optional<Long>> sizeProperty() {
        return size.getReadOnlyProperty();
    }

    /// Counts the bytes on the disk in the background.
    public void measure() {
        recorder.measure(bytes -> size.set(Optional.of(bytes)));
    }

    /// Deletes the history of all connections, in the background.
    public void deleteAll() {
        recorder.deleteAll(this::measure);
    }

    /// Opens the folder of the history in the file manager.
    public void openFolder() {
        recorder.folder().ifPresent(folderOpener::open);
    }
}
