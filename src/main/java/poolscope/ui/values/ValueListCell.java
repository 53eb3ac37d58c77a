package poolscope.ui.values;

import java.util.function.Function;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import poolscope.pool.Value;
import poolscope.pool.table.ValueCounts;
import poolscope.ui.text.Texts;

/// One value with its check box and its number of pools.
final class ValueListCell extends ListCell<ValueCounts.Line> {
    private final ValueListModel model;
    private final Function<Value, String> words;
    private final Texts texts;
    private final CheckBox box = new CheckBox();
    private final Label count = new Label();
    private final HBox line = new HBox(box, count);

    ValueListCell(ValueListModel model, Function<Value, String> words, Texts texts) {
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
        box.setOnAction(_ -> {
            if (getItem() != null) model.toggle(getItem().value());
        });
    }

    @Override
    protected void updateItem(ValueCounts.@Nullable Line now, boolean empty) {
        super.updateItem(now, empty);
        if (now == null || empty) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        boolean ticked = model.isTicked(now.value());
        var word = words.apply(now.value());
        box.setText(word);
        box.setSelected(ticked);
        count.setText(texts.format("count", now.pools()));
        setAccessibleText(texts.format(ticked ? "values.line.ticked" : "values.line", word, now.pools()));
        setGraphic(line);
    }
}
