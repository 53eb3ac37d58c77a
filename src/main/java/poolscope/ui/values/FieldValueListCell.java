package poolscope.ui.values;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import poolscope.pool.FieldValue;
import poolscope.pool.table.FieldValueCounts;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.text.Texts;

/// One value with its check box, its number of pools, and a button under the mouse that filters by it alone.
final class FieldValueListCell extends ListCell<FieldValueCounts.Line> {
    private final FieldValueListModel model;
    private final Function<FieldValue, String> words;
    private final Texts texts;
    private final CheckBox box = new CheckBox();
    private final Label count = new Label();
    private final Button only = new Button();
    private final HBox line = new HBox(box, only, count);

    /// @param onlyKey
    ///            the key of *Only*, as it is written on this system
    /// @param applyOnly
    ///            filters by this value alone
    FieldValueListCell(FieldValueListModel model, Function<FieldValue, String> words, Texts texts, String onlyKey,
            Consumer<FieldValue> applyOnly) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        line.getStyleClass().add("value-line");
        count.getStyleClass().add("count");
        count.setMinWidth(USE_PREF_SIZE);
        box.setFocusTraversable(false);
        box.setMnemonicParsing(false);
        box.setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setMinWidth(0);
        HBox.setHgrow(box, Priority.ALWAYS);
        line.setMinWidth(0);
        line.setPrefWidth(1);
        only.setText(texts.format("values.only"));
        only.getStyleClass().add("only");
        LazyTooltip.setText(only, texts.format("values.only.tip", onlyKey));
        only.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        only.setFocusTraversable(false);
        only.visibleProperty().bind(hoverProperty().or(selectedProperty()));
        only.setOnAction(_ -> {
            if (getItem() != null) applyOnly.accept(getItem().fieldValue());
        });
        box.setOnAction(_ -> {
            if (getItem() != null) model.toggle(getItem().fieldValue());
        });
    }

    @Override
    protected void updateItem(FieldValueCounts.@Nullable Line now, boolean empty) {
        super.updateItem(now, empty);
        if (now == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean ticked = model.isTicked(now.fieldValue());
        var word = words.apply(now.fieldValue());
        box.setText(word);
        box.setSelected(ticked);
        count.setText(texts.format("count", now.pools()));
        setAccessibleText(texts.format(ticked ? "values.line.ticked" : "values.line", word, now.pools()));
        setGraphic(line);
    }
}
