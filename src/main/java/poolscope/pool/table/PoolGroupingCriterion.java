package poolscope.pool.table;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// By what the pools shown are put together.
public enum PoolGroupingCriterion {
    /// One list, no groups.
    NONE("none"),
    STATUS("status", PoolField.STATUS),
    SPECIFICATION("specification", PoolField.SPECIFICATION),
    CONNECTION("connection", PoolField.CONNECTION),
    OWNER("owner", PoolField.OWNER),
    ACCELERATOR("accelerator", PoolField.ACCELERATOR),
    SCOPE("scope", PoolField.SCOPE),
    WORKSPACE("workspace", PoolField.WORKSPACE),
    API("api", PoolField.API),
    /// By how pools are paid for.
    BILLING("billing"),
    /// Equal pools folded to one line, as `sinfo` does.
    SPECIFICATION_AND_STATUS("specification_and_status", PoolField.SPECIFICATION, PoolField.STATUS);

    private final String id;
    private final List<PoolField> fields;

    PoolGroupingCriterion(String id, PoolField... fields) {
        this.id = id;
        this.fields = List.of(fields);
    }

    /// What settings and views call it.
    public String id() {
        return id;
    }

    /// The fields whose values pools of one group have in common; of [#NONE] and [#BILLING], none.
    public List<PoolField> fields() {
        return fields;
    }

    /// The group that a pool belongs to.
    public PoolGroupIdentity of(Pool pool) {
        return switch (this) {
            case NONE, STATUS, SPECIFICATION, CONNECTION, OWNER, ACCELERATOR, SCOPE, WORKSPACE, API,
                    SPECIFICATION_AND_STATUS ->
                new PoolGroupIdentity.SharedValues(fields, fields.stream().map(field -> said(field.of(pool))).toList());
            case BILLING -> switch (pool.billing()) {
                case Billing.OnDemand _ -> PoolGroupIdentity.Payment.PAY_PER_USE;
                case Billing.Prepaid _ -> PoolGroupIdentity.Payment.PREPAID;
            };
        };
    }

    private static FieldValue said(FieldValue fieldValue) {
        return fieldValue.isSaid() ? fieldValue : FieldValue.ABSENT;
    }

    /// The grouping of that id.
    public static Optional<PoolGroupingCriterion> ofId(String id) {
        return Arrays.stream(values()).filter(poolGroupingCriterion -> poolGroupingCriterion.id.equals(id)).findFirst();
    }

    /// The next one, the first after the last: what one key goes through.
    public PoolGroupingCriterion next() {
        return values()[(ordinal() + 1) % values().length];
    }
}
