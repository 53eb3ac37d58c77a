package poolscope.ui.summary;

import java.util.Optional;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import poolscope.pool.PoolStatus;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.parts.TextWidth;

/// One bar of a chart, with name and number; a button that filters.
final class ChartBar extends Button {
    /// A number is not cut, whatever becomes of the name.
    private static final double MOST_VALUE_SHARE = 0.65;
    /// Of the space beside the number: the rest is for the bar, which also gets what the names do not need.
    private static final double NAME_SHARE = 0.72;
    /// Pixels that the bar keeps where a name needs more than its share.
    private static final double LEAST_BAR = 48;
    private static final double EDGE = 5;
    private static final double WIDTH = 200;
    private static final PseudoClass OF_A_WHOLE = PseudoClass.getPseudoClass("of-a-whole");

    private final Label name = new Label();
    private final Label value = new Label();
    private final ProportionBar bar = new ProportionBar();
    private final DoubleProperty longestName = new SimpleDoubleProperty(this, "longestName");
    private final DoubleProperty longestValue = new SimpleDoubleProperty(this, "longestValue");

    /// Content of a bar.
    ///
    /// @param status
    ///            gives the bar its icon and colour
    /// @param share
    ///            length of the bar, 0 to 1
    /// @param isOfAWhole
    ///            whether the bar is a share of a whole, so that its empty part is drawn too
    /// @param whole
    ///            the tooltip and accessible text
    record Content(String name, Optional<PoolStatus> status, String value, double share, boolean isOfAWhole,
            String whole, Runnable filter) {
        Content withName(String shorter) {
            return new Content(shorter, status, value, share, isOfAWhole, whole, filter);
        }
    }

    ChartBar() {
        getStyleClass().add("chart-bar");
        var inner = widthProperty().subtract(2 * EDGE);
        var room = Bindings.createDoubleBinding(() -> Math.min(longestValue.get(), inner.get() * MOST_VALUE_SHARE),
                inner, longestValue);
        var nameWidth = Bindings.createDoubleBinding(
                () -> Math.min(longestName.get(), mostForName(inner.get() - room.get())), inner, room, longestName);
        bindWidth(name, nameWidth);
        name.getStyleClass().add("name");
        bindWidth(value, room);
        value.setAlignment(Pos.CENTER_RIGHT);
        value.getStyleClass().add("value");
        bindWidth(bar, inner.subtract(nameWidth).subtract(room));
        var line = new HBox(name, bar, value);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMinWidth(0);
        setGraphic(line);
        setMaxWidth(Double.MAX_VALUE);
        setMinWidth(0);
    }

    private static double mostForName(double besideNumber) {
        return Math.max(besideNumber * NAME_SHARE, besideNumber - LEAST_BAR);
    }

    /// The same in every bar of a chart, so that the bars are aligned.
    private static void bindWidth(Region part, DoubleBinding width) {
        part.setMinWidth(0);
        part.prefWidthProperty().bind(width);
        part.setMaxWidth(Region.USE_PREF_SIZE);
    }

    /// The width of the longest name of the chart.
    DoubleProperty longestNameProperty() {
        return longestName;
    }

    /// The width of the longest number of the chart.
    DoubleProperty longestValueProperty() {
        return longestValue;
    }

    /// The width that its name needs.
    double nameWidth() {
        var icon = name.getGraphic();
        return widthOf(name) + (icon == null ? 0 : icon.minWidth(-1) + name.getGraphicTextGap());
    }

    /// The width that its number needs.
    double valueWidth() {
        return widthOf(value);
    }

    private static double widthOf(Label label) {
        return TextWidth.of(label.getText(), label.getFont()) + label.snappedLeftInset() + label.snappedRightInset();
    }

    @Override
    protected double computePrefWidth(double height) {
        return WIDTH;
    }

    void show(Content content) {
        name.setText(content.name);
        name.setGraphic(content.status.map(StatusIcon::of).orElse(null));
        // names of specifications begin and end differently, so they are cut in the middle, as ids are
        name.setTextOverrun(content.status.isEmpty() ? OverrunStyle.CENTER_ELLIPSIS : OverrunStyle.ELLIPSIS);
        value.setText(content.value);
        bar.show(content.share);
        StatusIcon.markStatus(bar, content.status.map(PoolStatus::kind));
        bar.pseudoClassStateChanged(OF_A_WHOLE, content.isOfAWhole);
        LazyTooltip.setText(this, content.whole);
        setAccessibleText(content.whole);
        setOnAction(_ -> content.filter.run());
    }
}
