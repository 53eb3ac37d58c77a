package poolscope.ui.commands;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.text.Texts;

/// The names of commands in the other languages of the program, for the palette: colleagues and guides name them so.
final class CommandNameTranslations {
    /// The first part of the keys that name the commands whose ids begin so. Texts of other keys may read the same in
    /// one language only, as the header of a table does.
    private static final Map<String, String> FAMILIES = Map.of("show", "field", "group", "grouping", "grouping",
            "grouping", "copy", "copy", "connection", "connections", "views", "views", "use", "view", "columns",
            "columns");
    /// Of all other commands.
    private static final String MENU = "menu";
    private static final Set<String> OF_THE_MENU = Set.of(MENU, "change");

    private final Map<Name, Set<String>> others = new HashMap<>();

    /// A name in the language of the window.
    private record Name(String family, String text) {}

    /// @param own
    ///            the texts of the window
    CommandNameTranslations(Texts own) {
        var translations = Language.all()
                .stream()
                .filter(language -> !language.locale().equals(own.locale()))
                .map(Texts::of)
                .toList();
        for (var key : own.bundle().keySet()) {
            var first = key.substring(0, Math.max(0, key.indexOf('.')));
            var family = OF_THE_MENU.contains(first) ? MENU : first;
            if (!family.equals(MENU) && !FAMILIES.containsValue(family)) continue;
            var name = new Name(family, MenuCommand.withoutMnemonic(own.format(key)));
            for (var translation : translations)
                others.computeIfAbsent(name, _ -> new TreeSet<>())
                        .add(MenuCommand.withoutMnemonic(translation.format(key)));
        }
    }

    /// Those of a name; empty for one that is the same in every language, such as that of a saved view.
    ///
    /// @param id
    ///            of the command
    List<String> of(String id, String name) {
        var family = FAMILIES.getOrDefault(id.split("-", 2)[0], MENU);
        var inMenu = others.getOrDefault(new Name(MENU, name), Set.of());
        return others.getOrDefault(new Name(family, name), inMenu)
                .stream()
                .filter(other -> !other.equals(name))
                .toList();
    }
}
