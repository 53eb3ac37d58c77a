package poolscope.ui.commands;

/// One line of the palette.
///
/// @param id
///            unique, the same in every language
/// @param beside
///            menu or connection; also searched, with less weight
/// @param keys
///            the shortcut as text, empty for none
/// @param possible
///            whether it is enabled
public record PaletteEntry(String id, String name, String beside, String keys, boolean possible, Runnable choose) {}
