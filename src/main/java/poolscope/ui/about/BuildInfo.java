package poolscope.ui.about;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Properties;

/// The build of this program, as recorded by `src/package/Commit.java`.
///
/// @param commit
///            empty when it was built without git
/// @param date
///            the commit's day, such as 2026-03-01; empty likewise
/// @param licence
///            the first line of the licence; empty when the program has none
public record BuildInfo(String version, String commit, String date, String licence) {

    /// The build of this program.
    public static BuildInfo ofThis() {
        var properties = new Properties();
        try (var in = Objects.requireNonNull(BuildInfo.class.getResourceAsStream("build.properties"))) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BuildInfo(properties.getProperty("version", ""), properties.getProperty("commit", ""),
                properties.getProperty("date", ""), properties.getProperty("licence", ""));
    }
}
