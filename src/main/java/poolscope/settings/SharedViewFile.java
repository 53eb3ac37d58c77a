package poolscope.settings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import poolscope.disk.FileSystemOperations;
import poolscope.disk.ProgramFileReplacement;

/// One view in a file of its own, `.rpview`, to send to somebody. Blocking, so not for the FX thread.
///
/// @param file
///            where the operator wants it, or found it
public record SharedViewFile(Path file, FileSystemOperations ops) {

    /// The ending of such files.
    public static final String ENDING = ".rpview";

    /// What was found in a file.
    public sealed interface Opened {
        /// A view, with an id that is still to be given.
        record Found(SavedView savedView) implements Opened {}

        /// None.
        record Refused(Path file, Reason reason) implements Opened {}
    }

    /// Why there is no view in a file.
    public enum Reason {
        /// There is nothing there.
        MISSING,
        /// A folder, a device, or something the system does not let us read.
        UNREADABLE,
        /// Larger than any view.
        TOO_LARGE,
        /// Not one whole JSON object: cut off, or something else altogether.
        DAMAGED,
        /// JSON, but not of a view, or with a value that makes no sense.
        NOT_A_VIEW,
        /// A newer version of the program wrote it.
        NEWER_VERSION
    }

    /// Writes the view: the whole file or none.
    ///
    /// @throws IOException
    ///             if what was there is still there
    public void write(SavedView savedView) throws IOException {
        Path whole = file.toAbsolutePath();
        ObjectNode root = form().render(Optional.of(savedView.withPlace(0)));
        ProgramFileReplacement.replace(whole, (root.toPrettyString() + "\n").getBytes(StandardCharsets.UTF_8),
                whole.resolveSibling(whole.getFileName() + ".backup"), Optional.empty(), ops);
    }

    /// What stands there, whatever it is; never throws.
    public Opened read() {
        return switch (new ProgramJsonFileReader<>(form(), ops).read(file.toAbsolutePath())) {
            case ProgramJsonFileReader.Found.Nothing<Optional<SavedView>> _ -> refused(Reason.MISSING);
            case ProgramJsonFileReader.Found.Blocked<Optional<SavedView>>(FileNotice.Obstacle obstacle) ->
                refused(obstacle == FileNotice.Obstacle.TOO_LARGE ? Reason.TOO_LARGE : Reason.UNREADABLE);
            case ProgramJsonFileReader.Found.Content<Optional<SavedView>> content -> validate(content);
        };
    }

    private Opened validate(ProgramJsonFileReader.Found.Content<Optional<SavedView>> content) {
        if (form().newerVersion(content.root()).isPresent()) {
            return refused(Reason.NEWER_VERSION);
        }
        if (content.damage().broken()) {
            return refused(Reason.DAMAGED);
        }
        return content.value().<Opened>map(Opened.Found::new).orElseGet(() -> refused(Reason.NOT_A_VIEW));
    }

    private Opened refused(Reason reason) {
        return new Opened.Refused(file, reason);
    }

    private static SavedViewJson form() {
        return new SavedViewJson("opened", "");
    }
}
