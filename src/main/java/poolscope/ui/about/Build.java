package poolscope.ui.about;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Properties;

/// Which build this is, as Maven wrote it down.
///
/// @param commit
///            empty when the build was not told (`-Dbuild.commit=…`)
/// @param date
///            empty when the build was not told (`-Dbuild.date=…`)
public record Build(String version, String commit, String date) {

    /// The build of this program.
    public static Build ofThis() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(Build.class.getResourceAsStream("build.properties"))) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Build(properties.getProperty("version", ""), properties.getProperty("commit", ""),
                properties.getProperty("date", ""));
    }
}
