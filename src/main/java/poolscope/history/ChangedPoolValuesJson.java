package poolscope.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// New values of pools as they stand in a line: pools that changed in the same fields are one group, with a list of
/// their numbers and a list of values for each field, in the same order. Pools with equal values follow each other, so
/// that the lists compress well.
final class ChangedPoolValuesJson {
    private static final String NUMBERS = "n";

    private ChangedPoolValuesJson() {}

    /// A pool with its new values.
    private record Changed(int number, Map<String, @Nullable Object> values) {
        String sortKey() {
            return values.values().toString();
        }
    }

    /// @param byNumber
    ///            new values by the pool's number and the field's name; null for one that is not there any more
    static List<Map<String, @Nullable Object>> of(Map<Integer, Map<String, @Nullable Object>> byNumber) {
        Map<String, List<Changed>> groups = new TreeMap<>();
        for (Map.Entry<Integer, Map<String, @Nullable Object>> one : byNumber.entrySet())
            groups.computeIfAbsent(one.getValue().keySet().toString(), _ -> new ArrayList<>())
                    .add(new Changed(one.getKey(), one.getValue()));
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (List<Changed> group : groups.values())
            all.add(columns(group));
        return all;
    }

    private static Map<String, @Nullable Object> columns(Collection<Changed> group) {
        var sorted = group.stream()
                .sorted(Comparator.comparing(Changed::sortKey).thenComparing(Changed::number))
                .toList();
        Map<String, @Nullable Object> columns = new LinkedHashMap<>();
        columns.put(NUMBERS, sorted.stream().map(Changed::number).toList());
        for (String field : sorted.getFirst().values().keySet()) {
            List<@Nullable Object> values = new ArrayList<>();
            for (var pool : sorted)
                values.add(pool.values().get(field));
            columns.put(field, values);
        }
        return columns;
    }

    /// Reads them back. In files of version 1 they stand by field, then by number.
    ///
    /// @throws IOException
    ///             if it is neither
    static Map<Integer, Map<String, @Nullable Object>> byNumber(@Nullable Object stored) throws IOException {
        Map<Integer, Map<String, @Nullable Object>> byNumber = new LinkedHashMap<>();
        if (stored instanceof Map<?, ?> byField) byField.forEach((field, values) -> {
            if (values instanceof Map<?, ?> ofField)
                ofField.forEach((number, value) -> put(Integer.parseInt(number.toString()), field, value, byNumber));
        });
        if (stored instanceof List<?> groups) for (var group : groups)
            if (group instanceof Map<?, ?> columns) read(columns, byNumber);
        return byNumber;
    }

    private static void read(Map<?, ?> columns, Map<Integer, Map<String, @Nullable Object>> byNumber)
            throws IOException {
        if (!(columns.get(NUMBERS) instanceof List<?> stored)) throw new IOException("pools without numbers");
        var numbers = stored.stream().map(number -> StoredPoolJson.number(number).orElseThrow()).toList();
        for (var column : columns.entrySet()) {
            if (NUMBERS.equals(column.getKey())) continue;
            if (!(column.getValue() instanceof List<?> values) || values.size() != numbers.size())
                throw new IOException("not a value for each pool");
            for (int i = 0; i < values.size(); i++)
                put(numbers.get(i), column.getKey(), values.get(i), byNumber);
        }
    }

    private static void put(int number, Object field, @Nullable Object value,
            Map<Integer, Map<String, @Nullable Object>> byNumber) {
        byNumber.computeIfAbsent(number, _ -> new HashMap<>()).put(field.toString(), value);
    }
}
