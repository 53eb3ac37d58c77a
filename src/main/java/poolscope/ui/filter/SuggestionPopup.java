package poolscope.ui.filter;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.ui.parts.SceneNodeVisibility;

/// Suggestions and error under the filter bar while it has the focus. It is a node of the window, not a popup window,
/// and never takes the focus: an input method needs the focus to stay in the text field.
public final class SuggestionPopup extends VBox {
    private static final int MOST_ROWS = 10;

    /// One suggestion.
    ///
    /// @param count
    ///            number of pools, as text; empty where that is not counted
    record Choice(String text, String count, Runnable onAccept) {}

    private final ListView<Choice> list = new ListView<>();
    private final Label note = new Label();
    private boolean explaining;

    public SuggestionPopup() {
        getStyleClass().add("filter-drop");
        setManaged(false);
        list.setId("choices");
        list.setFocusTraversable(false);
        note.getStyleClass().add("note");
        list.fixedCellSizeProperty().subscribe((_, _) -> size());
        list.setCellFactory(_ -> new Cell());
        list.addEventFilter(MouseEvent.MOUSE_PRESSED, this::pressed);
    }

    /// Places it under the bar and sets the accessible name of its list.
    Subscription install(Region bar, String name) {
        list.setAccessibleText(name);
        hide();
        Runnable hang = () -> resizeRelocate(0, bar.getHeight() + 2, bar.getWidth(), prefHeight(bar.getWidth()));
        return Subscription.combine(bar.widthProperty().subscribe((_, _) -> hang.run()),
                bar.heightProperty().subscribe((_, _) -> hang.run()));
    }

    /// It is unmanaged, so it sets its own height.
    @Override
    protected void layoutChildren() {
        double height = prefHeight(getWidth());
        if (height != getHeight()) resize(getWidth(), height);
        super.layoutChildren();
    }

    boolean isOpen() {
        return list.isVisible();
    }

    /// Shows these suggestions, none of them selected.
    void offer(List<Choice> choices) {
        list.getItems().setAll(choices);
        list.getSelectionModel().clearSelection();
        size();
        show(!choices.isEmpty());
        list.scrollTo(0);
    }

    private void size() {
        double height = Math.min(list.getItems().size(), MOST_ROWS) * list.getFixedCellSize() + 2;
        list.setMinHeight(height);
        list.setPrefHeight(height);
        list.setMaxHeight(height);
    }

    /// Says in place of suggestions why there are none.
    void say(String text) {
        list.getItems().clear();
        note.setText(text);
        show(false);
    }

    /// Returns whether it was visible.
    boolean hide() {
        boolean was = isOpen() || note.isVisible();
        list.getItems().clear();
        note.setText("");
        show(false);
        return was;
    }

    private void show(boolean shown) {
        show(list, shown);
        show(note, !shown && !note.getText().isEmpty());
        updateVisibility();
    }

    /// Both are added on first use, so that they are not laid out before.
    private void show(Node part, boolean shown) {
        if (shown && part.getParent() == null) getChildren().add(part);
        SceneNodeVisibility.show(part, shown);
    }

    /// Shows or hides the explanation above the list.
    void explain(boolean now) {
        explaining = now;
        updateVisibility();
    }

    private void updateVisibility() {
        setVisible(explaining || list.isVisible() || note.isVisible());
        requestLayout();
    }

    /// Selects the next or previous suggestion; before the first there is none.
    void move(int by) {
        int next = Math.min(list.getSelectionModel().getSelectedIndex() + by, list.getItems().size() - 1);
        if (next < 0) list.getSelectionModel().clearSelection();
        else {
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - MOST_ROWS + 1));
        }
    }

    /// Accepts the selected suggestion, if there is one.
    boolean accept() {
        var choice = list.getSelectionModel().getSelectedItem();
        if (choice == null) return false;
        accept(choice);
        return true;
    }

    /// Accepts the selected or the first suggestion.
    void acceptFirst() {
        if (!accept()) accept(list.getItems().getFirst());
    }

    private void accept(Choice choice) {
        hide();
        choice.onAccept().run();
    }

    /// Handles the press, before the list takes the focus.
    private void pressed(MouseEvent event) {
        Node at = event.getPickResult().getIntersectedNode();
        while (at != null && !(at instanceof Cell))
            at = at.getParent();
        if (!(at instanceof Cell cell) || cell.getItem() == null) return;
        event.consume();
        accept(cell.getItem());
    }

    private static final class Cell extends ListCell<Choice> {
        private final Label text = new Label();
        private final Label count = new Label();
        private final HBox line = new HBox(text, count);

        Cell() {
            line.setAlignment(Pos.CENTER_LEFT);
            text.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(text, Priority.ALWAYS);
            count.getStyleClass().add("count");
            count.setMinWidth(Region.USE_PREF_SIZE);
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            boolean nothing = empty || choice == null;
            setGraphic(nothing ? null : line);
            if (nothing) return;
            text.setText(choice.text());
            count.setText(choice.count());
            setAccessibleText(choice.text() + " " + choice.count());
        }
    }
}
