package poolscope.ui.details;

import java.math.MathContext;
import javafx.scene.control.ProgressBar;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.ui.text.PoolFieldText;

/// Available nodes of all nodes as a bar. The numbers are shown beside it as text.
final class AvailableNodesBar extends ProgressBar {
    private final PoolFieldText fields;

    AvailableNodesBar(PoolFieldText fields) {
        super(0);
        this.fields = fields;
        setId("nodes-bar");
        getStyleClass().add("nodes-bar");
        setMaxWidth(Double.MAX_VALUE);
    }

    /// Whether there is a proportion to show.
    boolean show(FieldValue nodes) {
        if (!(nodes instanceof FieldValue.Portion(var part, var all)) || all.signum() == 0) return false;
        setProgress(part.divide(all, MathContext.DECIMAL32).doubleValue());
        setAccessibleText(fields.whole(PoolField.NODES, nodes));
        return true;
    }
}
