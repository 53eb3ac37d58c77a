package poolscope.ui.main;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.live.background.SaveTimeLimit;
import poolscope.settings.ConfigFileNotSavedException.Why;
import poolscope.settings.FileNotice;

/// Saves all changes before the window closes, and knows which could not be saved.
public final class UnsavedChangesModel {
    private final BooleanSupplier isAnotherOpen;
    private final SaveTimeLimit timeLimit;
    private final List<Supplier<List<FileNotice.NotSaved>>> saves;
    private final ReadOnlyObjectWrapper<List<FileNotice.NotSaved>> notSaved = new ReadOnlyObjectWrapper<>(this,
            "notSaved", List.of());

    /// @param saves
    ///            each saves changes, waits for that while there is time left, and returns what could not be saved
    /// @param timeLimit
    ///            for how long all of them may wait together
    /// @param isAnotherOpen
    ///            whether the program goes on when this window is closed
    public UnsavedChangesModel(List<Supplier<List<FileNotice.NotSaved>>> saves, SaveTimeLimit timeLimit,
            BooleanSupplier isAnotherOpen) {
        this.timeLimit = timeLimit;
        this.isAnotherOpen = isAnotherOpen;
        this.saves = List.copyOf(saves);
    }

    /// What the last [#save] could not save.
    ReadOnlyObjectProperty<List<FileNotice.NotSaved>> notSavedProperty() {
        return notSaved.getReadOnlyProperty();
    }

    /// Tries to save all changes, for a limited time. A file of a newer version is never written: that was said when it
    /// was read, and trying again does not help.
    ///
    /// @return whether there is nothing that could be lost, which is so while another window stays open
    public boolean save() {
        if (isAnotherOpen.getAsBoolean()) return true;
        timeLimit.restart();
        notSaved.set(saves.stream()
                .flatMap(save -> save.get().stream())
                .filter(one -> one.why() != Why.NEWER_VERSION)
                .toList());
        return notSaved.get().isEmpty();
    }
}
