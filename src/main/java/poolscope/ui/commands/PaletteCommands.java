package poolscope.ui.commands;

import java.util.List;
import java.util.stream.Stream;
import poolscope.ui.commands.PaletteEntry.Effect;
import poolscope.ui.text.Texts;

/// The commands of the menu bar, for the palette.
public record PaletteCommands(List<MenuCommand> commands, PlatformMenuShortcuts platformMenuShortcuts,
        Texts texts) implements PaletteSource {
    private static final String SYNONYMS = "palette.synonyms.";

    @Override
    public List<PaletteEntry> entries() {
        var translations = new CommandNameTranslations(texts);
        return commands.stream()
                .map(menuCommand -> new PaletteEntry("command " + menuCommand.id(), menuCommand.name(),
                        beside(menuCommand), "",
                        Stream.concat(synonyms(menuCommand.id()).stream(),
                                translations.of(menuCommand.id(), nameOf(menuCommand)).stream()).toList(),
                        menuCommand.keys().isEmpty()
                                ? ""
                                : platformMenuShortcuts.display(menuCommand.keys().getFirst()),
                        effect(menuCommand), menuCommand::run))
                .toList();
    }

    /// Without the reason why it is disabled.
    private static String nameOf(MenuCommand menuCommand) {
        return MenuItemDisabler.nameOf(menuCommand.item());
    }

    private static Effect effect(MenuCommand menuCommand) {
        if (!menuCommand.isPossible()) return Effect.NONE;
        return menuCommand.isOn().orElse(false) ? Effect.TURNS_OFF : Effect.OTHER;
    }

    /// Its menu, and what it does to what it turns on and off.
    private String beside(MenuCommand menuCommand) {
        return menuCommand.isOn()
                .map(isOn -> texts.format(isOn ? "palette.turnOff" : "palette.turnOn", menuCommand.place()))
                .orElseGet(menuCommand::place);
    }

    /// Those of the item's id, or of the longest part of it before a hyphen: the ids of commands on a connection end
    /// with the connection's id.
    private List<String> synonyms(String id) {
        for (int end = id.length(); end > 0; end = id.lastIndexOf('-', end - 1)) {
            var words = texts.list(SYNONYMS + id.substring(0, end));
            if (!words.isEmpty()) return words;
        }
        return List.of();
    }
}
