package poolscope.settings;

import java.util.List;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;

/// Settings in which nothing is as it was at first.
final class Samples {

    static final Settings RICH = new Settings(
            new Look(Look.Language.CHINESE, Look.Theme.DARK, Look.Density.COMPACT, 125),
            new WindowPlace(WindowPlace.Bounds.of(-1280, 40.5, 1100, 720), true, false, 0.4, false),
            new TableLayout(List.of(new Column("cluster_name", 240.5, true), new Column("status", 90, true),
                    new Column("order_id", 120, false)), List.of(new SortBy("status", true), new SortBy("cluster_name", false))),
            new FilterMemory("status:abnormal 训练", List.of("训练 😀 \"quoted\" \\", "nodes>4")));

    private Samples() {}
}
