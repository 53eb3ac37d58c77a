package poolscope.ui.commands;

import java.util.List;

/// The commands of the menu bar, for the palette.
public record PaletteCommands(List<MenuCommand> commands, KeyBindings keyBindings) implements PaletteSource {
    @Override
    public List<PaletteEntry> entries() {
        return commands.stream()
                .map(menuCommand -> new PaletteEntry("command " + menuCommand.id(), menuCommand.name(),
                        menuCommand.place(),
                        menuCommand.keys().isEmpty() ? "" : keyBindings.display(menuCommand.keys().getFirst()),
                        menuCommand.isPossible(), menuCommand::run))
                .toList();
    }
}
