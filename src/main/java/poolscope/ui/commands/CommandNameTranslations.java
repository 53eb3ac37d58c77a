package poolscope.ui.commands;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import poolscope.settings.WindowAppearance.Language;
import poolscope.ui.text.Texts;

/// The names of commands in the other languages of the program, for the palette: colleagues and guides name them so.
final class CommandNameTranslations {
    private final Map<String, Set<String>> others = new HashMap<>();

    /// @param own
    ///            the texts of the window
    /// @param names
    ///            of the commands, in that language
    CommandNameTranslations(Texts own, Collection<String> names) {
        var sought = new HashSet<>(names);
        var translations = Language.all()
                .stream()
                .filter(language -> !language.locale().equals(own.locale()))
                .map(Texts::of)
                .toList();
        for (var key : own.bundle().keySet()) {
            var name = MenuCommand.withoutMnemonic(own.format(key));
            if (!sought.contains(name)) continue;
            for (var translation : translations)
                others.computeIfAbsent(name, _ -> new TreeSet<>())
                        .add(MenuCommand.withoutMnemonic(translation.format(key)));
        }
    }

    /// Those of a name; empty for one that is the same in every language, such as that of a saved view.
    List<String> of(String name) {
        return others.getOrDefault(name, Set.of()).stream().filter(other -> !other.equals(name)).toList();
    }
}
