package poolscope.ui.summary;

import java.util.List;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextAlignment;
import poolscope.ui.parts.LargestSize;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.TextWidth;

/// One figure of the strip: name, value, note, and a button that filters. It keeps the size of the largest content that
/// it had, so that the figures beside it and the table below it stay where they are while the totals change.
final class SummaryFigureControl extends VBox {
    private static final double EDGE = 4;

    private final LargestSize largest = new LargestSize();

    private final Button unknown = new Button();
    private final Label note = new Label();
    private final Button value = new Button();
    private final ProportionBar bar = new ProportionBar();
    private final String caption;
    private final HBox head;
    private boolean hasRoomForNote;
    private List<String> notes = List.of();

    /// Content of a figure.
    ///
    /// @param notes
    ///            beside the name; the longest first, for where it has no room the next one; empty for none
    /// @param whole
    ///            the tooltip: the value in full and what a click does
    record Content(String value, List<String> notes, String whole) {}

    SummaryFigureControl(String id, String caption, Runnable filter) {
        this.caption = caption;
        getStyleClass().add("figure");
        var name = new Label(caption);
        name.getStyleClass().add("caption");
        name.setMinWidth(Region.USE_PREF_SIZE);
        note.getStyleClass().add("note");
        note.setId(id + "Note");
        note.setWrapText(true);
        note.setMinHeight(Region.USE_PREF_SIZE);
        bar.setManaged(false);
        bar.setVisible(false);
        value.setId(id);
        value.getStyleClass().add("value");
        value.setOnAction(_ -> filter.run());
        unknown.setId(id + "Unknown");
        unknown.getStyleClass().add("unknown");
        // sums of several families of cards may be longer than the strip
        value.setWrapText(true);
        value.setTextAlignment(TextAlignment.LEFT);
        HBox.setHgrow(value, Priority.SOMETIMES);
        unknown.setMinWidth(Region.USE_PREF_SIZE);
        head = new HBox(name, note);
        var line = new HBox(value, unknown) {
            @Override
            protected void layoutChildren() {
                super.layoutChildren();
                placeUnknown();
            }
        };
        line.getStyleClass().add("line");
        VBox.setMargin(bar, new Insets(0, EDGE, 0, EDGE));
        getChildren().addAll(head, line, bar);
        show("", "");
    }

    /// Beside the longest line of a value of several lines, whose button is as wide as the strip.
    private void placeUnknown() {
        value.layout();
        if (!unknown.isManaged() || !(value.lookup(".text") instanceof Text text)) return;
        double longest = text.getLayoutInfo()
                .getTextLines(false)
                .stream()
                .mapToDouble(line -> line.bounds().getWidth())
                .max()
                .orElse(0);
        double end = value.getLayoutX() + value.snappedLeftInset() + longest + value.snappedRightInset();
        // another position within the layout would request one more layout each time
        unknown.setTranslateX(Math.min(0, snapPositionX(end) - unknown.getLayoutX()));
    }

    /// Has the note of one line beside the name, as long as there is room and at least the brief one, so that the
    /// figures stay where they are when it comes or becomes longer.
    SummaryFigureControl withRoomForNote() {
        hasRoomForNote = true;
        getStyleClass().add("wide");
        HBox.setHgrow(note, Priority.ALWAYS);
        note.setMaxWidth(Double.MAX_VALUE);
        note.setWrapText(false);
        return this;
    }

    /// In the order of the Tab key.
    List<Button> buttons() {
        return List.of(value, unknown);
    }

    @Override
    protected void layoutChildren() {
        super.layoutChildren();
        if (!hasRoomForNote) return;
        head.layout();
        showNote();
    }

    private void showNote() {
        double room = note.getWidth() - note.snappedLeftInset() - note.snappedRightInset();
        note.setText(notes.stream()
                .filter(text -> TextWidth.of(text, note.getFont()) <= room)
                .findFirst()
                .orElse(notes.isEmpty() ? "" : notes.getLast()));
    }

    /// Gives up the size of earlier contents: for a strip that has another width.
    void releaseSize() {
        largest.release();
        requestLayout();
    }

    @Override
    protected double computePrefWidth(double height) {
        return largest.width(super.computePrefWidth(height), value.getFont());
    }

    @Override
    protected double computePrefHeight(double width) {
        return largest.height(super.computePrefHeight(width), width, value.getFont());
    }

    /// Sets the action of the button for pools whose value is not known.
    SummaryFigureControl unknown(Runnable filter) {
        unknown.setOnAction(_ -> filter.run());
        return this;
    }

    void show(Content content) {
        value.setText(content.value);
        notes = content.notes;
        var longest = notes.isEmpty() ? "" : notes.getFirst();
        note.setManaged(!longest.isEmpty() || hasRoomForNote);
        if (hasRoomForNote) showNote();
        else
            note.setText(longest);
        LazyTooltip.setText(note, content.whole);
        LazyTooltip.setText(value, content.whole);
        value.setAccessibleText(caption + ": " + content.value + (longest.isEmpty() ? "" : ", " + longest));
    }

    /// Shows how many pools have no known value; empty for none.
    void show(String text, String tip) {
        unknown.setText(text);
        SceneNodeVisibility.show(unknown, !text.isEmpty());
        unknown.setAccessibleText(caption + ": " + text);
        LazyTooltip.setText(unknown, tip);
    }

    /// Reserves space for a bar, so that the layout stays when it appears.
    SummaryFigureControl withBar() {
        bar.setManaged(true);
        return this;
    }

    /// Draws the bar, 0 to 1.
    void draw(double share) {
        bar.setVisible(true);
        bar.show(share);
    }

    /// Hides the bar: there is no total to compare with.
    void drawNothing() {
        bar.setVisible(false);
    }
}
