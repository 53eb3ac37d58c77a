package poolscope.ui.details;

import java.math.MathContext;
import javafx.scene.control.ProgressBar;
import poolscope.pool.PoolField;
import poolscope.pool.Value;
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
    boolean show(Value nodes) {
        if (!(nodes instanceof Value.Portion(var part, var all)) || all.signum() == 0) return false;
        setProgress(part.divide(all, MathContext.DECIMAL32).doubleValue());
        setAccessibleText(fields.whole(PoolField.NODES, nodes));
        return true;
    }
}
