package poolscope.ui.commands;

import java.util.List;
import java.util.OptionalInt;
import poolscope.pool.filter.PoolNameSearch;

/// One line of the palette.
///
/// @param id
///            unique, the same in every language
/// @param beside
///            menu, or connection and owner; also searched, with less weight
/// @param hidden
///            an ID; searched like `beside`, and shown only when it is why the entry was found
/// @param synonyms
///            other words for the same thing, in both languages; also searched
/// @param keys
///            the shortcut as text, empty for none
/// @param possible
///            whether it is enabled
public record PaletteEntry(String id, String name, String beside, String hidden, List<String> synonyms, String keys,
        boolean possible, Runnable choose) {
    /// How well it fits; see [PoolNameSearch#rank].
    OptionalInt rank(PoolNameSearch search) {
        var rank = search.rank(name, beside, synonyms);
        return rank.isPresent() || hidden.isEmpty() ? rank : search.rank(name, besideAndHidden(), synonyms);
    }

    /// What is shown beside the name.
    String beside(PoolNameSearch search) {
        boolean isFoundByHidden = !hidden.isEmpty() && search.rank(name, beside, synonyms).isEmpty();
        return isFoundByHidden ? besideAndHidden() : beside;
    }

    private String besideAndHidden() {
        return beside.isEmpty() ? hidden : beside + " ▸ " + hidden;
    }
}
