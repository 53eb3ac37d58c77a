package poolscope.ui.details;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import poolscope.live.PoolRow;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.ui.pools.PoolsModel;
import poolscope.ui.pools.StatusMark;
import poolscope.ui.text.FieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TimeText;

/// The pool that is selected, whole: every field of the catalogue by group, where it came from, and the JSON as it came.
public final class DetailsController implements AutoCloseable {
    private final PoolsModel model;
    private final Texts texts;
    private final FieldText fields;
    private final TimeText times;
    private final Map<PoolField.Group, Section> sections = new EnumMap<>(PoolField.Group.class);
    private Subscription subscriptions = Subscription.EMPTY;
    private Subscription watched = Subscription.EMPTY;

    @FXML
    private VBox nothing;
    @FXML
    private VBox content;
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
    private TextArea json;

    public DetailsController(PoolsModel model, Texts texts, FieldText fields, TimeText times) {
        this.model = model;
        this.texts = texts;
        this.fields = fields;
        this.times = times;
    }

    @FXML
    private void initialize() {
        for (var group : PoolField.Group.values()) {
            var section = new Section(group, texts, fields);
            sections.put(group, section);
            groups.getChildren().add(section);
        }
        subscriptions = model.currentProperty().subscribe(this::watch);
    }

    private void watch(Optional<PoolRow> row) {
        watched.unsubscribe();
        watched = row.map(r -> r.poolProperty().subscribe(this::show)).orElse(Subscription.EMPTY);
        content.setVisible(row.isPresent());
        nothing.setVisible(row.isEmpty());
    }

    private void show(Pool pool) {
        name.setText(fields.cell(PoolField.NAME, pool.identity().name()));
        name.setTooltip(new Tooltip(name.getText()));
        status.setText(fields.status(pool.status()));
        status.setGraphic(StatusMark.of(pool.status()));
        meaning.setText(fields.statusMeaning(pool.status()));
        sections.values().forEach(section -> section.show(pool));
        source.setText(texts.say("details.source", pool.origin().page(), times.clock(pool.origin().readAt()),
                pool.origin().requestId().isEmpty() ? FieldText.UNKNOWN : pool.origin().requestId()));
        var raw = pool.raw().indented();
        if (!raw.equals(json.getText())) json.setText(raw);
    }

    @Override
    public void close() {
        watched.unsubscribe();
        subscriptions.unsubscribe();
    }
}
