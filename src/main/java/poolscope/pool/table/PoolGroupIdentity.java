package poolscope.pool.table;

import java.util.List;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// What the pools of one group have in common; the same after every refresh.
public sealed interface PoolGroupIdentity {

    /// The same values in the fields of the grouping. What is missing, unreadable or empty is [FieldValue#ABSENT], so
    /// that pools that do not say stand together.
    ///
    /// @param values
    ///            as many as fields, in their order
    record SharedValues(List<PoolField> fields, List<FieldValue> values) implements PoolGroupIdentity {
        public SharedValues {
            fields = List.copyOf(fields);
            values = List.copyOf(values);
        }
    }

    /// The same way of paying.
    enum Payment implements PoolGroupIdentity {
        PAY_PER_USE, PREPAID
    }
}
