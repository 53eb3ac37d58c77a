package poolscope.ui.details;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.ReportedNodeFlavor;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.DisabledReason;
import poolscope.ui.parts.LazyTooltip;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;

/// One group of fields in the details, a line for each; unknown values are a dash. Undocumented fields that the service
/// did not send are left out.
final class FieldGroupSection extends VBox {
    /// Fields that have no line: name and status are the title, and a sentence says which period was bought.
    private static final Set<PoolField> SAID_ELSEWHERE = EnumSet.of(PoolField.NAME, PoolField.STATUS, PoolField.BOUGHT);
    private final PoolField.Group group;
    private final Texts texts;
    private final PoolFieldText fields;
    private final Map<PoolField, Line> lines = new EnumMap<>(PoolField.class);
    private final Label note = new Label();
    private final VBox parts = new VBox();
    private final AvailableNodesBar bar;
    private final Label flavor = new Label();
    private final BooleanSupplier estimates;

    /// @param estimates
    ///            whether estimated fields are shown
    FieldGroupSection(PoolField.Group group, Texts texts, PoolFieldText fields, BooleanSupplier estimates) {
        this.estimates = estimates;
        this.group = group;
        this.texts = texts;
        this.fields = fields;
        getStyleClass().add("section");
        var title = new Label(fields.group(group));
        title.getStyleClass().add("section-title");
        note.getStyleClass().add("note");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        flavor.setId("detail-flavor");
        flavor.getStyleClass().add("note");
        flavor.setWrapText(true);
        LazyTooltip.setText(flavor, texts.format("details.flavor.meaning"));
        bar = new AvailableNodesBar(fields);
        parts.getStyleClass().add("specifications");
        getChildren().addAll(title, note, bar, parts);
        for (var field : PoolField.values()) {
            if (field.group() != group || SAID_ELSEWHERE.contains(field)) continue;
            var line = new Line(field);
            lines.put(field, line);
            getChildren().add(line);
            if (field == PoolField.SPECIFICATION) getChildren().add(flavor);
        }
    }

    /// @param flavors
    ///            what one node of each specification has, as the service says
    void show(Pool pool, Map<String, ReportedNodeFlavor> flavors) {
        lines.forEach((field, line) -> line.show(pool, flavors));
        boolean onDemand = group == PoolField.Group.BILLING && pool.billing() instanceof Billing.OnDemand;
        var source = pool.v2().free().source();
        boolean hasSource = group == PoolField.Group.FREE && source != FreeResources.Source.NONE;
        var noted = group == PoolField.Group.BILLING
                ? billing(pool.billing())
                : hasSource ? sourceOfFree(pool.v2().free()) : "";
        put(note, !noted.isEmpty(), noted);
        parts.getChildren().clear();
        if (group == PoolField.Group.NODES && pool.poolNodeGroups().groups().size() > 1)
            pool.poolNodeGroups().groups().forEach(part -> parts.getChildren().add(part(part, flavors)));
        SceneNodeVisibility.show(bar,
                bar.show(group == PoolField.Group.NODES ? pool.poolNodeGroups().portion() : FieldValue.ABSENT));
        var decoded = group == PoolField.Group.NODES
                ? fields.specifications().flavor(pool.poolNodeGroups().specification(), flavors)
                : "";
        put(flavor, !decoded.isEmpty(), decoded);
        SceneNodeVisibility.show(parts, !parts.getChildren().isEmpty());
        SceneNodeVisibility.show(this, onDemand || lines.values().stream().anyMatch(Region::isVisible));
    }

    private String billing(Billing billing) {
        return switch (billing) {
            case Billing.OnDemand _ -> texts.format("details.onDemand");
            case Billing.Prepaid prepaid -> {
                var paidAhead = fields.periods().paidAhead(prepaid);
                yield paidAhead.isEmpty() ? "" : texts.format("details.prepaid", paidAhead);
            }
        };
    }

    private String sourceOfFree(FreeResources free) {
        return (texts.format("details.free." + free.source().name()) + "\n" + fields.usableCards().of(free)).strip();
    }

    private VBox part(PoolNodeGroups.Group group, Map<String, ReportedNodeFlavor> flavors) {
        var part = new VBox(wrapped(line(group.specification(), group.available(), group.count())));
        var decoded = fields.specifications().flavor(group.specification(), flavors);
        if (!decoded.isEmpty()) {
            var flavor = wrapped(decoded);
            flavor.getStyleClass().add("note");
            LazyTooltip.setText(flavor, texts.format("details.flavor.meaning"));
            part.getChildren().add(flavor);
        }
        return part;
    }

    private static Label wrapped(String text) {
        var label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        return label;
    }

    private String line(FieldValue specification, FieldValue available, FieldValue count) {
        return texts.format("details.nodes.part", fields.cell(PoolField.SPECIFICATION, specification),
                fields.cell(PoolField.AVAILABLE_NODES, available), fields.cell(PoolField.NODE_COUNT, count));
    }

    private static void put(Label label, boolean shown, String text) {
        label.setText(text);
        SceneNodeVisibility.show(label, shown);
    }

    /// One field: name, value, and for ids a copy button.
    private final class Line extends NameAndValueLine {
        private final PoolField field;

        Line(PoolField field) {
            var copy = new Button();
            super(field.unit() == PoolField.Unit.ID, field.unit() == PoolField.Unit.ID ? copy : new Region());
            this.field = field;
            setField(field);
            name().setText(fields.name(field));
            LazyTooltip.setText(name(), fields.meaning(field));
            value().setId("detail-" + field.id());
            if (field.unit() == PoolField.Unit.ID) setUp(copy);
        }

        private void setUp(Button copy) {
            copy.getStyleClass().addAll("icon-button", "copy");
            var icon = new Region();
            icon.getStyleClass().add("icon");
            copy.setGraphic(icon);
            copy.setAccessibleText(texts.format("action.copy", fields.name(field)));
            LazyTooltip.setText(copy, copy.getAccessibleText());
            copy.setOnAction(_ -> ClipboardText.put(copy, LazyTooltip.getText(value())));
            value().textProperty()
                    .subscribe(now -> DisabledReason.set(copy,
                            now.equals(PoolFieldText.UNKNOWN) ? texts.format("details.copy.not") : ""));
        }

        void show(Pool pool, Map<String, ReportedNodeFlavor> flavors) {
            var now = field.of(pool);
            var free = pool.v2().free();
            var unit = fields.unit(field);
            value().setText(
                    unit.isEmpty() || !now.isKnown() ? fields.cell(field, now) : fields.cell(field, now) + " " + unit);
            LazyTooltip.setText(value(), field == PoolField.SPECIFICATION
                    ? fields.specifications().whole(pool.poolNodeGroups(), flavors)
                    : fields.whole(field, now, group == PoolField.Group.FREE ? free : FreeResources.NOT_REPORTED));
            boolean expected = group != PoolField.Group.SERVICES && field != PoolField.MAX_NODES
                    && field != PoolField.CHARGING_MODE && !field.isOnlyInV2() && group != PoolField.Group.BILLING;
            if (field.isEstimated()) {
                showEstimate(pool);
                return;
            }
            boolean isYetToRead = field.isFromNodes()
                    && free.accelerators().asNumber().filter(cards -> cards.signum() > 0).isPresent();
            SceneNodeVisibility.show(this, expected || isYetToRead || !(now instanceof FieldValue.Absent));
        }

        private void showEstimate(Pool pool) {
            value().setText(fields.estimatedEnd(pool));
            LazyTooltip.setText(value(), fields.wholeEstimatedEnd(pool));
            SceneNodeVisibility.show(this, estimates.getAsBoolean() && pool.billing() instanceof Billing.Prepaid);
        }
    }
}
