package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.pool.BuiltInNodeFlavor;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.ReportedNodeFlavor;

/// Formats specifications of nodes, and what a node of one has.
public final class NodeSpecificationText {
    private final Texts texts;
    private final PoolFieldText fields;

    NodeSpecificationText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// A specification in full, and what a node of it has.
    ///
    /// @param known
    ///            what the service says of each specification
    public String whole(FieldValue specification, Map<String, ReportedNodeFlavor> known) {
        return (fields.whole(PoolField.SPECIFICATION, specification) + "\n" + flavor(specification, known)).strip();
    }

    /// The same for a pool: a line for each specification when it has nodes of several.
    public String whole(PoolNodeGroups poolNodeGroups, Map<String, ReportedNodeFlavor> known) {
        return poolNodeGroups.groups().size() < 2
                ? whole(poolNodeGroups.specification(), known)
                : poolNodeGroups.groups()
                        .stream()
                        .map(group -> whole(group.specification(), known))
                        .collect(Collectors.joining("\n"));
    }

    /// The resources of a node of that specification, and whether the service says so or the built-in table; empty when
    /// neither does.
    ///
    /// @param known
    ///            what the service says of each specification
    public String flavor(FieldValue specification, Map<String, ReportedNodeFlavor> known) {
        return Optional.ofNullable(known.get(specification.asText("")))
                .flatMap(this::flavor)
                .orElseGet(() -> flavor(specification));
    }

    private Optional<String> flavor(ReportedNodeFlavor flavor) {
        if (!(flavor.cpuCores() instanceof FieldValue.Number(BigDecimal cores))
                || !(flavor.memoryMiB() instanceof FieldValue.Number(BigDecimal mebibytes)))
            return Optional.empty();
        var memory = fields.amounts().number(PoolField.MEMORY, mebibytes);
        return Optional.of(flavor.cards() instanceof FieldValue.Number(BigDecimal cards) && cards.signum() > 0
                ? texts.format("flavor.cards", fields.amounts().number(PoolField.FREE_ACCELERATORS, cores), memory,
                        fields.amounts().number(PoolField.FREE_ACCELERATORS, cards),
                        fields.cell(PoolField.ACCELERATOR, flavor.cardType()), texts.format("flavor.service"))
                : texts.format("flavor.plain", fields.amounts().number(PoolField.FREE_ACCELERATORS, cores), memory,
                        texts.format("flavor.service")));
    }

    /// The resources of a node of that specification by the built-in table, in brackets because they don't come from
    /// the service; empty when unknown.
    private String flavor(FieldValue specification) {
        return BuiltInNodeFlavor.of(specification)
                .map(one -> one.accelerators() == 0
                        ? texts.format("flavor.plain", one.vCpus(), one.memoryGiB(), texts.format("flavor.table"))
                        : texts.format("flavor.cards", one.vCpus(), one.memoryGiB(), one.accelerators(),
                                one.accelerator(), texts.format("flavor.table")))
                .map(text -> texts.format("flavor.notReported", text))
                .orElse("");
    }
}
