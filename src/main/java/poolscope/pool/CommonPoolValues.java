package poolscope.pool;

import java.util.ArrayList;
import java.util.List;

/// What several pools all say alike.
public record CommonPoolValues(PoolField field, Value value) {

    /// The fields that are said and the same in all of these pools, in the order of the catalogue. Asks until the first
    /// difference, but that may be late: not for the window's thread when there are many.
    public static List<CommonPoolValues> of(List<Pool> pools) {
        var common = new ArrayList<CommonPoolValues>();
        if (pools.isEmpty()) return common;
        for (var field : PoolField.values()) {
            var first = field.of(pools.getFirst());
            if (first.isSaid() && pools.stream().allMatch(pool -> field.of(pool).equals(first)))
                common.add(new CommonPoolValues(field, first));
        }
        return List.copyOf(common);
    }
}
