package poolscope.ui.filter;

import javafx.scene.control.TextField;
import poolscope.pool.filter.FilterCompletionPosition;
import poolscope.ui.parts.ScreenReaderMessage;
import poolscope.ui.pools.FilterMatchCountModel;
import poolscope.ui.pools.FilterModel;
import poolscope.ui.text.FilterText;

/// The suggestions under the bar: completions of the text, or earlier filters.
final class FilterSuggestionPopupHandler {
    private final TextField field;
    private final FilterModel model;
    private final FilterMatchCountModel advice;
    private final SuggestionPopup drop;
    private final FilterText texts;

    FilterSuggestionPopupHandler(TextField field, SuggestionPopup drop, FilterModel model, FilterMatchCountModel advice,
            FilterText texts) {
        this.field = field;
        this.drop = drop;
        this.model = model;
        this.advice = advice;
        this.texts = texts;
    }

    /// Suggests completions for the end of the text. None is preselected: Enter accepts the text as it is.
    void offer() {
        close();
        var text = field.getText();
        FilterCompletionPosition.at(text, text.length(), texts.language())
                .ifPresent(place -> advice.complete(place, offers -> {
                    if (field.isFocused() && field.getText().equals(text))
                        drop.offer(offers.stream()
                                .map(offer -> new SuggestionPopup.Choice(offer.text(), texts.pools(offer.pools()),
                                        () -> write(place, offer.text())))
                                .toList());
                }));
    }

    private void write(FilterCompletionPosition place, String text) {
        var typed = new StringBuilder(field.getText()).replace(place.from(), place.to(), text).toString();
        field.setText(typed);
        field.positionCaret(typed.length());
    }

    /// Shows earlier filters, or hides the list.
    void toggleHistory() {
        field.requestFocus();
        if (!close()) history();
    }

    private void history() {
        advice.stopCompleting();
        advice.history(filters -> {
            if (!field.isFocused()) return;
            if (filters.isEmpty()) {
                drop.say(texts.noHistory());
                ScreenReaderMessage.report(field, texts.noHistory());
            } else
                drop.offer(filters.stream()
                        .map(one -> new SuggestionPopup.Choice(texts.print(one.filter()), texts.pools(one.pools()),
                                () -> model.setFilter(one.filter())))
                        .toList());
        });
    }

    /// Returns whether a list was open.
    boolean close() {
        advice.stopCompleting();
        return drop.hide();
    }

    boolean down() {
        if (drop.isOpen()) drop.move(1);
        else
            history();
        return true;
    }

    boolean up() {
        if (drop.isOpen()) drop.move(-1);
        return drop.isOpen();
    }

    boolean take() {
        return drop.isOpen() && drop.accept();
    }

    /// Accepts the first suggestion, or the correction of a misspelled word.
    boolean complete() {
        if (drop.isOpen()) drop.acceptFirst();
        else if (model.suggestion().isPresent()) model.acceptSuggestion();
        else
            return false;
        return true;
    }
}
