package poolscope.ui.commands;

/// One line of the palette.
///
/// @param id
///            tells it from all others, in every language
/// @param beside
///            where it stands or what it belongs to; is found too, but less well
/// @param keys
///            the shortcut as written, empty for none
/// @param possible
///            whether it can be chosen now
public record PaletteEntry(String id, String name, String beside, String keys, boolean possible, Runnable choose) {}
