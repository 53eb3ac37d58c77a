package poolscope.ui.parts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
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
        KINDS.forEach((kind, shape) -> pseudoClassStateChanged(shape, kind == status.kind()));
    }
}
