package poolscope.cli;

import static poolscope.cli.PlainPoolJson.quoted;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import poolscope.cli.PlainPool.Amount;
import poolscope.cli.PlainPool.Driver;
import poolscope.cli.PlainPool.Maintenance;
import poolscope.cli.PlainPool.Moment;
import poolscope.cli.PlainPool.NodeCount;
import poolscope.cli.PlainPool.Scope;

/// Makes [PlainPool]s, usual and odd ones, the same for the same seed.
final class PlainPools {
    /// Flavors that the service knows, with the type of their cards.
    static final Map<String, String> CARD_TYPES = Map.of("modelarts.bm.snt9.xlarge.8", "snt9",
            "modelarts.p3.8xlarge.public", "v100");
    private static final List<String> FLAVORS = List.of("modelarts.bm.snt9.xlarge.8", "modelarts.p3.8xlarge.public",
            "modelarts.vm.cpu.8ud", "a.flavor.of.tomorrow");
    private static final List<String> STATES = List.of("available", "abnormal", "creating", "deleting");
    /// Powers of ten and of two by which a suffix multiplies.
    private static final Map<String, Integer> TENS = Map.of("", 0, "m", -3, "k", 3, "M", 6, "G", 9, "T", 12);
    private static final Map<String, Integer> TWOS = Map.of("Ki", 10, "Mi", 20, "Gi", 30, "Ti", 40);

    private final Random random;

    private PlainPools(long seed) {
        random = new Random(seed);
    }

    static List<PlainPool> of(long seed, int count) {
        var pools = new PlainPools(seed);
        return IntStream.range(0, count).mapToObj(pools::pool).toList();
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private PlainPool pool(int number) {
        var pool = new PlainPool();
        pool.id = quoted("pool-" + number + "-" + Long.toHexString(random.nextLong()));
        pool.name = pick(quoted("pool " + number), quoted("aurora"), quoted("a, \"b\"\nc"), quoted("训练资源池"),
                quoted("=1+1"), "17", "null", "", "\"\"");
        pool.description = pick("\"\"", quoted("large runs"), "{\"a\":1}", "", "null", quoted("在线推理"));
        pool.tenant = pick(quoted("tenant-" + number % 3), "", "5");
        pool.project = pick(quoted("project-" + number % 2), "", "null");
        pool.workspace = pick("\"0\"", "0", quoted("research"), "");
        pool.createdAt = createdAt();
        pool.phase = pick("\"Running\"", "\"Running\"", "\"Creating\"", "\"Abnormal\"", "\"Error\"",
                "\"CreationFailed\"", "\"ScalingFailed\"", "\"Deleting\"", "\"Waiting\"", "\"Hibernating\"", "7", "");
        pool.message = pick("\"\"", "", quoted("one node is not ready"), quoted("a\nb"));
        pool.network = pick(quoted("net-" + number % 4), "", "null");
        pool.vpc = pick(quoted("vpc-" + number % 4), "");
        billing(pool, number);
        setup(pool);
        nodes(pool, number);
        metrics(pool, number);
        pool.maintenance = IntStream.range(0, Math.max(0, random.nextInt(7) - 3)).mapToObj(_ -> event()).toList();
        return pool;
    }

    private Moment createdAt() {
        long second = 1_770_000_000L + random.nextInt(10_000_000);
        var utc = Instant.ofEpochSecond(second);
        return switch (random.nextInt(6)) {
            case 0 ->
                new Moment(quoted(utc.atOffset(ZoneOffset.ofHours(8)).toString()), OptionalLong.of(second * 1000));
            case 1 -> new Moment(Long.toString(second * 1000 + 7), OptionalLong.of(second * 1000 + 7));
            case 2 -> new Moment(pick(quoted(second + "CST"), "[]", "true"), OptionalLong.empty());
            case 3 -> new Moment(pick("", "null"), OptionalLong.empty());
            default -> new Moment(quoted(utc.toString()), OptionalLong.of(second * 1000));
        };
    }

    private void billing(PlainPool pool, int number) {
        pool.billingMode = pick("\"1\"", "1", "\"1\"", "\"0\"", "\"5\"", "");
        pool.periodType = pick("\"2\"", "3", "\"4\"", "\"9\"", "");
        pool.periodNumber = pick("\"1\"", "12", "\"x\"", "-1", "");
        pool.autoRenew = pick("\"1\"", "0", "\"2\"", "");
        pool.orderId = pick(quoted("CS" + number), "4200" + number, "");
    }

    private void setup(PlainPool pool) {
        pool.type = pick("\"Dedicate\"", "\"Dedicate\"", "\"Logical\"", "\"Other\"", "");
        if (pool.type.equals("\"Logical\"")) pool.parent = pick(quoted("pool-0-parent"), quoted("pool-1-parent"), "");
        pool.wantedScopes = List.of("\"Train\"", "\"Infer\"", "\"Notebook\"").subList(0, random.nextInt(4));
        pool.scopes = IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new Scope(pick("\"Train\"", "\"Infer\"", ""),
                        pick("\"Enabled\"", "\"Enabling\"", "\"EnableFailed\"", "")))
                .toList();
        var drivers = new ArrayList<Driver>();
        for (var kind : List.of("gpu", "npu"))
            if (random.nextBoolean())
                drivers.add(new Driver(kind, pick("\"7.1.0\"", "\"535.54.03\"", ""),
                        pick("\"Running\"", "\"Upgrading\"", "")));
        pool.drivers = drivers;
    }

    /// The first pools show, one after the other, what few would have by chance.
    private void nodes(PlainPool pool, int number) {
        int groups = number == 0 ? 0 : number < 4 ? 1 : 1 + random.nextInt(3);
        boolean namesNodePools = random.nextBoolean();
        for (int i = 0; i < groups; i++) {
            var count = number == 1 ? "\"many\"" : number == 2 ? "" : pick("1", "4", "\"12\"", "100");
            pool.wanted
                    .add(new NodeCount(quoted(FLAVORS.get((number + i / 2) % FLAVORS.size())), quoted("node-pool-" + i),
                            groups > 1 && random.nextInt(9) == 0 ? "" : count, pick("4", "\"8\"", "8", "8")));
        }
        if (number == 3) pool.wanted.set(0, new NodeCount(pool.wanted.getFirst().flavor(), "", "2", "[]"));
        if (groups == 0 || random.nextInt(8) == 0) return;
        pool.sendsBareStates = random.nextBoolean();
        for (var state : STATES)
            if (random.nextInt(4) > 0) pool.states.put(state, states(pool, namesNodePools));
        if (random.nextInt(6) == 0)
            pool.states.put("deleting", List.of(new NodeCount(quoted("gone.flavor"), quoted("gone"), "1", "")));
    }

    private List<NodeCount> states(PlainPool pool, boolean namesNodePools) {
        return pool.wanted.stream()
                .filter(_ -> random.nextInt(3) > 0)
                .map(wanted -> new NodeCount(wanted.flavor(), namesNodePools ? wanted.nodePool() : "",
                        pick("0", "1", "\"3\"", "7"), "1"))
                .toList();
    }

    private void metrics(PlainPool pool, int number) {
        if (number % 5 == 4) return;
        var cards = random.nextInt(5) == 0 ? List.of("snt9", "nvidia.com/t4") : List.of("snt9");
        var keys = new ArrayList<>(List.of("cpu", "memory"));
        if (random.nextInt(4) > 0) keys.addAll(cards);
        var capacity = new TreeMap<String, Amount>();
        var allocated = new TreeMap<String, Amount>();
        for (var key : keys) {
            if (random.nextInt(9) > 0) capacity.put(key, amount(key));
            if (random.nextInt(9) > 0) allocated.put(key, amount(key));
        }
        // One amount that is none, and so that it is clear which
        if (number % 4 == 1)
            (random.nextBoolean() ? capacity : allocated).put(keys.get(random.nextInt(keys.size())), odd());
        pool.capacity = number == 7 ? Optional.empty() : Optional.of(capacity);
        pool.allocated = number == 8 ? Optional.empty() : Optional.of(allocated);
    }

    private Amount odd() {
        return new Amount(
                pick("\"8 GB\"", "\"lots\"", "\"-1\"", "-1", "true", "null", "{\"a\":1}", "\"1e999\"", "\"\""),
                Optional.empty());
    }

    private Amount amount(String key) {
        var digits = BigDecimal.valueOf(random.nextInt(100_000), random.nextInt(3));
        if (key.equals("memory")) return amount(digits, pick("Ki", "Mi", "Gi", "Gi", "Ti", "", "k", "M", "G", "T"));
        if (random.nextInt(8) == 0)
            return new Amount(quoted(digits.toPlainString() + "e2"), Optional.of(digits.movePointRight(2)));
        return amount(digits, pick("", "m", "m", "k"));
    }

    private Amount amount(BigDecimal digits, String suffix) {
        var text = digits.toPlainString() + suffix;
        var number = TWOS.containsKey(suffix)
                ? digits.multiply(new BigDecimal(BigInteger.ONE.shiftLeft(TWOS.get(suffix))))
                : digits.scaleByPowerOfTen(TENS.get(suffix));
        return new Amount(suffix.isEmpty() && random.nextBoolean() ? text : quoted(text), Optional.of(number));
    }

    private Maintenance event() {
        var state = pick("\"inquiring\"", "\"scheduled\"", "\"executing\"", "\"completed\"", "\"failed\"",
                "\"canceled\"", "\"word of tomorrow\"", "");
        var notBefore = quoted(pick("2001", "2098", "2099") + "-0" + (1 + random.nextInt(9)) + "-03T04:05:06Z");
        var started = random.nextInt(4) == 0 ? quoted("2002-0" + (1 + random.nextInt(9)) + "-03T04:05:06Z") : "";
        return new Maintenance(state, notBefore, started);
    }
}
