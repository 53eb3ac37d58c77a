package poolscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import poolscope.settings.FileNotice;

/// A problem with the file of saved connections, as one English sentence.
final class ConnectionsFileProblemText {
    private ConnectionsFileProblemText() {}

    /// Empty when there is no problem, or it does not concern an export.
    static Optional<String> of(FileNotice fileNotice) {
        return switch (fileNotice) {
            case FileNotice.SetAside(var copy, var damage) -> Optional.of("The file of saved connections is damaged"
                    + lost(damage) + "; as it was it is kept as " + name(copy) + ", and " + used(damage) + ".");
            case FileNotice.NotYetSetAside(var file, var damage) ->
                Optional.of(name(file) + " is damaged" + lost(damage) + "; " + used(damage) + ".");
            case FileNotice.Unreadable(var file, var obstacle) ->
                Optional.of(name(file) + " can not be read: " + reason(obstacle) + "; no saved connection is known.");
            case FileNotice.NewerVersion(var file, var version) ->
                Optional.of(name(file) + " was written by a newer version (" + TerminalText.of(version)
                        + ") of this program; what is understood of it is used.");
            case FileNotice.FromBackup(var backup) ->
                Optional.of("The last change of the saved connections was cut off; those before it are used, from "
                        + name(backup) + ".");
            case FileNotice.NoFile _, FileNotice.ViewSkipped _, FileNotice.ViewUnreadable _, FileNotice.ViewsUnreadable _,
                    FileNotice.ViewNotOpened _, FileNotice.NotSaved _, FileNotice.SavedAgain _, FileNotice.HistoryWrittenAgain _,
                    FileNotice.ConnectionsUnknown _, FileNotice.HistoryDamaged _, FileNotice.HistoryNotDeleted _ ->
                Optional.empty();
        };
    }

    private static String name(Path file) {
        return TerminalText.of(file.toString());
    }

    private static String lost(FileNotice.Damage damage) {
        if (damage.broken()) return ": it is not one whole JSON object";
        return damage.replaced().isEmpty() ? "" : " in " + TerminalText.of(String.join(", ", damage.replaced()));
    }

    private static String used(FileNotice.Damage damage) {
        return damage.broken() ? "nothing of it is used" : "what could be read is used";
    }

    private static String reason(FileNotice.Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_A_FILE -> "it is not a file";
            case DANGLING_LINK -> "it is a link to a file that is not there";
            case TOO_LARGE -> "it is too large";
            case DENIED -> "access is denied";
            case DISK -> "the disk failed";
        };
    }
}
