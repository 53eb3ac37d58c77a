package poolscope.ui.commands;

import java.util.List;

/// What the palette can find of one kind: commands, pools. A further kind is a further source.
public interface PaletteSource {
    /// All there is at this moment, in its order. Asked on the FX thread, so it is quick; the list is then read on a
    /// worker and may make its entries when they are asked for, but must not change.
    List<PaletteEntry> entries();
}
