package poolscope.ui.pools;

import java.util.Locale;
import javafx.scene.layout.Region;
import poolscope.pool.PoolStatus;

/// The shape of a status, drawn by the style sheet. Its word always stands beside it: neither colour nor shape speaks alone.
public final class StatusMark {
    private StatusMark() {}

    public static Region of(PoolStatus status) {
        var mark = new Region();
        mark.getStyleClass().addAll("status-mark", status.kind().name().toLowerCase(Locale.ROOT));
        return mark;
    }
}
