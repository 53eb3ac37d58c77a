import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Writes down which build this is, for About: the POM calls it with the file to write and the version. Whoever builds may say the
/// commit and its day as the properties `build.commit` and `build.date`.
///
/// Otherwise git is asked, where there is one and the folder is a checkout of its own. Without that the commit and the day stay
/// empty: nothing is better than something wrong. A commit with changes that are not committed ends in `-dirty`. The first line of
/// the file `LICENSE` names the licence; without that file there is no such property.
public final class Commit {
    private static final int SECONDS = 10;

    private Commit() {}

    public static void main(String[] arguments) throws Exception {
        var file = Path.of(arguments[0]);
        var commit = said("build.commit");
        var day = said("build.date");
        if (commit.isEmpty()) {
            commit = git("describe", "--always", "--dirty", "--abbrev=12", "--exclude=*");
            day = commit.isEmpty() ? Optional.empty() : git("log", "-1", "--format=%cs");
        }
        var text = "version=" + arguments[1] + "\ncommit=" + commit.orElse("") + "\ndate=" + day.orElse("") + "\n" + licence();
        if (Files.exists(file) && Files.readString(file).equals(text)) return;
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String licence() throws IOException {
        var file = Path.of("LICENSE");
        if (!Files.exists(file)) return "";
        try (var lines = Files.lines(file)) {
            return lines.map(String::strip).filter(line -> !line.isEmpty()).findFirst().map(line -> "licence=" + line + "\n").orElse("");
        }
    }

    private static Optional<String> said(String property) {
        return Optional.of(System.getProperty(property, "")).filter(text -> !text.isBlank());
    }

    /// What git says of this folder; empty when there is no git, no checkout, or no answer.
    private static Optional<String> git(String... words) {
        if (!Files.exists(Path.of(".git"))) return Optional.empty();
        var line = new ArrayList<>(List.of("git"));
        line.addAll(List.of(words));
        try {
            var process = new ProcessBuilder(line).redirectError(ProcessBuilder.Redirect.DISCARD).start();
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                return Optional.empty();
            }
            var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return process.exitValue() == 0 && !said.isEmpty() ? Optional.of(said) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }
}
