package poolscope.ui.parts;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import poolscope.pool.PoolStatus;

/// The shape of a status, drawn by the style sheet. Its word always stands beside it: neither colour nor shape
/// speaks alone.
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
