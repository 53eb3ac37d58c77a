package poolscope.ui.changes;

import java.time.Instant;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.settings.ComparisonBase;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeOfDayFieldFormat;

/// The choice of the moment that changes are counted from.
public final class ComparisonBaseController implements AutoCloseable {
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private final ChangeLogModel model;
    private final ChangeText changes;
    private final Texts texts;
    private final Map<ComparisonBase, ToggleButton> toggles = new EnumMap<>(ComparisonBase.class);
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleGroup chosen;
    @FXML
    private HBox bases;
    @FXML
    private MenuButton momentChoice;
    @FXML
    private Node shifts;
    @FXML
    private TextField firstShift;
    @FXML
    private TextField secondShift;

    public ComparisonBaseController(ChangeLogModel model, Texts texts, ChangeText changes) {
        this.model = model;
        this.changes = changes;
        this.texts = texts;
    }

    @FXML
    private void initialize() {
        Arrays.stream(ComparisonBase.values()).filter(one -> one != ComparisonBase.CHOSEN_MOMENT).forEach(this::add);
        for (var field : List.of(firstShift, secondShift))
            field.focusedProperty().subscribe((_, focused) -> {
                if (!focused) setShifts();
            });
        subscriptions = Subscription.combine(model.open(), model.changes().settingsProperty().subscribe(this::show),
                model.contentProperty().map(ChangeLogLineBuilder.Content::moments).subscribe(this::show));
    }

    private void add(ComparisonBase base) {
        var toggle = new ToggleButton(texts.format("change.base.short." + base.name()));
        toggle.setId("base" + base.name());
        toggle.setMnemonicParsing(true);
        toggle.setMinWidth(Region.USE_PREF_SIZE);
        toggle.setToggleGroup(chosen);
        LazyTooltip.setText(toggle, changes.base(base));
        toggle.setOnAction(_ -> {
            // a selected toggle that is pressed again stays selected
            toggle.setSelected(true);
            model.changes().compareWith(base);
        });
        toggles.put(base, toggle);
        bases.getChildren().add(bases.getChildren().size() - 1, toggle);
    }

    private void show(ChangeTrackingSettings now) {
        chosen.selectToggle(toggles.get(now.base()));
        boolean isMoment = now.base() == ComparisonBase.CHOSEN_MOMENT;
        momentChoice.setText(isMoment
                ? now.chosenMoment().map(changes::moment).orElse(changes.base(now.base()))
                : changes.base(ComparisonBase.CHOSEN_MOMENT));
        SceneNodeVisibility.show(shifts, now.base() == ComparisonBase.SHIFT_START);
        firstShift.setText(TimeOfDayFieldFormat.of(now.firstShift()));
        secondShift.setText(TimeOfDayFieldFormat.of(now.secondShift()));
    }

    private void show(List<Instant> kept) {
        momentChoice.getItems()
                .setAll(kept.stream()
                        .map(moment -> item(changes.moment(moment), () -> model.changes().compareWith(moment)))
                        .toList());
        if (kept.isEmpty()) {
            var none = item(texts.format("changes.moments.none"), () -> {
            });
            none.setDisable(true);
            momentChoice.getItems().setAll(none);
        }
    }

    private static MenuItem item(String text, Runnable act) {
        var item = new MenuItem(text);
        item.setMnemonicParsing(false);
        item.setOnAction(_ -> act.run());
        return item;
    }

    @FXML
    private void setShifts() {
        var first = time(firstShift);
        var second = time(secondShift);
        if (first.isPresent() && second.isPresent()) model.changes().setShifts(first.get(), second.get());
    }

    private static Optional<LocalTime> time(TextField field) {
        var time = TimeOfDayFieldFormat.parse(field.getText());
        field.pseudoClassStateChanged(UNFINISHED, time.isEmpty());
        return time;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
