package poolscope.ui.details;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import poolscope.live.table.PoolRow;
import poolscope.pool.ApiGeneration;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.UnknownPoolField;
import poolscope.ui.commands.FieldMeaningMenu;
import poolscope.ui.nodes.PoolContentsController;
import poolscope.ui.nodes.PoolContentsModel;
import poolscope.ui.nodes.PoolContentsModel.Tab;
import poolscope.ui.parts.DeferredNode;
import poolscope.ui.parts.FirstVisibleNode;
import poolscope.ui.parts.FocusOwnerInside;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.ModifierKeys;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// All details of the selected pool: every field by group, its origin, undocumented fields, and the unchanged JSON.
public final class PoolDetailsController implements AutoCloseable {
    /// The nodes, jobs and events of a pool of v2.
    ///
    /// @param view
    ///            creates their view
    public record Contents(PoolContentsModel model, Supplier<Parent> view) {}

    /// The last changes of a pool, and their texts.
    public record Changes(SelectedPoolChangesModel model, ChangeText text) {}

    private final DetailsModel model;
    private final Contents contents;
    private final Texts texts;
    private final PoolFieldText fields;
    private final TimeText times;
    private final Map<PoolField.Group, FieldGroupSection> sections = new EnumMap<>(PoolField.Group.class);
    private final Changes changes;
    private final ChangesSection changesSection;
    private final JsonPane json;
    private final StatusIcon mark = new StatusIcon();
    private Subscription subscriptions = Subscription.EMPTY;
    private Subscription watched = Subscription.EMPTY;
    private @Nullable PoolRow shown;
    private Tab shownTab = Tab.OVERVIEW;

    @FXML
    private VBox pane;
    @FXML
    private Label hiddenByFilter;
    @FXML
    private Label noTabs;
    @FXML
    private FlowPane tabs;
    @FXML
    private StackPane tabContent;
    @FXML
    private ScrollPane scroll;
    @FXML
    private DeferredNode inside;
    @FXML
    private VBox overview;
    @FXML
    private VBox content;
    @FXML
    private Label where;
    @FXML
    private Label name;
    @FXML
    private Label status;
    @FXML
    private Label meaning;
    @FXML
    private VBox groups;
    @FXML
    private Label source;
    @FXML
    private VBox others;

    /// @param contents
    ///            nodes, jobs and events
    public PoolDetailsController(DetailsModel model, Contents contents, Changes changes, Texts texts,
            PoolFieldText fields, TimeText times) {
        this.model = model;
        this.changes = changes;
        changesSection = new ChangesSection(texts, changes.text());
        this.contents = contents;
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        json = new JsonPane(texts);
    }

    @FXML
    private void initialize() {
        for (var group : PoolField.Group.values()) {
            var fieldGroupSection = new FieldGroupSection(group, texts, fields, () -> model.estimates().getValue());
            sections.put(group, fieldGroupSection);
            groups.getChildren().add(fieldGroupSection);
        }
        groups.getChildren().add(changesSection);
        status.setGraphic(mark);
        content.getChildren().add(json);
        VBox.setVgrow(json, Priority.ALWAYS);
        makeTabs();
        var tab = contents.model().tabProperty();
        var isV2 = contents.model().poolProperty().map(Optional::isPresent);
        subscriptions = Subscription.combine(model.detailsContentProperty().subscribe(this::show),
                changes.model().contentProperty().subscribe(changesSection::show), tab.subscribe(_ -> showTab()),
                isV2.subscribe(_ -> showTab()),
                model.hiddenByFilterProperty().subscribe(now -> SceneNodeVisibility.show(hiddenByFilter, now)),
                model.estimates().subscribe((_, _) -> show(model.detailsContentProperty().get())),
                inside.createWhen(contents.model().isTableShown(), contents.view()));
    }

    private void makeTabs() {
        var group = new ToggleGroup();
        for (var tab : Tab.values()) {
            var button = new ToggleButton(texts.format("details.tab." + tab.name()));
            button.setId("tab" + tab.name());
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setToggleGroup(group);
            button.setUserData(tab);
            tabs.getChildren().add(button);
        }
        group.selectedToggleProperty().subscribe((before, now) -> {
            if (now == null) group.selectToggle(before);
            else
                contents.model().tabProperty().set((Tab) now.getUserData());
        });
        // before a tab takes the key as one to the tab beside it
        tabs.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!ModifierKeys.areUp(event)) return;
            if (event.getCode() == KeyCode.DOWN) focusContent();
            if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) event.consume();
        });
    }

    /// Moves the focus to the table, the JSON, or the first line of the open tab. A list that is yet to be read gets it
    /// where its text is.
    private void focusContent() {
        FirstVisibleNode.of(tabContent, TableView.class::isInstance)
                .or(() -> FirstVisibleNode.of(tabContent, TextArea.class::isInstance))
                .or(() -> FieldMeaningMenu.firstLine(tabContent))
                .or(() -> FirstVisibleNode.of(tabContent, node -> PoolContentsController.isMessage(node)))
                .ifPresent(Node::requestFocus);
    }

    /// Pools of v1 have no nodes, jobs and events: they are shown without tabs.
    private void showTab() {
        boolean isV2 = contents.model().poolProperty().get().isPresent();
        var tab = contents.model().tabProperty().get();
        boolean isFocused = tabs.getChildren().stream().anyMatch(Node::isFocused);
        boolean isContentLeft = tab != shownTab && FocusOwnerInside.of(tabContent);
        shownTab = tab;
        for (var button : tabs.getChildren())
            if (button instanceof ToggleButton toggle) {
                toggle.setSelected(toggle.getUserData() == tab);
                if (isFocused && toggle.isSelected()) toggle.requestFocus();
            }
        SceneNodeVisibility.show(tabs, isV2);
        showWhyNoTabs();
        SceneNodeVisibility.show(scroll, !contents.model().isTableShown().getValue());
        SceneNodeVisibility.show(overview, !isV2 || tab == Tab.OVERVIEW);
        SceneNodeVisibility.show(json, !isV2 || tab == Tab.JSON);
        // alone in its tab, the JSON is as high as the tab
        scroll.setFitToHeight(isV2 && tab == Tab.JSON);
        // once the list of the tab is shown
        if (isContentLeft && isV2) Platform.runLater(this::focusContent);
    }

    private void showWhyNoTabs() {
        var pool = Optional.ofNullable(shown).map(PoolRow::pool);
        boolean isV1 = pool.filter(one -> one.poolOrigin().api() == ApiGeneration.V1).isPresent();
        boolean hasTabs = contents.model().poolProperty().get().isPresent();
        noTabs.setText(texts.format(isV1 ? "details.noTabs.v1" : "details.noTabs.earlier"));
        SceneNodeVisibility.show(noTabs, !hasTabs && pool.filter(Pool::hasId).isPresent());
    }

    private void show(DetailsContent detailsContent) {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        SceneNodeVisibility.show(pane, detailsContent instanceof DetailsContent.OnePool);
        if (!(detailsContent instanceof DetailsContent.OnePool(var row))) return;
        if (row != shown) scroll.setVvalue(0);
        shown = row;
        watched = row.poolProperty().subscribe(this::show);
    }

    private void show(Pool pool) {
        var poolOrigin = pool.poolOrigin();
        var place = poolOrigin.region().isEmpty()
                ? poolOrigin.connection()
                : texts.format("details.where", poolOrigin.connection(), poolOrigin.region());
        where.setText(texts.format("details.whereAndOwner", place,
                fields.cell(PoolField.OWNER, pool.poolNamesAndOwner().owner())));
        name.setText(fields.cell(PoolField.NAME, pool.poolNamesAndOwner().name()));
        LazyTooltip.setText(name, name.getText());
        status.setText(fields.status(pool.status()));
        mark.show(pool.status());
        meaning.setText(fields.statusMeaning(pool.status()));
        sections.values().forEach(fieldGroupSection -> fieldGroupSection.show(pool, model.flavors(pool)));
        source.setText(poolOrigin.page() == 0
                ? texts.format("details.source.earlier", times.moment(poolOrigin.readAt()))
                : texts.format("details.source", poolOrigin.page(), times.clock(poolOrigin.readAt()),
                        poolOrigin.requestId().isEmpty() ? PoolFieldText.UNKNOWN : poolOrigin.requestId()));
        show(pool.poolOrigin().api() == ApiGeneration.V1 ? UnknownPoolField.of(pool.raw()) : List.of());
        json.show(pool.raw().text(), pool.raw().indented());
        showWhyNoTabs();
    }

    private void show(List<UnknownPoolField> fieldsBeyond) {
        others.getChildren().clear();
        others.setManaged(!fieldsBeyond.isEmpty());
        if (fieldsBeyond.isEmpty()) return;
        var title = new Label(texts.format("details.other"));
        title.getStyleClass().add("section-title");
        others.getChildren().add(title);
        for (var one : fieldsBeyond)
            others.getChildren()
                    .add(new DetailTextLine(
                            new DetailTextLine.Content(fields.asSent(one.name()),
                                    texts.format("details.other.meaning")),
                            new DetailTextLine.Content(fields.asSent(one.json()), fields.asSent(one.json()))));
    }

    @Override
    public void close() {
        watched.unsubscribe();
        subscriptions.unsubscribe();
    }
}
