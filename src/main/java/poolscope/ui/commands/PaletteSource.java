package poolscope.ui.commands;

import java.util.List;

/// A source of palette entries, such as commands or pools.
public interface PaletteSource {
    /// All current entries in their order. Called on the FX thread, so it must be quick; the list is then read by a
    /// background thread and may create its entries on demand, but must not change.
    List<PaletteEntry> entries();
}
