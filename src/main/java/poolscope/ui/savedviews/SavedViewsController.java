package poolscope.ui.savedviews;

import java.io.File;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import poolscope.settings.SavedView;
import poolscope.settings.SharedViewFile;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.export.OpenDialog;
import poolscope.ui.export.SaveDialog;
import poolscope.ui.navigation.Navigator;
import poolscope.ui.navigation.SavedViewQuestion;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.ScreenReaderMessage;
import poolscope.ui.parts.SingleTabStop;
import poolscope.ui.parts.TextWidth;
import poolscope.ui.text.SavedViewText;
import poolscope.ui.text.Texts;

/// The views beside the filter bar: a button for each that fits, and a menu of all.
public final class SavedViewsController implements AutoCloseable {
    /// Minimum width of the filter bar, in em; buttons that would make it narrower are hidden.
    private static final double FILTER_WIDTH = 640.0 / 13;
    /// Width in em up to which the menu button shows the name of a view in full.
    private static final double NAME_WIDTH = 9;
    private static final PseudoClass CURRENT = PseudoClass.getPseudoClass("current");

    private final SavedViewsModel model;
    private final Texts texts;
    private final SavedViewText words;
    private final Navigator navigator;
    private final SavedViewsMenu menu;
    private final Dialogs dialogs;
    private Subscription subscriptions = Subscription.EMPTY;

    /// The id of the view that was last reported.
    private String reported = "";

    @FXML
    private HBox viewsBar;
    @FXML
    private HBox viewButtons;
    @FXML
    private MenuButton viewsMenu;

    /// The dialogs that ask for the file of a view.
    public record Dialogs(SaveDialog save, OpenDialog open) {}

    public SavedViewsController(SavedViewsModel model, Texts texts, Navigator navigator, Dialogs dialogs) {
        this.dialogs = dialogs;
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        words = new SavedViewText(texts);
        menu = new SavedViewsMenu(model, texts, this);
    }

    @FXML
    private void initialize() {
        SingleTabStop.install(viewButtons);
        subscriptions = Subscription.combine(menu.fill(viewsMenu.getItems(), Optional.empty()),
                model.viewsProperty().subscribe(this::list), model.currentProperty().subscribe(_ -> show()),
                model.differencesProperty().subscribe(_ -> show()));
    }

    /// Fills the menu in the menu bar with the same items, and gives them their keys.
    public void fill(Menu views, PlatformMenuShortcuts platformMenuShortcuts) {
        subscriptions = subscriptions.and(menu.fill(views.getItems(), Optional.of(platformMenuShortcuts)));
    }

    /// Shows as many buttons as fit into that toolbar.
    public void fitInto(HBox toolbar) {
        subscriptions = subscriptions.and(toolbar.widthProperty().subscribe(_ -> fit(toolbar)));
        // the height changes with the zoom
        subscriptions = subscriptions.and(toolbar.heightProperty().subscribe(_ -> fit(toolbar)));
        subscriptions = subscriptions.and(model.viewsProperty().subscribe(_ -> fit(toolbar)));
        subscriptions = subscriptions.and(model.differencesProperty().subscribe(_ -> fit(toolbar)));
        subscriptions = subscriptions.and(model.currentProperty().subscribe(_ -> fit(toolbar)));
    }

    private void list(List<SavedView> views) {
        viewButtons.getChildren().setAll(views.stream().map(this::button).toList());
        show();
    }

    private ToggleButton button(SavedView savedView) {
        var button = new ToggleButton(name(savedView));
        button.setGraphic(dot());
        button.setId("view-" + savedView.id().replace(':', '-'));
        button.setUserData(savedView);
        button.setMnemonicParsing(false);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.getStyleClass().add("view-button");
        button.setOnAction(_ -> {
            model.apply(savedView);
            show();
        });
        return button;
    }

    private void show() {
        for (var node : viewButtons.getChildren())
            if (node instanceof ToggleButton button && button.getUserData() instanceof SavedView savedView)
                show(button, savedView);
        var name = name(model.current());
        viewsMenu.setAccessibleText(texts.format("views.menu.now", words.state(name, model.isChanged())));
        if (!model.current().id().equals(reported))
            ScreenReaderMessage.report(viewsMenu, viewsMenu.getAccessibleText());
        reported = model.current().id();
        LazyTooltip.setText(viewsMenu,
                texts.format("views.menu.now", words.differences(name, model.differencesProperty().get())));
        mark();
    }

    /// Marks the menu button when the current view's button is hidden, and shows the view's name, unless it is the view
    /// of all pools.
    private void mark() {
        boolean isHidden = hidden().anyMatch(savedView -> savedView.id().equals(model.current().id()));
        boolean isNamed = isHidden && BuiltInView.of(model.current()).filter(BuiltInView.ALL::equals).isEmpty();
        if (viewsMenu.getGraphic() == null) viewsMenu.setGraphic(dot());
        viewsMenu.getGraphic().setVisible(model.isChanged() && isHidden);
        viewsMenu.setText(isNamed ? name(model.current()) : texts.format("views.menu"));
        viewsMenu.pseudoClassStateChanged(CURRENT, isNamed);
    }

    /// The views without a button in the toolbar.
    private Stream<SavedView> hidden() {
        return viewButtons.getChildren()
                .stream()
                .filter(node -> !node.isVisible())
                .map(node -> (SavedView) node.getUserData());
    }

    private String name(SavedView savedView) {
        return words.name(savedView, BuiltInView.of(savedView));
    }

    private void show(ToggleButton button, SavedView savedView) {
        boolean isCurrent = savedView.id().equals(model.current().id());
        var name = name(savedView);
        button.setSelected(isCurrent);
        button.getGraphic().setVisible(isCurrent && model.isChanged());
        button.setAccessibleText(words.state(name, isCurrent && model.isChanged()));
        LazyTooltip.setText(button,
                words.meaning(isCurrent ? words.differences(name, model.differencesProperty().get()) : name,
                        BuiltInView.of(savedView)));
    }

    private static Region dot() {
        var dot = new Region();
        dot.getStyleClass().add("changed-dot");
        return dot;
    }

    private void fit(HBox toolbar) {
        viewsBar.applyCss();
        viewsMenu.setPrefWidth(Region.USE_COMPUTED_SIZE);
        double arrow = viewsMenu.prefWidth(-1) - menuTextWidth(viewsMenu.getText());
        double title = menuTextWidth(texts.format("views.menu"));
        double left = toolbar.getWidth() - FILTER_WIDTH * viewsMenu.getFont().getSize() - toolbar.snappedLeftInset()
                - toolbar.snappedRightInset() - arrow - title - viewsBar.getSpacing();
        for (var part : toolbar.getChildren())
            if (part.isManaged() && part != viewsBar && HBox.getHgrow(part) != Priority.ALWAYS)
                left -= part.prefWidth(-1) + toolbar.getSpacing();
        for (var button : viewButtons.getChildren()) {
            left -= button.prefWidth(-1) + viewButtons.getSpacing();
            SceneNodeVisibility.show(button, left >= 0);
        }
        mark();
        viewsMenu.setPrefWidth(arrow + Math.max(title, nameWidth()));
    }

    /// The room for a name in the menu button, taken from the filter bar. Beside buttons it is as wide as the longest
    /// name of the operator's own views, so that they stay where they are when another view is used.
    private double nameWidth() {
        boolean hasButtons = viewButtons.getChildren().stream().anyMatch(Node::isVisible);
        var own = hidden().filter(savedView -> hasButtons && BuiltInView.of(savedView).isEmpty()).map(this::name);
        double needed = Stream.concat(own, Stream.of(viewsMenu.getText()))
                .mapToDouble(this::menuTextWidth)
                .max()
                .orElse(0);
        return Math.min(needed, NAME_WIDTH * viewsMenu.getFont().getSize());
    }

    private double menuTextWidth(String text) {
        return TextWidth.of(text, viewsMenu.getFont());
    }

    void save() {
        if (!model.save()) saveAs();
    }

    void saveAs() {
        navigator.showViewForm(new SavedViewQuestion.SaveAs());
    }

    void rename() {
        navigator.showViewForm(new SavedViewQuestion.Rename(model.current()));
    }

    void delete() {
        navigator.showViewForm(new SavedViewQuestion.Delete(model.current()));
    }

    void export() {
        var name = name(model.current());
        dialogs.save()
                .ask(texts.format("views.export.title"),
                        name.replaceAll("[^\\p{L}\\p{N} _-]", "_") + SharedViewFile.ENDING)
                .ifPresent(file -> model.exportTo(withEnding(file), name));
    }

    /// A name that was typed without the ending gets it, and another number when such a file exists: nobody agreed to
    /// replace that one.
    private static File withEnding(String chosen) {
        if (chosen.endsWith(SharedViewFile.ENDING)) return new File(chosen);
        return Stream.concat(Stream.of(""), IntStream.iterate(2, n -> n + 1).mapToObj(n -> " (" + n + ")"))
                .map(number -> new File(chosen + number + SharedViewFile.ENDING))
                .filter(file -> !file.exists())
                .findFirst()
                .orElseThrow();
    }

    /// Asks for a file with a view and opens it.
    public void open() {
        var kind = new OpenDialog.FileKind(texts.format("views.file"), List.of("*" + SharedViewFile.ENDING));
        dialogs.open()
                .ask(new OpenDialog.Question(texts.format("views.open.title"), List.of(kind), ""))
                .ifPresent(file -> open(new File(file)));
    }

    public void open(File file) {
        model.open(file, savedView -> navigator.showViewForm(new SavedViewQuestion.Open(savedView)));
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
    }
}
