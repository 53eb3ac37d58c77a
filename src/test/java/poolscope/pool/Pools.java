package poolscope.pool;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/// Pools by chance, with everything that a service may leave out or get wrong.
public final class Pools {
    private static final String[] STATUSES = {"running", "running", "running", "deploying", "concerning", "abnormal",
            "scaling", ""};
    private static final String[] NAMES = {"train", "推理", "pool-9", "pool-10", "Nlp", "a", ""};

    private final Random random;

    public Pools(long seed) {
        random = new Random(seed);
    }

    public List<Pool> some(int count) {
        var pools = new ArrayList<Pool>();
        for (int i = 0; i < count; i++)
            pools.add(one("id-" + i));
        return pools;
    }

    public Pool one(String id) {
        var poolNamesAndOwner = new PoolNamesAndOwner(FieldValue.text(id),
                maybe(FieldValue.text(NAMES[random.nextInt(NAMES.length)] + random.nextInt(12))),
                maybe(FieldValue.text("")), FieldValue.text("t"), FieldValue.text("p"),
                maybe(FieldValue.text("owner" + random.nextInt(5))));
        var poolNodeGroups = random.nextInt(9) == 0
                ? PoolNodeGroups.NOT_REPORTED
                : new PoolNodeGroups(List.of(new PoolNodeGroups.Group(
                        maybe(FieldValue.text("spec" + random.nextInt(4))), number(9), number(9))));
        return new Pool(poolNamesAndOwner,
                maybe(new FieldValue.Time(Instant.ofEpochSecond(random.nextInt(2_000_000_000)))),
                PoolStatus.of(STATUSES[random.nextInt(STATUSES.length)]), poolNodeGroups,
                new AllocatableResources(number(50), number(9_000), number(3)), Billing.ON_DEMAND,
                KnownUndocumentedFields.NONE, new PoolOrigin("c", "Connection", "", 1, Instant.EPOCH, ""),
                RawJson.NONE);
    }

    /// A pool with everything that only v2 says, prepaid now and then, with nodes of up to three specifications.
    public Pool oneOfV2(String id) {
        var pool = one(id);
        var groups = new ArrayList<PoolNodeGroups.Group>();
        for (int i = random.nextInt(4); i > 0; i--)
            groups.add(new PoolNodeGroups.Group(maybe(FieldValue.text("spec" + i)), number(9), number(9),
                    maybe(FieldValue.text("np" + i)), number(2), number(2), number(2)));
        var setup = new V2PoolConfiguration(maybe(FieldValue.text("Dedicate")), maybe(FieldValue.text("parent")),
                maybe(FieldValue.text("Train, Infer")), maybe(FieldValue.text("w")), maybe(FieldValue.text("网络")),
                maybe(FieldValue.text("7.1 (Upgrading)")));
        var billing = random.nextBoolean()
                ? Billing.ON_DEMAND
                : new Billing.Prepaid(maybe(FieldValue.text("product")), maybe(FieldValue.text("order")),
                        maybe(FieldValue.text("month")), number(1));
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), new PoolNodeGroups(groups),
                pool.allocatableResources(), billing,
                new KnownUndocumentedFields(maybe(FieldValue.text("prePaid")), number(4), number(3), number(3)),
                new V2OnlyPoolFields(maybe(FieldValue.text("Running")), maybe(FieldValue.text("a \"message\"\n")),
                        maybe(FieldValue.text("yes")), maybe(FieldValue.text("ascend")), time(), setup, free()),
                new PoolOrigin("c", "Connection", "", ApiGeneration.V2, 1, Instant.EPOCH, ""), RawJson.NONE);
    }

    /// A pool of v2 in that workspace.
    ///
    /// @param shown
    ///            its name with its id
    public static Pool inWorkspace(String shown, String id) {
        var pool = new Pools(1).oneOfV2("p");
        var before = pool.v2();
        var setup = new V2PoolConfiguration(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT,
                FieldValue.text(shown), FieldValue.text(id), FieldValue.ABSENT, FieldValue.ABSENT);
        return pool.with(pool.allocatableResources(), new V2OnlyPoolFields(before.phase(), before.message(),
                before.autoRenew(), before.accelerator(), before.nextMaintenance(), setup, before.free()));
    }

    private FreeResources free() {
        if (random.nextInt(4) == 0) return FreeResources.NOT_REPORTED;
        var onNodes = random.nextBoolean()
                ? PoolFreeCardFields.NOT_READ
                : new PoolFreeCardFields(number(9),
                        new TreeMap<>(
                                Map.of(PoolFreeCardFields.Obstacle.TAINTED, BigDecimal.valueOf(random.nextInt(9)))),
                        number(8), number(4), random.nextInt(9), time());
        return new FreeResources(number(99), number(999), number(9), onNodes,
                random.nextBoolean() ? FreeResources.Source.METRICS : FreeResources.Source.NODES);
    }

    private FieldValue time() {
        return switch (random.nextInt(4)) {
            case 0 -> FieldValue.ABSENT;
            case 1 -> new FieldValue.Unreadable("{\"a\":[1]}");
            case 2 -> FieldValue.text("2026-03-01T00:00:00Z");
            default -> new FieldValue.Time(Instant.ofEpochMilli(random.nextLong(2_000_000_000_000L)));
        };
    }

    /// A pool of one node of that specification with so many cards.
    public Pool with(FieldValue specification, FieldValue cards) {
        var pool = one("id");
        var poolNodeGroups = new PoolNodeGroups(
                List.of(new PoolNodeGroups.Group(specification, FieldValue.Number.of(1), FieldValue.Number.of(1))));
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), poolNodeGroups,
                new AllocatableResources(pool.allocatableResources().cpuCores(),
                        pool.allocatableResources().memoryMiB(), cards),
                pool.billing(), pool.knownUndocumentedFields(), pool.poolOrigin(), pool.raw());
    }

    public static Inventory inventory(List<Pool> pools) {
        return new Inventory(pools, Instant.EPOCH, new Inventory.Coverage.Complete(), new Inventory.Reading(1,
                pools.size(), java.time.Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "");
    }

    private FieldValue number(int bound) {
        return switch (random.nextInt(12)) {
            case 0 -> FieldValue.ABSENT;
            case 1 -> new FieldValue.Unreadable("\"NaN\"");
            case 2 ->
                new FieldValue.Number(new BigDecimal("9007199254740993").add(BigDecimal.valueOf(random.nextInt(3))));
            default -> new FieldValue.Number(BigDecimal.valueOf(random.nextInt(bound * 100), 2));
        };
    }

    private FieldValue maybe(FieldValue fieldValue) {
        return random.nextInt(10) == 0 ? FieldValue.ABSENT : fieldValue;
    }
}
