package poolscope.ui.watch;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.util.Subscription;
import poolscope.pool.watch.WatchRule;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.TextColumn;
import poolscope.ui.parts.TextColumnWidths;
import poolscope.ui.text.Texts;
import poolscope.ui.text.WatchRulesText;

/// The list of the watch rules and their log.
public final class WatchRulesController implements AutoCloseable {
    /// Minimum width of a name and of a state that have no room, in pixels at 100 %.
    private static final double LEAST_NAME = 120;
    private static final double LEAST_STATE = 150;

    private final TextColumnWidths<WatchRulesModel.Line> widths = new TextColumnWidths<>();
    private final WatchRulesModel model;
    private final WatchRulesText words;
    private final Texts texts;
    private final Navigator navigator;
    private final Runnable close;
    private Subscription subscriptions = Subscription.EMPTY;
    private Optional<WatchRule> deleted = Optional.empty();

    @FXML
    private TableView<WatchRulesModel.Line> rules;
    @FXML
    private ListView<String> log;
    @FXML
    private Button newRule;
    @FXML
    private Button showRulePools;
    @FXML
    private Button editRule;
    @FXML
    private Button pauseRule;
    @FXML
    private Button snoozeRule;
    @FXML
    private Button deleteRule;
    @FXML
    private Hyperlink undoDelete;
    @FXML
    private Label refreshOff;
    @FXML
    private Label desktop;
    @FXML
    private Button testNotification;

    public WatchRulesController(WatchRulesModel model, WatchRulesText words, Texts texts, Navigator navigator,
            Runnable close) {
        this.model = model;
        this.words = words;
        this.texts = texts;
        this.navigator = navigator;
        this.close = close;
    }

    @FXML
    private void initialize() {
        widths.allow(add("watch.column.name", line -> words.name(line.rule())),
                new TextColumnWidths.Cut(LEAST_NAME, false));
        widths.allow(add("watch.column.state", line -> words.state(line.status(), model.nowProperty().get())),
                new TextColumnWidths.Cut(LEAST_STATE, false));
        add("watch.column.pools", line -> line.matching().map(words::number).orElse("–")).getStyleClass().add("number");
        add("watch.column.last", line -> line.lastHit().map(words::brief).orElse(""));
        rules.getSelectionModel().selectedItemProperty().subscribe(_ -> showButtons());
        rules.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) showPools();
            else if (event.getCode() == KeyCode.DELETE) delete();
        });
        rules.addEventHandler(MouseEvent.MOUSE_CLICKED, event -> {
            if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) showPools();
        });
        model.notifier().check();
        subscriptions = Subscription.combine(model.rulesProperty().subscribe(_ -> show()),
                model.stateProperty().subscribe((_, _) -> show()), model.nowProperty().subscribe((_, _) -> show()),
                rules.widthProperty().subscribe(_ -> widths.fit(rules, newRule.getFont())),
                model.notifier().availabilityProperty().subscribe(_ -> showDesktop()),
                model.notifier().lastShownProperty().subscribe((_, _) -> showDesktop()));
    }

    private TextColumn<WatchRulesModel.Line> add(String key, Function<WatchRulesModel.Line, String> cell) {
        var column = new TextColumn<>(texts.format(key), cell);
        column.setReorderable(false);
        rules.getColumns().add(column);
        return column;
    }

    /// Showing the list marks all hits as seen.
    private void show() {
        var selected = selected().map(WatchRule::id);
        var now = model.lines();
        if (!now.equals(rules.getItems())) {
            rules.getItems().setAll(now);
            now.stream()
                    .filter(line -> selected.filter(line.rule().id()::equals).isPresent())
                    .findFirst()
                    .or(() -> now.stream().findFirst())
                    .ifPresent(rules.getSelectionModel()::select);
        } else
            rules.refresh();
        widths.fit(rules, newRule.getFont());
        List<String> entries = model.stateProperty().get().log().reversed().stream().map(words::entry).toList();
        if (!entries.equals(log.getItems())) log.getItems().setAll(entries);
        SceneNodeVisibility.show(refreshOff, model.isRefreshOff());
        SceneNodeVisibility.show(undoDelete, deleted.isPresent());
        showButtons();
        model.markSeen();
    }

    private Optional<WatchRule> selected() {
        return Optional.ofNullable(rules.getSelectionModel().getSelectedItem()).map(WatchRulesModel.Line::rule);
    }

    private void showButtons() {
        var rule = selected();
        for (var button : List.of(showRulePools, editRule, pauseRule, snoozeRule, deleteRule))
            DisabledReason.set(button, rule.isEmpty() ? texts.format("watch.rule.not") : "");
        pauseRule.setText(texts.format(rule.filter(WatchRule::isPaused).isPresent() ? "watch.resume" : "watch.pause"));
        snoozeRule
                .setText(texts.format(rule.filter(model::isSnoozed).isPresent() ? "watch.snooze.end" : "watch.snooze"));
    }

    private void showDesktop() {
        var available = model.notifier().availabilityProperty().get();
        desktop.setText(available.map(one -> words.desktop(one, model.notifier().lastShownProperty().get()))
                .orElseGet(() -> texts.format("watch.desktop.checking")));
        DisabledReason.set(testNotification, available.filter(words::isAvailable).isEmpty() ? desktop.getText() : "");
    }

    @FXML
    private void test() {
        model.notifier().show(texts.format("watch.test.title"), texts.format("watch.test.body"), () -> {
        });
    }

    @FXML
    private void create() {
        navigator.showWatchForm(Optional.empty(), true);
    }

    @FXML
    private void edit() {
        selected().ifPresent(rule -> navigator.showWatchForm(Optional.of(rule), true));
    }

    @FXML
    private void pause() {
        selected().ifPresent(model::togglePause);
    }

    @FXML
    private void snooze() {
        selected().ifPresent(model::toggleSnooze);
    }

    @FXML
    private void delete() {
        deleted = selected();
        deleted.ifPresent(model::delete);
    }

    @FXML
    private void undoDelete() {
        deleted.ifPresent(rule -> {
            deleted = Optional.empty();
            model.restore(rule);
        });
    }

    @FXML
    private void showPools() {
        selected().ifPresent(rule -> {
            close.run();
            model.showPools(rule);
        });
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
