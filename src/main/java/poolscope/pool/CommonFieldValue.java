package poolscope.pool;

import java.util.ArrayList;
import java.util.List;

/// What several pools all say alike.
public record CommonFieldValue(PoolField field, FieldValue fieldValue) {

    /// Those of these fields that are said and the same in all of these pools, in the order of the fields. Asks until
    /// the first difference, but that may be late: not for the window's thread when there are many.
    public static List<CommonFieldValue> of(List<Pool> pools, List<PoolField> fields) {
        var common = new ArrayList<CommonFieldValue>();
        if (pools.isEmpty()) return common;
        for (var field : fields) {
            var first = field.of(pools.getFirst());
            if (first.isSaid() && pools.stream().allMatch(pool -> field.of(pool).equals(first)))
                common.add(new CommonFieldValue(field, first));
        }
        return List.copyOf(common);
    }
}
