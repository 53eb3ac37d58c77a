package poolscope.ui.settings;

import java.time.LocalTime;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.RecentCommandsAndExport;
import poolscope.settings.RefreshInterval;
import poolscope.settings.Settings;
import poolscope.settings.SummaryVisibility;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;

/// One choice of the form of settings: how it is read from the settings and set in them.
record SettingChoice<T>(Function<Settings, T> get, BiFunction<Settings, T, Settings> with) {
    static final SettingChoice<WindowAppearance.Language> LANGUAGE = of(AppearanceChoice.LANGUAGE);
    static final SettingChoice<WindowAppearance.TimeZone> TIME_ZONE = of(AppearanceChoice.TIME_ZONE);
    static final SettingChoice<WindowAppearance.Theme> THEME = of(AppearanceChoice.THEME);
    static final SettingChoice<WindowAppearance.AccentColour> ACCENT_COLOUR = of(AppearanceChoice.ACCENT_COLOUR);
    static final SettingChoice<WindowAppearance.Density> DENSITY = of(AppearanceChoice.DENSITY);
    static final SettingChoice<Integer> ZOOM_PERCENT = ofAppearance(WindowAppearance::zoomPercent,
            WindowAppearance::withZoomPercent);
    static final SettingChoice<Boolean> ESTIMATED_ENDS = ofAppearance(WindowAppearance::estimatedEnds,
            WindowAppearance::withEstimatedEnds);
    static final SettingChoice<Boolean> SIDEBAR = ofWindow(WindowBoundsAndPaneVisibility::sidebarShown,
            WindowBoundsAndPaneVisibility::withSidebarShown);
    static final SettingChoice<Boolean> DETAILS = ofWindow(WindowBoundsAndPaneVisibility::detailsShown,
            WindowBoundsAndPaneVisibility::withDetailsShown);
    static final SettingChoice<Boolean> STRIP = ofSummary(SummaryVisibility.Part.STRIP);
    static final SettingChoice<Boolean> CHARTS = ofSummary(SummaryVisibility.Part.CHARTS);
    static final SettingChoice<Boolean> TOTALS = ofSummary(SummaryVisibility.Part.TOTALS);
    static final SettingChoice<RefreshInterval> REFRESH = new SettingChoice<>(Settings::refresh, Settings::withRefresh);
    static final SettingChoice<ChangeComparisonBase> COMPARISON_BASE = ofChanges(ChangeTrackingSettings::base,
            ChangeTrackingSettings::withBase);
    static final SettingChoice<LocalTime> FIRST_SHIFT = ofChanges(ChangeTrackingSettings::firstShift,
            (changes, time) -> changes.withShifts(time, changes.secondShift()));
    static final SettingChoice<LocalTime> SECOND_SHIFT = ofChanges(ChangeTrackingSettings::secondShift,
            (changes, time) -> changes.withShifts(changes.firstShift(), time));
    static final SettingChoice<Boolean> HISTORY_KEPT = ofChanges(ChangeTrackingSettings::isHistoryKept,
            ChangeTrackingSettings::withHistoryKept);
    static final SettingChoice<Boolean> EXPORT_AS_SHOWN = ofExport(RecentCommandsAndExport.Export::asShown,
            RecentCommandsAndExport.Export::withAsShown);
    static final SettingChoice<Boolean> EXPORT_FOR_SPREADSHEETS = ofExport(
            RecentCommandsAndExport.Export::forSpreadsheets, RecentCommandsAndExport.Export::withForSpreadsheets);

    static final List<SettingChoice<?>> ALL = List.of(LANGUAGE, TIME_ZONE, THEME, ACCENT_COLOUR, DENSITY, ZOOM_PERCENT,
            ESTIMATED_ENDS, SIDEBAR, DETAILS, STRIP, CHARTS, TOTALS, REFRESH, COMPARISON_BASE, FIRST_SHIFT,
            SECOND_SHIFT, HISTORY_KEPT, EXPORT_AS_SHOWN, EXPORT_FOR_SPREADSHEETS);

    private static <E extends Enum<E>> SettingChoice<E> of(AppearanceChoice<E> choice) {
        return ofAppearance(choice.get(), choice.with());
    }

    private static <T> SettingChoice<T> ofAppearance(Function<WindowAppearance, T> get,
            BiFunction<WindowAppearance, T, WindowAppearance> with) {
        return new SettingChoice<>(settings -> get.apply(settings.windowAppearance()),
                (settings, value) -> settings.withWindowAppearance(with.apply(settings.windowAppearance(), value)));
    }

    private static <T> SettingChoice<T> ofWindow(Function<WindowBoundsAndPaneVisibility, T> get,
            BiFunction<WindowBoundsAndPaneVisibility, T, WindowBoundsAndPaneVisibility> with) {
        return new SettingChoice<>(settings -> get.apply(settings.window()),
                (settings, value) -> settings.withWindow(with.apply(settings.window(), value)));
    }

    private static SettingChoice<Boolean> ofSummary(SummaryVisibility.Part part) {
        return ofWindow(window -> window.summaryVisibility().shows(part),
                (window, shown) -> window.withSummaryVisibility(window.summaryVisibility().with(part, shown)));
    }

    private static <T> SettingChoice<T> ofChanges(Function<ChangeTrackingSettings, T> get,
            BiFunction<ChangeTrackingSettings, T, ChangeTrackingSettings> with) {
        return new SettingChoice<>(settings -> get.apply(settings.changes()),
                (settings, value) -> settings.withChanges(with.apply(settings.changes(), value)));
    }

    private static <T> SettingChoice<T> ofExport(Function<RecentCommandsAndExport.Export, T> get,
            BiFunction<RecentCommandsAndExport.Export, T, RecentCommandsAndExport.Export> with) {
        return new SettingChoice<>(settings -> get.apply(settings.recentCommandsAndExport().export()),
                (settings, value) -> settings.withRecentCommandsAndExport(settings.recentCommandsAndExport()
                        .withExport(with.apply(settings.recentCommandsAndExport().export(), value))));
    }

    /// The settings `to` with this choice as in the settings `from`.
    Settings copy(Settings from, Settings to) {
        return with.apply(to, get.apply(from));
    }

    boolean isDifferent(Settings one, Settings other) {
        return !get.apply(one).equals(get.apply(other));
    }
}
