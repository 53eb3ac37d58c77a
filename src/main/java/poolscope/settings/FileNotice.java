package poolscope.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What happened when a file of the program was read or written, without words for it.
public sealed interface FileNotice {

    /// There is no file: the first start. Nothing to worry about.
    record NoFile() implements FileNotice {}

    /// Something in the file could not be read, and the file as it was is kept as `badCopy`. Of one whole JSON object
    /// every value that makes sense was taken, of anything else nothing ([Damage#broken]).
    record SetAside(Path badCopy, Damage damage) implements FileNotice {}

    /// Like [SetAside], but the copy could not be made now. Saving will try again and won't overwrite the file before.
    record NotYetSetAside(Path file, Damage damage) implements FileNotice {}

    /// The file could not be read at all; the defaults are in force. The first save moves what is in the way aside, as
    /// `settings.json.bad-(time)`, except for a link that leads nowhere: there the file is made where the link points.
    record Unreadable(Path file, Obstacle obstacle) implements FileNotice {}

    /// A newer version of the program wrote the file. What is understood was taken; the file is left as it is and every
    /// save fails with [ConfigFileNotSavedException.Why#NEWER_VERSION].
    record NewerVersion(Path file, String version) implements FileNotice {}

    /// A save was cut off on a disk that can't replace a file at once; these are the settings of before that save.
    record FromBackup(Path backup) implements FileNotice {}

    /// The file of a view made no sense and the view is left out; the file as it was is kept as `kept`.
    record ViewSkipped(Path kept, Damage damage) implements FileNotice {}

    /// Something that can't be read stands in the place of a view's file. It is left as it is.
    record ViewUnreadable(Path file, Obstacle obstacle) implements FileNotice {}

    /// What views there are can't be seen.
    record ViewsUnreadable(Path folder) implements FileNotice {}

    /// There is no view in a file that the operator wanted to open.
    record ViewNotOpened(Path file, SharedViewFile.Reason reason) implements FileNotice {}

    /// A change is in force and will be gone after this session.
    ///
    /// @param isHistory
    ///            whether `file` is the folder of the history, in which what was read since then is missing
    record NotSaved(Path file, ConfigFileNotSavedException.Why why, boolean isHistory) implements FileNotice {
        public NotSaved(Path file, ConfigFileNotSavedException.Why why) {
            this(file, why, false);
        }
    }

    /// What was [NotSaved] is on the disk now.
    record SavedAgain(Path file) implements FileNotice {}

    /// The history that was [NotSaved] is written again; single changes in between are missing in that folder.
    record HistoryWrittenAgain(Path folder) implements FileNotice {}

    /// A view asks for connections that are not here; they were passed over.
    record ConnectionsUnknown(String view, List<String> names) implements FileNotice {
        public ConnectionsUnknown {
            names = List.copyOf(names);
        }
    }

    /// A file of the history is damaged. What stood before the damage was read; the file as it was is kept as `copy`.
    record HistoryDamaged(Path copy) implements FileNotice {}

    /// Something of the history could not be deleted; it is still in that folder.
    record HistoryNotDeleted(Path folder) implements FileNotice {}

    /// The folder where somebody who wants to mend it would look; empty where there is nothing to mend.
    default Optional<Path> place() {
        return switch (this) {
            case SetAside(var copy, var _) -> folderOf(copy);
            case NotYetSetAside(var file, var _) -> folderOf(file);
            case Unreadable(var file, var _) -> folderOf(file);
            case NewerVersion(var file, var _) -> folderOf(file);
            case FromBackup(var backup) -> folderOf(backup);
            case ViewSkipped(var kept, var _) -> folderOf(kept);
            case ViewUnreadable(var file, var _) -> folderOf(file);
            case ViewsUnreadable(var views) -> Optional.of(views);
            case ViewNotOpened(var file, var _) -> folderOf(file);
            case NotSaved(var file, var _, var _) -> folderOf(file);
            case HistoryDamaged(var copy) -> folderOf(copy);
            case HistoryNotDeleted(var folder) -> Optional.of(folder);
            case NoFile _, SavedAgain _, HistoryWrittenAgain _, ConnectionsUnknown _ -> Optional.empty();
        };
    }

    private static Optional<Path> folderOf(Path file) {
        return Optional.ofNullable(file.getParent());
    }

    /// The file whose saving this is about, whether it failed or works again; empty for other notices.
    default Optional<Path> savedFile() {
        return switch (this) {
            case NotSaved(var file, var _, var _) -> Optional.of(file);
            case SavedAgain(var file) -> Optional.of(file);
            case HistoryWrittenAgain(var folder) -> Optional.of(folder);
            case NoFile _, SetAside _, NotYetSetAside _, Unreadable _,
                    NewerVersion _, FromBackup _, ViewSkipped _, ViewUnreadable _,
                    ViewsUnreadable _, ViewNotOpened _, HistoryDamaged _, HistoryNotDeleted _, ConnectionsUnknown _ ->
                Optional.empty();
        };
    }

    /// What was wrong in a file that could be read.
    ///
    /// @param broken
    ///            whether the text is not one whole JSON object (cut off, bits flipped, wrong encoding)
    /// @param replaced
    ///            keys, such as `look.zoomPercent`, whose values made no sense and were replaced by their defaults
    record Damage(boolean broken, List<String> replaced) {
        public Damage {
            replaced = List.copyOf(replaced);
        }
    }

    /// Why a file can't be read.
    enum Obstacle {
        /// A folder, a device, anything but a file, stands there.
        NOT_A_FILE,
        /// A symbolic link whose target does not exist.
        DANGLING_LINK,
        /// Too large to be settings.
        TOO_LARGE,
        /// The system does not let us.
        DENIED,
        /// The disk, or whatever else.
        DISK
    }
}
