package poolscope.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import poolscope.cli.PlainPool.Amount;
import poolscope.cli.PlainPool.NodeCount;

/// The cells of an export for a [PlainPool], computed with nothing of the program.
///
/// What is not sent is an empty cell; what can't be understood stands there as the JSON that was sent.
record ExpectedCells(PlainPool pool) {
    /// Each column of an export, in order.
    static final List<String> COLUMNS = List.of("cluster_name", "status", "connection", "region", "available_count",
            "count", "allocatable_cpu_cores", "allocatable_memory", "allocatable_gpus", "free_cpu_cores", "free_memory",
            "free_gpus", "largest_free_block", "whole_free_nodes", "accelerator", "specification", "created_at",
            "owner", "unavailable_count", "abnormal_count", "creating_count", "deleting_count", "max_node_count",
            "period_type", "period_num", "order_id", "product_id", "charging_mode", "auto_renew", "next_maintenance",
            "phase", "message", "pool_type", "parent", "scope", "workspace", "network", "driver", "description",
            "cluster_id", "tenant", "project", "api", "realtime_count", "batch_count");
    /// What v2 does not say in its lists.
    static final List<String> NEVER = List.of("region", "largest_free_block", "whole_free_nodes", "owner", "product_id",
            "realtime_count", "batch_count");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'")
            .withZone(ZoneOffset.UTC);
    private static final BigDecimal MEBI = BigDecimal.valueOf(1 << 20);
    private static final Map<String, String> STATUS = Map.of("Running", "running", "Creating", "deploying", "Abnormal",
            "abnormal", "Error", "abnormal", "CreationFailed", "abnormal", "ScalingFailed", "abnormal");

    Map<String, String> of(String connection) {
        var cells = new HashMap<String, String>();
        NEVER.forEach(column -> cells.put(column, ""));
        cells.put("connection", connection);
        cells.put("api", "v2");
        identity(cells);
        billing(cells);
        setup(cells);
        nodes(cells);
        amounts(cells);
        cells.put("next_maintenance", maintenance());
        return cells;
    }

    /// The text of a JSON text, and of anything else its JSON.
    private static String shown(String json) {
        if (json.equals("null")) return "";
        return json.startsWith("\"")
                ? json.substring(1, json.length() - 1).replace("\\n", "\n").replace("\\\"", "\"").replace("\\\\", "\\")
                : json;
    }

    private void identity(Map<String, String> cells) {
        cells.put("cluster_id", shown(pool.id));
        cells.put("cluster_name", shown(pool.name));
        cells.put("description", shown(pool.description));
        cells.put("tenant", shown(pool.tenant));
        cells.put("project", shown(pool.project));
        cells.put("workspace", shown(pool.workspace));
        cells.put("phase", shown(pool.phase));
        cells.put("status", STATUS.getOrDefault(shown(pool.phase), shown(pool.phase)));
        cells.put("message", shown(pool.message));
        var sent = pool.createdAt.json().equals("null") ? "" : pool.createdAt.json();
        cells.put("created_at",
                pool.createdAt.millis().isPresent()
                        ? TIME.format(Instant.ofEpochMilli(pool.createdAt.millis().getAsLong()))
                        : sent);
    }

    private void billing(Map<String, String> cells) {
        var mode = shown(pool.billingMode);
        cells.put("charging_mode", Map.of("0", "postpaid", "1", "prepaid").getOrDefault(mode, mode));
        boolean isPrepaid = mode.equals("1");
        var type = shown(pool.periodType);
        var renewal = shown(pool.autoRenew);
        cells.put("period_type",
                isPrepaid ? Map.of("2", "month", "3", "year", "4", "hour").getOrDefault(type, type) : "");
        cells.put("period_num", isPrepaid ? count(pool.periodNumber) : "");
        cells.put("order_id", isPrepaid ? shown(pool.orderId) : "");
        cells.put("auto_renew", isPrepaid ? Map.of("1", "yes", "0", "no").getOrDefault(renewal, renewal) : "");
    }

    private void setup(Map<String, String> cells) {
        cells.put("pool_type", shown(pool.type));
        cells.put("parent", shown(pool.parent));
        cells.put("network", shown(pool.network).isEmpty() ? shown(pool.vpc) : shown(pool.network));
        var enabled = pool.scopes.stream()
                .filter(scope -> !scope.type().isEmpty())
                .map(scope -> with(shown(scope.type()), shown(scope.state()), "Enabled"))
                .toList();
        cells.put("scope", String.join(", ",
                enabled.isEmpty() ? pool.wantedScopes.stream().map(ExpectedCells::shown).toList() : enabled));
        cells.put("driver",
                pool.drivers.stream()
                        .map(driver -> with(shown(driver.version()), shown(driver.state()), "Running"))
                        .filter(driver -> !driver.isEmpty())
                        .collect(Collectors.joining(", ")));
    }

    /// With the state behind it unless that is the usual one.
    private static String with(String what, String state, String usual) {
        return state.isEmpty() || state.equals(usual) ? what : (what + " (" + state + ")").strip();
    }

    private void nodes(Map<String, String> cells) {
        var flavors = Stream.concat(pool.wanted.stream(), pool.states.values().stream().flatMap(List::stream))
                .map(nodes -> shown(nodes.flavor()))
                .distinct()
                .toList();
        cells.put("specification", String.join(" + ", flavors));
        var count = flavors.isEmpty() ? "" : total(pool.wanted, NodeCount::count, flavors.size() == 1);
        var available = inState("available", flavors);
        cells.put("count", count);
        cells.put("available_count", available);
        for (var state : List.of("abnormal", "creating", "deleting"))
            cells.put(state + "_count", inState(state, flavors));
        boolean areKnown = !available.isEmpty() && count.matches("[0-9]+");
        cells.put("unavailable_count",
                areKnown ? new BigDecimal(count).subtract(new BigDecimal(available)).toPlainString() : "");
        cells.put("max_node_count", pool.wanted.isEmpty() ? "" : total(pool.wanted, NodeCount::maxCount, true));
    }

    private String inState(String state, List<String> flavors) {
        if (pool.states.isEmpty() || flavors.isEmpty()) return "";
        return total(pool.states.getOrDefault(state, List.of()), NodeCount::count, flavors.size() == 1);
    }

    /// With the first that is no number, nothing is known of the whole.
    ///
    /// @param isShown
    ///            whether that one stands for the whole as it was sent
    private static String total(List<NodeCount> nodes, Function<NodeCount, String> number, boolean isShown) {
        var sum = 0;
        for (var one : nodes) {
            var count = count(number.apply(one));
            if (!count.matches("[0-9]+")) return isShown ? count : "";
            sum += Integer.parseInt(count);
        }
        return Integer.toString(sum);
    }

    /// A number of things may be sent as text; what is none stays JSON.
    private static String count(String json) {
        return shown(json).matches("[0-9]+") ? shown(json) : json;
    }

    private void amounts(Map<String, String> cells) {
        var capacity = pool.capacity.orElse(Map.of());
        var allocated = pool.allocated.orElse(Map.of());
        var cards = new TreeSet<>(capacity.keySet());
        cards.removeAll(List.of("cpu", "memory"));
        cells.put("allocatable_cpu_cores", cell(capacity.get("cpu"), BigDecimal.ONE));
        cells.put("allocatable_memory", cell(capacity.get("memory"), MEBI));
        cells.put("allocatable_gpus", sum(cards.stream().map(capacity::get).toList()));
        cells.put("free_cpu_cores", plain(free("cpu", capacity, allocated), BigDecimal.ONE));
        cells.put("free_memory", plain(free("memory", capacity, allocated), MEBI));
        var free = cards.stream().map(card -> free(card, capacity, allocated)).toList();
        boolean isFreeKnown = !free.isEmpty() && free.stream().allMatch(Optional::isPresent);
        cells.put("free_gpus",
                isFreeKnown
                        ? plain(free.stream().flatMap(Optional::stream).reduce(BigDecimal::add), BigDecimal.ONE)
                        : "");
        if (cards.isEmpty()) for (var flavor : cells.get("specification").split(" \\+ "))
            if (PlainPools.CARD_TYPES.containsKey(flavor)) cards.add(PlainPools.CARD_TYPES.get(flavor));
        cells.put("accelerator", String.join(", ", cards));
    }

    private static String sum(List<Amount> amounts) {
        var odd = amounts.stream().filter(amount -> amount.number().isEmpty()).findFirst();
        if (odd.isPresent()) return cell(odd.get(), BigDecimal.ONE);
        return plain(amounts.stream().flatMap(amount -> amount.number().stream()).reduce(BigDecimal::add),
                BigDecimal.ONE);
    }

    private static Optional<BigDecimal> free(String key, Map<String, Amount> capacity, Map<String, Amount> allocated) {
        if (!capacity.containsKey(key) || !allocated.containsKey(key)) return Optional.empty();
        var all = capacity.get(key).number();
        var taken = allocated.get(key).number();
        return all.isPresent() && taken.isPresent()
                ? Optional.of(all.get().subtract(taken.get()).max(BigDecimal.ZERO))
                : Optional.empty();
    }

    private static String cell(@Nullable Amount amount, BigDecimal unit) {
        if (amount == null || List.of("null", "\"\"").contains(amount.json())) return "";
        return amount.number().isPresent() ? plain(amount.number(), unit) : amount.json();
    }

    private static String plain(Optional<BigDecimal> number, BigDecimal unit) {
        return number.map(n -> n.divide(unit).stripTrailingZeros().toPlainString()).orElse("");
    }

    /// The first that is neither over nor was to begin before now without having begun.
    private String maintenance() {
        return pool.maintenance.stream()
                .filter(event -> !List.of("completed", "failed", "canceled").contains(shown(event.state())))
                .filter(event -> !event.startTime().isEmpty() || shown(event.notBefore()).startsWith("209"))
                .map(event -> shown(event.startTime().isEmpty() ? event.notBefore() : event.startTime()))
                .min(Comparator.naturalOrder())
                .map(time -> TIME.format(Instant.parse(Objects.requireNonNull(time))))
                .orElse("");
    }
}
