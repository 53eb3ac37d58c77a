package poolscope.ui.about;

import java.util.List;

/// Libraries that are shipped with the program, with their licences. A test compares them with the
/// module's dependencies.
public enum BundledLibrary {
    OPENJDK("OpenJDK", "GPL-2.0 with Classpath Exception", List.of()),
    OPENJFX("OpenJFX", "GPL-2.0 with Classpath Exception",
            List.of("javafx.base", "javafx.graphics", "javafx.controls", "javafx.fxml")),
    ATLANTAFX("AtlantaFX", "MIT", List.of("atlantafx.base")),
    CONTROLSFX("ControlsFX", "BSD-3-Clause", List.of("org.controlsfx.controls")),
    JACKSON("Jackson", "Apache-2.0",
            List.of("com.fasterxml.jackson.core", "com.fasterxml.jackson.databind",
                    "com.fasterxml.jackson.annotation")),
    FASTCSV("FastCSV", "MIT", List.of("de.siegmar.fastcsv")),
    JSPECIFY("JSpecify", "Apache-2.0", List.of("org.jspecify"));

    private final String title;
    private final String licence;
    private final List<String> modules;

    BundledLibrary(String title, String licence, List<String> modules) {
        this.title = title;
        this.licence = licence;
        this.modules = modules;
    }

    /// The project's own name.
    public String title() {
        return title;
    }

    /// SPDX identifier or a similar name.
    public String licence() {
        return licence;
    }

    /// Its modules in this program; none for Java itself.
    public List<String> modules() {
        return modules;
    }
}
