package poolscope.ui.fit;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Pattern;

/// What was typed as *2x8*: a number of nodes and the cards that are needed on each of them. Each part is as it was
/// typed and may be blank or no number.
///
/// @param cards
///            on each node
record NodesTimesCards(String nodes, String cards) {
    /// The Latin x, the Cyrillic х, multiplication signs and the asterisk.
    private static final Pattern TIMES = Pattern.compile("\\s*[xX\u0445\u0425\u00d7\u2715\u2716*]\\s*");

    /// Splits the text at its multiplication sign; empty when it has none. Full-width characters are accepted.
    static Optional<NodesTimesCards> of(String typed) {
        var parts = TIMES.split(Normalizer.normalize(typed, Normalizer.Form.NFKC).strip(), 2);
        return parts.length == 2 ? Optional.of(new NodesTimesCards(parts[0], parts[1])) : Optional.empty();
    }
}
