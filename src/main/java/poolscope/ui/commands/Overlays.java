package poolscope.ui.commands;

import java.util.List;
import java.util.function.Consumer;
import poolscope.pool.Pool;

/// What a key can open over the window.
public interface Overlays {
    /// The command palette, over these commands and all pools.
    ///
    /// @param jump
    ///            brings a pool into view
    void showPalette(List<Command> commands, Consumer<Pool> jump);

    /// The sheet of shortcuts of these commands.
    void showShortcuts(List<Command> commands);

    /// The reference of a pool's fields.
    void showFields();

    /// Whether a form is open, which nothing may happen behind.
    boolean isFormOpen();

    /// What the program says of itself.
    void showAbout();
}
