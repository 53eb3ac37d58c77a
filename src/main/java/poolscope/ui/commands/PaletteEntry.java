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
public record PaletteEntry(String id, String name, String beside, String hidden, List<String> synonyms, String keys,
        Effect effect, Runnable choose) {
    /// What it does when it is chosen.
    public enum Effect {
        /// Nothing: it is disabled.
        NONE,
        /// It turns off something that is shown.
        TURNS_OFF,
        OTHER
    }

    /// Whether it is enabled.
    public boolean possible() {
        return effect != Effect.NONE;
    }

    boolean turnsOff() {
        return effect == Effect.TURNS_OFF;
    }

    /// How well it fits; see [PoolNameSearch#rank].
    OptionalInt rank(PoolNameSearch search) {
        return search.rank(name, hidden.isEmpty() ? beside : besideAndHidden(), synonyms);
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
