package poolscope.ui.pools;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.filter.PoolFilter;

/// Content of the filter bar: finished terms as chips, and the text behind them that is being typed. Chips are terms of
/// the filter, not text, so the two cannot disagree.
///
/// @param chips
///            each term once
/// @param typed
///            the text, as it was written
/// @param read
///            the last valid parse of the text, without the word that an unfinished term began as; in force while the
///            text is not valid
/// @param opened
///            the chip that is edited as part of the text
public record FilterChipsAndTypedText(List<Chip> chips, String typed, PoolFilter read, Optional<OpenedChip> opened) {

    /// No chips, no text: all pools.
    public static final FilterChipsAndTypedText EMPTY = new FilterChipsAndTypedText(List.of(), "", PoolFilter.ALL);

    /// One term that must be true.
    ///
    /// @param on
    ///            whether it filters; a chip that is switched off stays visible
    public record Chip(PoolFilter term, boolean on) {}

    /// A chip that was turned into text and is not committed.
    ///
    /// @param before
    ///            chips and text before that
    /// @param place
    ///            its position among the chips
    /// @param text
    ///            the text that it became, with what was typed before
    public record OpenedChip(FilterChipsAndTypedText before, Chip chip, int place, String text) {}

    FilterChipsAndTypedText(List<Chip> chips, String typed, PoolFilter read) {
        this(chips, typed, read, Optional.empty());
    }

    public FilterChipsAndTypedText {
        var each = new LinkedHashMap<PoolFilter, Boolean>();
        chips.forEach(chip -> each.merge(chip.term(), chip.on(), Boolean::logicalOr));
        chips = each.entrySet().stream().map(chip -> new Chip(chip.getKey(), chip.getValue())).toList();
    }

    /// The whole filter as chips.
    static FilterChipsAndTypedText of(PoolFilter filter) {
        return new FilterChipsAndTypedText(chips(filter), "", PoolFilter.ALL);
    }

    /// Whether there are neither chips nor text.
    boolean isEmpty() {
        return chips.isEmpty() && typed.isEmpty();
    }

    /// The filter in force.
    public PoolFilter filter() {
        return PoolFilter
                .allOf(Stream.concat(chips.stream().filter(Chip::on).map(Chip::term), Stream.of(read)).toList());
    }

    /// With another text behind the chips.
    FilterChipsAndTypedText typed(PoolFilter.Parsed text) {
        return new FilterChipsAndTypedText(chips, text.text(), switch (text.verdict()) {
            case VALID -> text.filter();
            case INCOMPLETE, WRONG -> writtenOn(text) ? text.filter() : read;
        }, opened);
    }

    /// A name is a word until its operator comes: when `owner` becomes `owner:`, or `gpx` becomes `gpx>=8`, which names
    /// no field, the pools that contain the word are not what is asked for any more.
    private boolean writtenOn(PoolFilter.Parsed text) {
        return isInsertion(typed, text.text()) && read.terms().containsAll(text.filter().terms());
    }

    /// Whether `after` is `before` with letters inserted in one place.
    private static boolean isInsertion(String before, String after) {
        int least = Math.min(before.length(), after.length());
        int same = 0;
        while (same < least && before.charAt(same) == after.charAt(same))
            same++;
        return after.length() >= before.length() && after.endsWith(before.substring(same));
    }

    /// With the text turned into chips if it is valid; otherwise unchanged.
    FilterChipsAndTypedText withTypedAsChips(PoolFilter.Parsed text) {
        return text.verdict() == PoolFilter.Verdict.VALID ? withFilter(filter()) : this;
    }

    /// With this filter instead. Chips that remain keep their position, including those that are switched off.
    FilterChipsAndTypedText withFilter(PoolFilter filter) {
        var now = new ArrayList<>(
                chips.stream().filter(chip -> !chip.on() || filter.terms().contains(chip.term())).toList());
        now.addAll(chips(filter));
        return new FilterChipsAndTypedText(now, "", PoolFilter.ALL);
    }

    /// Without this term, which is a chip or in the text.
    FilterChipsAndTypedText without(PoolFilter term) {
        if (chips.contains(new Chip(term, true))) return replace(term, _ -> List.of());
        return new FilterChipsAndTypedText(chips, read.without(term).print(FilterKeywordLanguage.of(typed)),
                read.without(term));
    }

    /// With this chip negated.
    FilterChipsAndTypedText negated(PoolFilter term) {
        return replace(term, chip -> chips(chip.term().negate()));
    }

    /// With this chip switched off, or on again.
    FilterChipsAndTypedText switched(PoolFilter term) {
        return replace(term, chip -> List.of(new Chip(term, !chip.on())));
    }

    FilterChipsAndTypedText removed(PoolFilter term) {
        return replace(term, _ -> List.of());
    }

    /// With this chip as text before the typed text, in that language.
    FilterChipsAndTypedText opened(PoolFilter term, FilterKeywordLanguage language) {
        var together = term.and(read);
        boolean understood = PoolFilter.parse(typed).verdict() == PoolFilter.Verdict.VALID;
        var text = understood ? together.print(language) : "(" + term.print(language) + ") " + typed;
        return new FilterChipsAndTypedText(removed(term).chips, text, together,
                chips.stream()
                        .filter(chip -> chip.term().equals(term))
                        .findFirst()
                        .map(chip -> new OpenedChip(this, chip, chips.indexOf(chip), text)));
    }

    /// Whether a chip was turned into text that is still the same.
    boolean isOpenedUnchanged() {
        return opened.filter(chip -> chip.text().equals(typed)).isPresent();
    }

    /// With the opened chip as it was, and the text before it; unchanged without one.
    FilterChipsAndTypedText withoutOpening() {
        return opened.map(it -> {
            var all = new ArrayList<>(chips);
            all.add(Math.min(it.place(), all.size()), it.chip());
            return new FilterChipsAndTypedText(all, it.before().typed, it.before().read, it.before().opened);
        }).orElse(this);
    }

    /// With each of its filters parsed again.
    FilterChipsAndTypedText reread(UnaryOperator<PoolFilter> again) {
        UnaryOperator<Chip> chip = it -> new Chip(again.apply(it.term()), it.on());
        return new FilterChipsAndTypedText(chips.stream().map(chip).toList(), typed, again.apply(read), opened
                .map(it -> new OpenedChip(it.before().reread(again), chip.apply(it.chip()), it.place(), it.text())));
    }

    private FilterChipsAndTypedText replace(PoolFilter term, Function<Chip, List<Chip>> by) {
        return new FilterChipsAndTypedText(chips.stream()
                .flatMap(chip -> (chip.term().equals(term) ? by.apply(chip) : List.of(chip)).stream())
                .toList(), typed, read, opened);
    }

    private static List<Chip> chips(PoolFilter filter) {
        return filter.terms().stream().map(term -> new Chip(term, true)).toList();
    }
}
