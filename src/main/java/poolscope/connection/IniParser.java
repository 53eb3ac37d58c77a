package poolscope.connection;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The format of the SDKs' profiles, as Python's `configparser` and the Java SDK read it: `[basic]`, then `ak = …` or
/// `ak: …`; a line that begins with `#` or `;` is a comment; values under `[DEFAULT]` apply to all sections.
///
/// @param sections
///            in their order; the first has no name, for lines before all of them
/// @param broken
///            line numbers, from 1, of invalid lines
record IniParser(List<Section> sections, List<Integer> broken) {
    private static final String DEFAULT = "DEFAULT";

    /// @param values
    ///            by their keys in lower case
    record Section(String name, Map<String, String> values) {
        /// Without the values, which are secret.
        @Override
        public String toString() {
            return "[" + name + "]";
        }
    }

    static IniParser parse(String text) {
        var all = new ArrayList<>(List.of(new Section("", new LinkedHashMap<>())));
        var broken = new ArrayList<Integer>();
        int number = 0;
        for (var line : text.lines().map(String::strip).toList()) {
            number++;
            int delimiter = delimiter(line);
            if (line.startsWith("[") && line.endsWith("]"))
                all.add(new Section(line.substring(1, line.length() - 1).strip(), new LinkedHashMap<>()));
            else if (delimiter > 0 && !isComment(line))
                all.getLast()
                        .values()
                        .put(line.substring(0, delimiter).strip().toLowerCase(Locale.ROOT),
                                line.substring(delimiter + 1).strip());
            else if (!line.isEmpty() && !isComment(line)) broken.add(number);
        }
        return new IniParser(withDefaults(all), List.copyOf(broken));
    }

    private static boolean isComment(String line) {
        return line.startsWith("#") || line.startsWith(";");
    }

    /// The index of the first equals sign or colon.
    private static int delimiter(String line) {
        int equals = line.indexOf('=');
        int colon = line.indexOf(':');
        return equals < 0 || colon < 0 ? Math.max(equals, colon) : Math.min(equals, colon);
    }

    /// `[DEFAULT]` is a section of its own only when there is no other section.
    private static List<Section> withDefaults(List<Section> all) {
        var defaults = new LinkedHashMap<String, String>();
        all.stream().filter(IniParser::isDefault).forEach(section -> defaults.putAll(section.values()));
        var others = all.stream().filter(section -> !isDefault(section) && !section.name().isEmpty()).toList();
        if (defaults.isEmpty() || others.isEmpty()) return List.copyOf(all);
        for (var section : others)
            defaults.forEach(section.values()::putIfAbsent);
        return all.stream().filter(section -> !isDefault(section)).toList();
    }

    private static boolean isDefault(Section section) {
        return section.name().equals(DEFAULT);
    }
}
