package poolscope.ui.parts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import poolscope.pool.PoolStatus;

/// The icon of a status, drawn by the style sheet. Its name is always shown beside it, because colour and shape alone
/// are not enough.
public final class StatusIcon extends Region {
    private static final Map<PoolStatus.Kind, PseudoClass> KINDS = new EnumMap<>(PoolStatus.Kind.class);

    static {
        for (var kind : PoolStatus.Kind.values())
            KINDS.put(kind, PseudoClass.getPseudoClass(kind.name().toLowerCase(Locale.ROOT)));
    }

    public StatusIcon() {
        getStyleClass().add("status-mark");
    }

    public static StatusIcon of(PoolStatus status) {
        var mark = new StatusIcon();
        mark.show(status);
        return mark;
    }

    public void show(PoolStatus status) {
        markStatus(this, Optional.of(status.kind()));
    }

    /// Sets the pseudo-class of a kind of status, by which the style sheet colours the node; none without a kind.
    public static void markStatus(Node node, Optional<PoolStatus.Kind> status) {
        KINDS.forEach((kind, name) -> node.pseudoClassStateChanged(name, status.filter(kind::equals).isPresent()));
    }
}
