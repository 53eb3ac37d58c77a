package poolscope.ui.commands;

import java.util.List;

/// One line of the palette.
///
/// @param id
///            unique, the same in every language
/// @param beside
///            menu or connection; also searched, with less weight
/// @param synonyms
///            other words for the same thing, in both languages; also searched
/// @param keys
///            the shortcut as text, empty for none
/// @param possible
///            whether it is enabled
public record PaletteEntry(String id, String name, String beside, List<String> synonyms, String keys, boolean possible,
        Runnable choose) {}
