package poolscope.ui.views;

import poolscope.ui.parts.Parts;
import poolscope.ui.parts.Tip;
import java.io.File;
import java.util.List;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.stage.FileChooser;
import javafx.util.Subscription;
import poolscope.settings.SharedView;
import poolscope.settings.View;
import poolscope.ui.commands.Keys;
import poolscope.ui.text.Texts;
import poolscope.ui.text.ViewText;

/// The views beside the filter bar: a button each as far as there is room, and the menu of all.
public final class ViewsController implements AutoCloseable {
    /// Width that the filter bar keeps, in em; buttons give way to it.
    private static final double FILTER_WIDTH = 640.0 / 13;

    private final ViewsModel model;
    private final Texts texts;
    private final ViewText words;
    private final ViewForms forms;
    private final ViewMenu menu;
    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private HBox viewsBar;
    @FXML
    private HBox viewButtons;
    @FXML
    private MenuButton viewsMenu;

    public ViewsController(ViewsModel model, Texts texts, ViewForms forms) {
        this.model = model;
        this.texts = texts;
        this.forms = forms;
        words = new ViewText(texts);
        menu = new ViewMenu(model, texts, this);
    }

    @FXML
    private void initialize() {
        subscriptions = Subscription.combine(menu.fill(viewsMenu.getItems(), Optional.empty()),
                model.viewsProperty().subscribe(this::list), model.currentProperty().subscribe(_ -> show()),
                model.changedProperty().subscribe(_ -> show()));
    }

    /// Fills that menu of the menu bar with the same, and gives its items the keys.
    public void fill(Menu views, Keys keys) {
        subscriptions = subscriptions.and(menu.fill(views.getItems(), Optional.of(keys)));
    }

    /// Shows as many buttons as there is room for in that toolbar.
    public void within(HBox toolbar) {
        subscriptions = subscriptions.and(toolbar.widthProperty().subscribe(_ -> fit(toolbar)));
        // The height changes with the zoom.
        subscriptions = subscriptions.and(toolbar.heightProperty().subscribe(_ -> fit(toolbar)));
        subscriptions = subscriptions.and(model.viewsProperty().subscribe(_ -> fit(toolbar)));
        subscriptions = subscriptions.and(model.changedProperty().subscribe(_ -> fit(toolbar)));
    }

    private void list(List<View> views) {
        viewButtons.getChildren().setAll(views.stream().map(this::button).toList());
        show();
    }

    private ToggleButton button(View view) {
        var button = new ToggleButton(words.name(view, BuiltIn.of(view)));
        button.setId("view-" + view.id().replace(':', '-'));
        button.setUserData(view);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("view-button");
        button.setOnAction(_ -> {
            model.apply(view);
            show();
        });
        return button;
    }

    private void show() {
        for (var node : viewButtons.getChildren())
            if (node instanceof ToggleButton button && button.getUserData() instanceof View view) show(button, view);
        var name = words.name(model.current(), BuiltIn.of(model.current()));
        viewsMenu.setAccessibleText(texts.say("views.menu.now", words.state(name, model.isChanged())));
        Tip.setText(viewsMenu, viewsMenu.getAccessibleText());
        mark();
    }

    /// Puts the dot on the menu when the button that should have it is not seen.
    private void mark() {
        boolean isSeen = viewButtons.getChildren().stream().anyMatch(
                node -> node.isVisible() && node instanceof ToggleButton button && button.isSelected());
        viewsMenu.setGraphic(model.isChanged() && !isSeen ? dot() : null);
    }

    private void show(ToggleButton button, View view) {
        boolean isCurrent = view.id().equals(model.current().id());
        var state = words.state(words.name(view, BuiltIn.of(view)), isCurrent && model.isChanged());
        button.setSelected(isCurrent);
        button.setGraphic(isCurrent && model.isChanged() ? dot() : null);
        button.setAccessibleText(state);
        Tip.setText(button, state);
    }

    private static Region dot() {
        var dot = new Region();
        dot.getStyleClass().add("changed-dot");
        return dot;
    }

    private void fit(HBox toolbar) {
        viewsBar.applyCss();
        double left = toolbar.getWidth() - FILTER_WIDTH * viewsMenu.getFont().getSize() - toolbar.snappedLeftInset()
                - toolbar.snappedRightInset()
                - viewsMenu.prefWidth(-1) - viewsBar.getSpacing();
        for (var part : toolbar.getChildren())
            if (part.isManaged() && part != viewsBar && HBox.getHgrow(part) != Priority.ALWAYS)
                left -= part.prefWidth(-1) + toolbar.getSpacing();
        for (var button : viewButtons.getChildren()) {
            left -= button.prefWidth(-1) + viewButtons.getSpacing();
            Parts.show(button, left >= 0);
        }
        mark();
    }

    void save() {
        if (!model.save()) saveAs();
    }

    void saveAs() {
        forms.ask(new ViewQuestion.SaveAs());
    }

    void rename() {
        forms.ask(new ViewQuestion.Rename(model.current()));
    }

    void delete() {
        forms.ask(new ViewQuestion.Delete(model.current()));
    }

    void export() {
        var name = words.name(model.current(), BuiltIn.of(model.current()));
        var chooser = chooser("views.export.title");
        chooser.setInitialFileName(name.replaceAll("[^\\p{L}\\p{N} _-]", "_") + SharedView.ENDING);
        File file = chooser.showSaveDialog(viewsBar.getScene().getWindow());
        if (file != null) model.exportTo(file, name);
    }

    /// Asks for a file of a view and opens it.
    public void open() {
        File file = chooser("views.open.title").showOpenDialog(viewsBar.getScene().getWindow());
        if (file != null) open(file);
    }

    public void open(File file) {
        model.open(file, view -> forms.ask(new ViewQuestion.Open(view)));
    }

    private FileChooser chooser(String title) {
        var chooser = new FileChooser();
        chooser.setTitle(texts.say(title));
        chooser.getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(texts.say("views.file"), "*" + SharedView.ENDING));
        return chooser;
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
