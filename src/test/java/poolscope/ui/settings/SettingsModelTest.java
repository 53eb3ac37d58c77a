package poolscope.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.RefreshInterval;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;
import poolscope.settings.WindowBoundsAndPaneVisibility;
import poolscope.ui.ModelFixture;

class SettingsModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private SettingsModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        model = new SettingsModel(fixture.settings);
        model.open();
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private Settings inForce() {
        return fixture.settings.settings();
    }

    /// Everything that the form can change, changed.
    private void changeAll() {
        model.set(SettingChoice.LANGUAGE, WindowAppearance.Language.CHINESE);
        model.set(SettingChoice.TIME_ZONE, WindowAppearance.TimeZone.UTC);
        model.set(SettingChoice.THEME, WindowAppearance.Theme.DARK);
        model.set(SettingChoice.ACCENT_COLOUR, WindowAppearance.AccentColour.SYSTEM);
        model.set(SettingChoice.DENSITY, WindowAppearance.Density.COMPACT);
        model.set(SettingChoice.ZOOM_PERCENT, 150);
        model.set(SettingChoice.ESTIMATED_ENDS, true);
        model.set(SettingChoice.SIDEBAR, false);
        model.set(SettingChoice.DETAILS, false);
        model.set(SettingChoice.STRIP, false);
        model.set(SettingChoice.CHARTS, true);
        model.set(SettingChoice.TOTALS, false);
        model.set(SettingChoice.REFRESH, RefreshInterval.OFF);
        model.set(SettingChoice.COMPARISON_BASE, ChangeComparisonBase.DAY_AGO);
        model.set(SettingChoice.FIRST_SHIFT, LocalTime.of(7, 30));
        model.set(SettingChoice.SECOND_SHIFT, LocalTime.of(19, 30));
        model.set(SettingChoice.HISTORY_KEPT, false);
        model.set(SettingChoice.EXPORT_AS_SHOWN, true);
        model.set(SettingChoice.EXPORT_FOR_SPREADSHEETS, false);
    }

    @Test
    void nothing_is_in_force_before_it_is_applied() {
        var before = inForce();
        changeAll();
        assertThat(inForce()).isEqualTo(before);
        model.open();
        model.apply();
        assertThat(inForce()).as("opened again without having been applied").isEqualTo(before);
    }

    @Test
    void every_choice_is_in_force_when_it_is_applied() {
        var before = inForce();
        changeAll();
        model.apply();
        for (var choice : SettingChoice.ALL)
            assertThat(choice.isDifferent(before, inForce())).as("choice %d", SettingChoice.ALL.indexOf(choice))
                    .isTrue();
        var look = inForce().windowAppearance();
        assertThat(look.language()).isEqualTo(WindowAppearance.Language.CHINESE);
        assertThat(look.zoomPercent()).isEqualTo(150);
        assertThat(inForce().window().summaryVisibility().charts()).isTrue();
        assertThat(inForce().window().summaryVisibility().strip()).isFalse();
        assertThat(inForce().changes().secondShift()).isEqualTo(LocalTime.of(19, 30));
        assertThat(inForce().recentCommandsAndExport().export().asShown()).isTrue();
    }

    @Test
    void what_was_changed_elsewhere_while_the_form_was_open_stays() {
        var place = WindowBoundsAndPaneVisibility.Bounds.of(10, 20, 900, 700);
        var seen = Instant.parse("2026-03-01T08:00:00Z");
        fixture.settings.part(Settings::window, Settings::withWindow).set(inForce().window().withBounds(place));
        fixture.settings.part(Settings::changes, Settings::withChanges).set(inForce().changes().withLastSeen(seen));
        model.set(SettingChoice.DETAILS, false);
        model.set(SettingChoice.HISTORY_KEPT, false);
        model.apply();
        assertThat(inForce().window().bounds()).isEqualTo(place);
        assertThat(inForce().window().detailsShown()).isFalse();
        assertThat(inForce().changes().lastSeen()).contains(seen);
        assertThat(inForce().changes().isHistoryKept()).isFalse();
    }

    @Test
    void a_zoom_between_the_steps_is_a_choice_too() {
        assertThat(model.zooms()).isEqualTo(WindowAppearance.ZOOMS);
        model.set(SettingChoice.ZOOM_PERCENT, 135);
        assertThat(model.zooms()).isEqualTo(List.of(75, 90, 100, 110, 125, 135, 150, 175, 200));
    }

    @Test
    void a_moment_of_the_history_is_offered_only_while_changes_are_counted_since_it() {
        assertThat(model.comparisonBases()).doesNotContain(ChangeComparisonBase.CHOSEN_MOMENT);
        fixture.settings.part(Settings::changes, Settings::withChanges)
                .set(inForce().changes().withChosenMoment(Instant.EPOCH));
        model.open();
        assertThat(model.comparisonBases()).contains(ChangeComparisonBase.CHOSEN_MOMENT);
    }
}
