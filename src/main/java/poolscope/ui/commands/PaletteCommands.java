package poolscope.ui.commands;

import java.util.List;

/// The commands of the menu bar, for the palette.
public record PaletteCommands(List<Command> commands, KeyBindings keyBindings) implements PaletteSource {
    @Override
    public List<PaletteEntry> entries() {
        return commands.stream()
                .map(command -> new PaletteEntry("command " + command.id(), command.name(), command.place(),
                        command.keys().isEmpty() ? "" : keyBindings.display(command.keys().getFirst()),
                        command.isPossible(), command::run))
                .toList();
    }
}
