package poolscope.cli;

import java.nio.file.Path;
import java.util.Optional;
import poolscope.settings.Notice;

/// What is wrong with the file of saved connections, as one English sentence.
final class NoticeSentence {
    private NoticeSentence() {}

    /// Empty when nothing is wrong, or it does not concern an export.
    static Optional<String> of(Notice notice) {
        return switch (notice) {
            case Notice.SetAside(var copy, var damage) ->
                Optional.of("The file of saved connections is damaged" + lost(damage) + "; as it was it is kept as " + name(copy)
                        + ", and what could be read is used.");
            case Notice.NotYetSetAside(var file, var damage) ->
                Optional.of(name(file) + " is damaged" + lost(damage) + "; what could be read is used.");
            case Notice.Unreadable(var file, var obstacle) ->
                Optional.of(name(file) + " can not be read: " + what(obstacle) + "; no saved connection is known.");
            case Notice.NewerVersion(var file, var version) ->
                Optional.of(name(file) + " was written by a newer version (" + OneLine.of(version)
                        + ") of this program; what is understood of it is used.");
            case Notice.FromBackup(var backup) ->
                Optional.of("The last change of the saved connections was cut off; those before it are used, from " + name(backup)
                        + ".");
            case Notice.NoFile _,Notice.ViewSkipped _,Notice.ViewUnreadable _,Notice.ViewsUnreadable _,Notice.ViewNotOpened _,Notice.NotSaved _,Notice.SavedAgain _,Notice.ConnectionsUnknown _ ->
                Optional.empty();
        };
    }

    private static String name(Path file) {
        return OneLine.of(file.toString());
    }

    private static String lost(Notice.Damage damage) {
        if (damage.broken()) return ": it is not one whole JSON object";
        return damage.replaced().isEmpty() ? "" : " in " + OneLine.of(String.join(", ", damage.replaced()));
    }

    private static String what(Notice.Obstacle obstacle) {
        return switch (obstacle) {
            case NOT_A_FILE -> "it is not a file";
            case DANGLING_LINK -> "it is a link to a file that is not there";
            case TOO_LARGE -> "it is too large";
            case DENIED -> "access is denied";
            case DISK -> "the disk failed";
        };
    }
}
