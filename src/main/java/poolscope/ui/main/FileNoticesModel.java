package poolscope.ui.main;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import poolscope.live.FolderOpener;
import poolscope.settings.FileNotice;

/// Notices about the program's files, until they are dismissed.
public final class FileNoticesModel {
    private final ReadOnlyObjectWrapper<List<FileNotice>> notices;
    private final FolderOpener folderOpener;

    /// @param first
    ///            notices from the start of the program
    /// @param folderOpener
    ///            opens the folder that a notice names
    public FileNoticesModel(List<FileNotice> first, FolderOpener folderOpener) {
        notices = new ReadOnlyObjectWrapper<>(this, "notices", List.copyOf(first));
        this.folderOpener = folderOpener;
    }

    /// Notices about the program's files that were not dismissed yet.
    public ReadOnlyObjectProperty<List<FileNotice>> noticesProperty() {
        return notices.getReadOnlyProperty();
    }

    /// Whether a notice names a folder that can be opened.
    public boolean namesFolder() {
        return noticed().isPresent();
    }

    /// Opens the folder that the newest notice names.
    public void openFolder() {
        noticed().ifPresent(folderOpener::open);
    }

    private Optional<Path> noticed() {
        return notices.get().reversed().stream().flatMap(fileNotice -> fileNotice.place().stream()).findFirst();
    }

    /// Why the folder could not be opened.
    public ReadOnlyObjectProperty<Optional<FolderOpener.Problem>> folderProblemProperty() {
        return folderOpener.problemProperty();
    }

    /// Adds a notice. One about saving a file takes the place of an earlier one about the same file (P38, P48).
    public void add(FileNotice fileNotice) {
        var others = notices.get()
                .stream()
                .filter(one -> !one.equals(fileNotice)
                        && (one.savedFile().isEmpty() || !one.savedFile().equals(fileNotice.savedFile())));
        notices.set(Stream.concat(others, Stream.of(fileNotice)).toList());
    }

    /// Adds one notice when saving fails, and one when it works again (P48).
    ///
    /// @param saveProblem
    ///            why something could not be saved; empty while it can
    public void follow(ObservableValue<Optional<FileNotice.NotSaved>> saveProblem) {
        saveProblem.subscribe(this::noticeSaving);
    }

    private void noticeSaving(Optional<FileNotice.NotSaved> before, Optional<FileNotice.NotSaved> now) {
        now.<FileNotice>map(problem -> problem)
                .or(() -> before.map(problem -> problem.isHistory()
                        ? new FileNotice.HistoryWrittenAgain(problem.file())
                        : new FileNotice.SavedAgain(problem.file())))
                .ifPresent(this::add);
    }

    /// Removes all notices.
    public void dismiss() {
        notices.set(List.of());
    }
}
