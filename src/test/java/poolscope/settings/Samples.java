package poolscope.settings;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;

/// Settings in which nothing is as it was at first.
final class Samples {

    static final Settings RICH = new Settings(
            new WindowAppearance(WindowAppearance.Language.CHINESE, WindowAppearance.Theme.DARK,
                    WindowAppearance.AccentColour.SYSTEM, WindowAppearance.Density.COMPACT, 125,
                    WindowAppearance.TimeZone.UTC, true),
            new WindowBoundsAndPaneVisibility(WindowBoundsAndPaneVisibility.Bounds.of(-1280, 40.5, 1100, 720), true,
                    false, 0.4, false, true, new SummaryVisibility(false, false, true)),
            new TableLayout(
                    List.of(new Column("cluster_name", 240.5, true, false), new Column("status", 90, true, true),
                            new Column("order_id", 120, false, false)),
                    List.of(new SortBy("status", true), new SortBy("cluster_name", false)), "status",
                    Set.of("order_id")),
            new FilterTextAndHistory("status:abnormal 训练", List.of("训练 😀 \"quoted\" \\", "nodes>4")),
            RefreshInterval.FIVE_MINUTES, "morning-check",
            new RecentCommandsAndExport(List.of("exportItem", "pool a 1"),
                    new RecentCommandsAndExport.Export("all", "all", "xlsx", false, true, true, true)),
            new ChangeTrackingSettings(ChangeComparisonBase.CHOSEN_MOMENT,
                    Optional.of(Instant.parse("2026-02-28T09:12:00.500Z")),
                    Optional.of(Instant.parse("2026-02-28T21:00:00Z")),
                    Optional.of(Instant.parse("2026-03-01T07:59:00Z")), LocalTime.of(7, 30), LocalTime.of(19, 45),
                    false));

    static final Settings OLD = RICH;
    /// As unlike [#OLD] as it is unlike the defaults.
    static final Settings NEW = new Settings(
            new WindowAppearance(WindowAppearance.Language.ENGLISH, WindowAppearance.Theme.LIGHT,
                    WindowAppearance.AccentColour.PROGRAM, WindowAppearance.Density.NORMAL, 80,
                    WindowAppearance.TimeZone.SYSTEM, false),
            new WindowBoundsAndPaneVisibility(WindowBoundsAndPaneVisibility.Bounds.of(0, 0, 1280, 800), false, true,
                    0.3, false, false, new SummaryVisibility(true, false, false)),
            new TableLayout(List.of(new Column("status", 77, false, false)), List.of()),
            new FilterTextAndHistory("new", List.of("newer")), RefreshInterval.OFF, "evening",
            new RecentCommandsAndExport(List.of("0/1"),
                    new RecentCommandsAndExport.Export("selected", "shown", "json", true, true, false, false)),
            new ChangeTrackingSettings(ChangeComparisonBase.DAY_AGO, Optional.of(Instant.parse("2026-01-01T00:00:00Z")),
                    Optional.of(Instant.parse("2026-01-02T00:00:00Z")),
                    Optional.of(Instant.parse("2026-01-03T00:00:00Z")), LocalTime.MIDNIGHT, LocalTime.NOON, true));

    static final Path FOLDER = Path.of("/home/operator/.config/poolscope");
    static final Path FILE = FOLDER.resolve("settings.json");
    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private Samples() {}

    /// The settings file of that disk, as a program that just started sees it.
    static SettingsFile on(MemoryDisk disk) {
        return SettingsFile.in(FOLDER, disk, Clock.fixed(NOON, ZoneOffset.UTC));
    }

    /// A disk that holds these settings.
    static MemoryDisk saved(Settings settings) throws IOException {
        MemoryDisk disk = new MemoryDisk();
        on(disk).save(settings);
        return disk.copy();
    }

    /// A disk whose settings file is this text.
    static MemoryDisk holding(String text) {
        return new MemoryDisk().with(FILE, text.getBytes(StandardCharsets.UTF_8));
    }
}
