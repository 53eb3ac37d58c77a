package poolscope.ui.changes;

import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.live.changes.SnapshotToCompareWith;
import poolscope.settings.ChangeComparisonBase;
import poolscope.settings.ChangeTrackingSettings;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.SnapshotText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeOfDayFieldFormat;

/// The choice of the moment that changes are counted from.
public final class ComparisonBaseChoiceController implements AutoCloseable {
    private static final PseudoClass UNFINISHED = PseudoClass.getPseudoClass("unfinished");

    private final ChangeLogModel model;
    private final ChangeText changes;
    private final Texts texts;
    private final Snapshots snapshots;
    private final Map<ChangeComparisonBase, ToggleButton> toggles = new EnumMap<>(ChangeComparisonBase.class);
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private ToggleGroup chosen;
    @FXML
    private FlowPane bases;
    @FXML
    private MenuButton momentChoice;
    @FXML
    private Label fileNote;
    @FXML
    private Label fileProblem;
    @FXML
    private Node shifts;
    @FXML
    private TextField firstShift;
    @FXML
    private TextField secondShift;

    /// A file as the base.
    ///
    /// @param choose
    ///            asks for a file and compares with it
    public record Snapshots(SnapshotToCompareWithModel model, SnapshotText text, Runnable choose) {}

    public ComparisonBaseChoiceController(ChangeLogModel model, Texts texts, ChangeText changes, Snapshots snapshots) {
        this.model = model;
        this.changes = changes;
        this.texts = texts;
        this.snapshots = snapshots;
    }

    @FXML
    private void initialize() {
        Arrays.stream(ChangeComparisonBase.values())
                .filter(one -> one != ChangeComparisonBase.CHOSEN_MOMENT)
                .forEach(this::add);
        for (var field : List.of(firstShift, secondShift))
            field.focusedProperty().subscribe((_, focused) -> {
                if (!focused) setShifts();
            });
        subscriptions = Subscription.combine(model.open(),
                model.changes().settingsProperty().subscribe(_ -> showBase()),
                model.changes().snapshotProperty().subscribe(_ -> showBase()),
                model.changes().changesProperty().subscribe(_ -> showNote()),
                snapshots.model().outcomeProperty().subscribe(this::showProblem),
                model.contentProperty().map(ChangeLogLineBuilder.Content::moments).subscribe(this::showMoments));
    }

    private void add(ChangeComparisonBase base) {
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
        bases.getChildren().add(bases.getChildren().indexOf(momentChoice), toggle);
    }

    private void showBase() {
        var now = model.changes().settingsProperty().get();
        var file = model.changes().snapshotProperty().get();
        chosen.selectToggle(file.isPresent() ? null : toggles.get(now.base()));
        momentChoice.setText(file.map(changes::fileAndMoment).orElseGet(() -> chosenMoment(now)));
        SceneNodeVisibility.show(shifts, file.isEmpty() && now.base() == ChangeComparisonBase.SHIFT_START);
        firstShift.setText(TimeOfDayFieldFormat.of(now.firstShift()));
        secondShift.setText(TimeOfDayFieldFormat.of(now.secondShift()));
        showMoments(model.contentProperty().get().moments());
    }

    private String chosenMoment(ChangeTrackingSettings now) {
        return Optional.of(now)
                .filter(settings -> settings.base() == ChangeComparisonBase.CHOSEN_MOMENT)
                .flatMap(ChangeTrackingSettings::chosenMoment)
                .map(changes::moment)
                .orElseGet(() -> texts.format("changes.moments"));
    }

    private void showNote() {
        var note = model.changes().changes().base().snapshot().map(snapshots.text()::comparedWith).orElse("");
        fileNote.setText(note);
        SceneNodeVisibility.show(fileNote, !note.isEmpty());
    }

    private void showProblem(Optional<SnapshotToCompareWithModel.Outcome> outcome) {
        fileProblem.setText(outcome.map(now -> switch (now) {
            case SnapshotToCompareWithModel.Outcome.Reading(var file) -> snapshots.text().reading(file);
            case SnapshotToCompareWithModel.Outcome.NotOpened(var file, var reason, var words) ->
                snapshots.text().notOpened(file, reason, words);
            case SnapshotToCompareWithModel.Outcome.NothingInCommon(var file, var connections) ->
                snapshots.text().nothingInCommon(file, connections);
        }).orElse(""));
        SceneNodeVisibility.show(fileProblem, outcome.isPresent());
    }

    /// A file, the moments of the one that is compared with, and those of the history.
    private void showMoments(List<Instant> kept) {
        var file = item(texts.format("changes.moments.file"), snapshots.choose());
        file.setId("chooseSnapshotFile");
        List<MenuItem> items = new ArrayList<>(List.of(file));
        model.changes()
                .snapshotProperty()
                .get()
                .filter(now -> now.file().moments().size() > 1)
                .ifPresent(now -> items.addAll(ofFile(now)));
        items.add(heading("changes.moments.recorded"));
        kept.forEach(moment -> items.add(item(changes.moment(moment), () -> model.changes().compareWith(moment))));
        if (kept.isEmpty()) {
            var none = item(texts.format("changes.moments.none"), () -> {
            });
            none.setDisable(true);
            items.add(none);
        }
        momentChoice.getItems().setAll(items);
    }

    private List<MenuItem> ofFile(SnapshotToCompareWith file) {
        List<MenuItem> items = new ArrayList<>(List.of(heading("changes.moments.ofFile")));
        ChangeLogLineBuilder.offered(file.file().moments().reversed(), model.now())
                .forEach(moment -> items
                        .add(item(changes.moment(moment), () -> model.changes().compareWith(file.at(moment)))));
        return items;
    }

    private MenuItem heading(String key) {
        var heading = item(texts.format(key), () -> {
        });
        heading.setDisable(true);
        return heading;
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
