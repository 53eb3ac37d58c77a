package poolscope.ui.settings;

import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.util.Subscription;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.RefreshInterval;
import poolscope.settings.WindowAppearance;
import poolscope.ui.parts.ChoiceConverter;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeOfDayFieldFormat;

/// The form of all settings. They are in force when it is left with *OK*; the history is deleted at once.
public final class SettingsController implements AutoCloseable {
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");
    private static final double BYTES_PER_MEGABYTE = 1_000_000;

    private final SettingsModel model;
    private final HistoryStorageModel history;
    private final Texts texts;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ComboBox<WindowAppearance.Language> language;
    @FXML
    private ComboBox<WindowAppearance.TimeZone> timeZone;
    @FXML
    private ComboBox<WindowAppearance.Theme> theme;
    @FXML
    private ComboBox<WindowAppearance.AccentColour> accentColour;
    @FXML
    private ComboBox<WindowAppearance.Density> density;
    @FXML
    private ComboBox<Integer> zoom;
    @FXML
    private CheckBox sidebarShown;
    @FXML
    private CheckBox detailsShown;
    @FXML
    private CheckBox stripShown;
    @FXML
    private CheckBox chartsShown;
    @FXML
    private CheckBox totalsShown;
    @FXML
    private ComboBox<RefreshInterval> refreshInterval;
    @FXML
    private ComboBox<ChangeComparisonBase> comparisonBase;
    @FXML
    private TextField firstShift;
    @FXML
    private TextField secondShift;
    @FXML
    private CheckBox estimatedEnds;
    @FXML
    private CheckBox historyKept;
    @FXML
    private Label historySize;
    @FXML
    private MenuButton deleteHistory;
    @FXML
    private MenuItem deleteHistoryForGood;
    @FXML
    private CheckBox asShown;
    @FXML
    private CheckBox forSpreadsheets;
    @FXML
    private Label problem;

    public SettingsController(SettingsModel model, HistoryStorageModel history, Texts texts, Runnable close) {
        this.model = model;
        this.history = history;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        model.open();
        connectAppearance();
        connectWindow();
        choice(refreshInterval, SettingChoice.REFRESH, List.of(RefreshInterval.values()),
                one -> texts.format("settings.refresh." + one.name()));
        choice(comparisonBase, SettingChoice.COMPARISON_BASE, model.comparisonBases(),
                one -> texts.format("change.base." + one.name()));
        time(firstShift, SettingChoice.FIRST_SHIFT);
        time(secondShift, SettingChoice.SECOND_SHIFT);
        check(estimatedEnds, SettingChoice.ESTIMATED_ENDS);
        check(historyKept, SettingChoice.HISTORY_KEPT);
        check(asShown, SettingChoice.EXPORT_AS_SHOWN);
        check(forSpreadsheets, SettingChoice.EXPORT_FOR_SPREADSHEETS);
        SceneNodeVisibility.show(problem, false);
        subscriptions = history.sizeProperty().subscribe(this::showSize);
        history.measure();
    }

    private void connectAppearance() {
        choice(language, SettingChoice.LANGUAGE, AppearanceChoice.LANGUAGE);
        choice(timeZone, SettingChoice.TIME_ZONE, AppearanceChoice.TIME_ZONE);
        choice(theme, SettingChoice.THEME, AppearanceChoice.THEME);
        choice(accentColour, SettingChoice.ACCENT_COLOUR, AppearanceChoice.ACCENT_COLOUR);
        choice(density, SettingChoice.DENSITY, AppearanceChoice.DENSITY);
        choice(zoom, SettingChoice.ZOOM_PERCENT, model.zooms(),
                percent -> texts.format("settings.zoom.percent", percent / 100.0));
    }

    private void connectWindow() {
        check(sidebarShown, SettingChoice.SIDEBAR);
        check(detailsShown, SettingChoice.DETAILS);
        check(stripShown, SettingChoice.STRIP);
        check(chartsShown, SettingChoice.CHARTS);
        check(totalsShown, SettingChoice.TOTALS);
    }

    /// Values are called as in the menu *View*; what the system sets is called the same for all settings.
    private <E extends Enum<E>> void choice(ComboBox<E> box, SettingChoice<E> setting, AppearanceChoice<E> choice) {
        choice(box, setting, choice.values(),
                one -> one.name().equals("SYSTEM") ? texts.format("settings.system") : choice.text(one, texts));
    }

    private <T> void choice(ComboBox<T> box, SettingChoice<T> setting, List<T> values, Function<T, String> text) {
        box.setConverter(new ChoiceConverter<>(text));
        box.getItems().setAll(values);
        box.setValue(model.get(setting));
        box.valueProperty().subscribe((_, now) -> model.set(setting, now));
    }

    private void check(CheckBox box, SettingChoice<Boolean> setting) {
        box.setSelected(model.get(setting));
        box.selectedProperty().subscribe((_, now) -> model.set(setting, now));
    }

    private void time(TextField field, SettingChoice<LocalTime> setting) {
        field.setText(TimeOfDayFieldFormat.of(model.get(setting)));
        field.textProperty().subscribe((_, typed) -> {
            var time = TimeOfDayFieldFormat.parse(typed);
            time.ifPresent(now -> model.set(setting, now));
            field.pseudoClassStateChanged(UNFINISHED, time.isEmpty());
        });
    }

    private void showSize(Optional<Long> bytes) {
        historySize.setText(bytes.map(now -> texts.format("settings.history.size", now / BYTES_PER_MEGABYTE))
                .orElseGet(() -> texts.format("settings.history.counting")));
        DisabledReason.set(deleteHistory, bytes.orElse(0L) == 0 ? texts.format("menu.history.delete.not") : "");
        deleteHistoryForGood
                .setText(bytes.map(now -> texts.format("menu.history.delete.size", now / BYTES_PER_MEGABYTE))
                        .orElseGet(() -> texts.format("menu.history.delete.all")));
    }

    @FXML
    private void openHistoryFolder() {
        history.openFolder();
    }

    @FXML
    private void deleteHistory() {
        history.deleteAll();
    }

    @FXML
    private void apply() {
        for (var field : List.of(firstShift, secondShift))
            if (TimeOfDayFieldFormat.parse(field.getText()).isEmpty()) {
                problem.setText(texts.format("settings.shifts.wrong", field.getText()));
                SceneNodeVisibility.show(problem, true);
                field.requestFocus();
                return;
            }
        // first, because another language replaces all screens
        close.run();
        model.apply();
    }

    @FXML
    private void cancel() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
