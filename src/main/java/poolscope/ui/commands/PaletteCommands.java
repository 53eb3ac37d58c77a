package poolscope.ui.commands;

import java.util.List;
import poolscope.ui.text.Texts;

/// The commands of the menu bar, for the palette.
public record PaletteCommands(List<MenuCommand> commands, PlatformMenuShortcuts platformMenuShortcuts,
        Texts texts) implements PaletteSource {
    private static final String SYNONYMS = "palette.synonyms.";

    @Override
    public List<PaletteEntry> entries() {
        return commands.stream()
                .map(menuCommand -> new PaletteEntry("command " + menuCommand.id(), menuCommand.name(),
                        beside(menuCommand), "", synonyms(menuCommand.id()),
                        menuCommand.keys().isEmpty()
                                ? ""
                                : platformMenuShortcuts.display(menuCommand.keys().getFirst()),
                        menuCommand.isPossible(), menuCommand::run))
                .toList();
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
