package poolscope.ui.details;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.pool.ExtraField;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The pool that is selected, whole: every field of the catalogue by group, where it came from, what else the service
/// sent, and the JSON as it came.
public final class PoolDetailsController implements AutoCloseable {
    private final DetailsModel model;
    private final Texts texts;
    private final FieldText fields;
    private final TimeText times;
    private final Map<PoolField.Group, DetailsSection> sections = new EnumMap<>(PoolField.Group.class);
    private final JsonPane json;
    private final StatusIcon mark = new StatusIcon();
    private Subscription subscriptions = Subscription.EMPTY;
    private Subscription watched = Subscription.EMPTY;

    @FXML
    private ScrollPane pane;
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

    public PoolDetailsController(DetailsModel model, Texts texts, FieldText fields, TimeText times) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        json = new JsonPane(texts);
    }

    @FXML
    private void initialize() {
        for (var group : PoolField.Group.values()) {
            var detailsSection = new DetailsSection(group, texts, fields);
            sections.put(group, detailsSection);
            groups.getChildren().add(detailsSection);
        }
        status.setGraphic(mark);
        content.getChildren().add(json);
        subscriptions = model.detailsContentProperty().subscribe(this::show);
    }

    private void show(DetailsContent detailsContent) {
        watched.unsubscribe();
        watched = Subscription.EMPTY;
        pane.setVisible(detailsContent instanceof DetailsContent.One);
        if (detailsContent instanceof DetailsContent.One(var row)) watched = row.poolProperty().subscribe(this::show);
    }

    private void show(Pool pool) {
        var origin = pool.origin();
        where.setText(origin.region().isEmpty()
                ? origin.connection()
                : texts.format("details.where", origin.connection(), origin.region()));
        name.setText(fields.cell(PoolField.NAME, pool.poolIdentity().name()));
        LazyTooltip.setText(name, name.getText());
        status.setText(fields.status(pool.status()));
        mark.show(pool.status());
        meaning.setText(fields.statusMeaning(pool.status()));
        sections.values().forEach(detailsSection -> detailsSection.show(pool));
        source.setText(texts.format("details.source", origin.page(), times.clock(origin.readAt()),
                origin.requestId().isEmpty() ? FieldText.UNKNOWN : origin.requestId()));
        show(ExtraField.of(pool.raw()));
        json.show(pool.raw().text(), pool.raw().indented());
    }

    private void show(List<ExtraField> fieldsBeyond) {
        others.getChildren().clear();
        others.setManaged(!fieldsBeyond.isEmpty());
        if (fieldsBeyond.isEmpty()) return;
        var title = new Label(texts.format("details.other"));
        title.getStyleClass().add("section-title");
        others.getChildren().add(title);
        for (var one : fieldsBeyond)
            others.getChildren()
                    .add(new DetailLine(
                            new DetailLine.Said(fields.asSent(one.name()), texts.format("details.other.meaning")),
                            new DetailLine.Said(fields.asSent(one.json()), fields.asSent(one.json()))));
    }

    @Override
    public void close() {
        watched.unsubscribe();
        subscriptions.unsubscribe();
    }
}
