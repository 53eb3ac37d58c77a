package poolscope.pool.change;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.AllocatableResources;
import poolscope.pool.ApiGeneration;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.Inventory;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.PoolFreeCardFields;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.Pools;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;

/// Differences of whole lists, and what counts as known when a reading missed something.
class PoolListDiffTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void finds_what_a_search_pool_by_pool_and_field_by_field_finds(long seed) {
        var random = new Random(seed);
        var before = new Pools(seed).some(40);
        var other = new Pools(seed + 100).some(45);
        List<Pool> after = new ArrayList<>();
        for (int i = 0; i < 45; i++)
            if (random.nextInt(5) > 0) after.add(i < 40 && random.nextBoolean() ? before.get(i) : other.get(i));
        Collections.shuffle(after, random);

        assertThat(found(before, after)).containsExactlyInAnyOrderElementsOf(bySearch(before, after));
    }

    private static List<String> found(List<Pool> before, List<Pool> after) {
        List<String> found = new ArrayList<>();
        for (var change : PoolListDiff.between(before, after))
            switch (change) {
                case PoolChange.Appeared(var pool) -> found.add("+" + pool.key());
                case PoolChange.Gone(var pool) -> found.add("-" + pool.key());
                case PoolChange.Changed(_, var pool, var fields) -> fields.forEach(
                        field -> found.add(pool.key() + " " + field.field().id() + " " + field.from() + field.to()));
            }
        return found;
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void finds_a_change_of_any_single_part_of_a_pool(long seed) throws ReflectiveOperationException {
        var before = new Pools(seed).oneOfV2("id");
        var other = new Pools(seed + 100).oneOfV2("id");
        var changed = withOnePartOf(other, before);
        assertThat(changed).hasSizeGreaterThan(30);
        for (var after : changed)
            assertThat(found(List.of(before), List.of((Pool) after))).as("%s", after)
                    .containsExactlyElementsOf(bySearch(List.of(before), List.of((Pool) after)));
    }

    /// The record with each single value replaced by that of another one in turn, also those of records in it.
    private static List<Record> withOnePartOf(Record other, Record one) throws ReflectiveOperationException {
        var components = one.getClass().getRecordComponents();
        var types = Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        var values = new Object[components.length];
        for (int i = 0; i < values.length; i++)
            values[i] = components[i].getAccessor().invoke(one);
        List<Record> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            var now = components[i].getAccessor().invoke(other);
            var parts = values[i] instanceof Record record && now.getClass() == record.getClass()
                    && !(record instanceof FieldValue) ? withOnePartOf((Record) now, record) : List.of(now);
            for (var part : parts) {
                var next = values.clone();
                next[i] = part;
                all.add(one.getClass().getDeclaredConstructor(types).newInstance(next));
            }
        }
        return all;
    }

    private static List<String> bySearch(List<Pool> before, List<Pool> after) {
        List<String> expected = new ArrayList<>();
        for (Pool old : before)
            if (after.stream().noneMatch(old::isSamePoolAs)) expected.add("-" + old.key());
        for (Pool pool : after) {
            var old = before.stream().filter(pool::isSamePoolAs).findFirst();
            if (old.isEmpty()) expected.add("+" + pool.key());
            else
                for (var field : PoolField.values()) {
                    FieldValue from = field.of(old.get());
                    FieldValue to = field.of(pool);
                    // A workspace counts by its id, whatever is known of its name.
                    boolean isSame = from.equals(to) || field.identity(old.get()).equals(field.identity(pool));
                    if (FieldChange.isCompared(field) && !isSame)
                        expected.add(pool.key() + " " + field.id() + " " + from + to);
                }
        }
        return expected;
    }

    @Test
    void one_id_in_two_connections_is_two_pools() {
        var here = new Pools(1).one("id");
        var there = here.with(new PoolOrigin("other", "Connection", "", 1, Instant.EPOCH, ""));
        assertThat(here.isSamePoolAs(there)).isFalse();
        assertThat(here.isSamePoolAs(new Pools(2).one("id"))).isTrue();
        assertThat(here.isSamePoolAs(new Pools(1).one("id 2"))).isFalse();
        assertThat(found(List.of(here), List.of(there))).containsExactlyInAnyOrder("+id", "-id");
    }

    @ParameterizedTest
    @CsvSource({"STATUS, running, abnormal, WORSE", "STATUS, abnormal, concerning, BETTER",
            "STATUS, deploying, scaling, NEUTRAL", "STATUS, deploying, running, BETTER", "ACCELERATORS, 16, 8, WORSE",
            "ACCELERATORS, 8, 16, BETTER", "FREE_ACCELERATORS, 3, 0, NEUTRAL", "ABNORMAL_NODES, 0, 1, WORSE",
            "ABNORMAL_NODES, 2, 1, BETTER", "UNAVAILABLE_NODES, 1, 2, WORSE", "AVAILABLE_NODES, 2, 1, WORSE",
            "CREATING_NODES, 0, 1, NEUTRAL", "OWNER, a, b, NEUTRAL", "ACCELERATORS, -, 8, NEUTRAL"})
    void less_capacity_is_worse_and_more_faults_are(PoolField field, String from, String to,
            ChangeBetterOrWorse meaning) {
        assertThat(new FieldChange(field, value(field, from), value(field, to)).meaning()).isEqualTo(meaning);
    }

    private static FieldValue value(PoolField field, String text) {
        if (text.equals("-")) return FieldValue.ABSENT;
        return switch (field.unit()) {
            case STATUS -> new FieldValue.State(PoolStatus.of(text));
            case TEXT -> FieldValue.text(text);
            default -> new FieldValue.Number(new BigDecimal(text));
        };
    }

    @Test
    void maintenance_that_is_announced_is_worse_and_one_that_is_over_is_better() {
        var day = new FieldValue.Time(Instant.EPOCH);
        assertThat(new FieldChange(PoolField.NEXT_MAINTENANCE, FieldValue.ABSENT, day).meaning())
                .isEqualTo(ChangeBetterOrWorse.WORSE);
        assertThat(new FieldChange(PoolField.NEXT_MAINTENANCE, day, FieldValue.ABSENT).meaning())
                .isEqualTo(ChangeBetterOrWorse.BETTER);
    }

    @Test
    void an_incomplete_list_says_of_no_pool_that_it_is_gone() {
        var before = new Pools(1).some(3);
        var read = Pools.inventory(before.subList(0, 1));

        assertThat(LastKnownPoolsMerger.after(before, read)).hasSize(1);
        assertThat(LastKnownPoolsMerger.after(before,
                read.with(new Inventory.Coverage.Incomplete(Inventory.Reason.PART_FAILED))))
                .containsExactlyInAnyOrderElementsOf(before);
    }

    @Test
    void a_list_that_was_asked_for_a_part_only_says_of_no_pool_that_it_is_gone() {
        var before = new Pools(1).some(3);
        var all = Pools.inventory(before.subList(0, 1));
        var running = new Inventory(all.pools(), all.readAt(), all.coverage(), all.reading(), "status=running");

        assertThat(LastKnownPoolsMerger.after(before, running)).containsExactlyInAnyOrderElementsOf(before);
    }

    static Stream<Arguments> factsThatWereNotRead() {
        var cause = new InventoryPartReadOutcome.Cause() {
        };
        return Stream
                .of(new InventoryPartReadOutcome.State.Failed(cause),
                        new InventoryPartReadOutcome.State.NotOffered(cause),
                        new InventoryPartReadOutcome.State.NotAsked(), new InventoryPartReadOutcome.State.ReadInPart(1))
                .flatMap(state -> Stream.of(
                        Arguments.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS, state), "8",
                                "3", "-", "-"),
                        Arguments.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.MAINTENANCE, state),
                                "-", "-", "-", "1970-01-01T00:00:00Z"),
                        Arguments.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.FLAVORS, state), "-",
                                "-", "ascend", "-")));
    }

    /// A service that does not offer a part any more has changed, its pools have not.
    @ParameterizedTest
    @MethodSource("factsThatWereNotRead")
    void facts_that_were_not_read_stay_as_they_were(InventoryPartReadOutcome missing, String allocatable, String free,
            String accelerator, String maintenance) {
        var known = v2(FieldValue.Number.of(8), FieldValue.Number.of(3), FieldValue.text("ascend"),
                new FieldValue.Time(Instant.EPOCH));
        var read = new Inventory(
                List.of(v2(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT)), Instant.EPOCH,
                new Inventory.Coverage.Complete(),
                new Inventory.Reading(1, 1, Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "",
                List.of(missing));

        var now = LastKnownPoolsMerger.after(List.of(known), read).getFirst();

        assertThat(List.of(text(PoolField.ACCELERATORS, now), text(PoolField.FREE_ACCELERATORS, now),
                text(PoolField.ACCELERATOR, now), text(PoolField.NEXT_MAINTENANCE, now)))
                .containsExactly(allocatable, free, accelerator, maintenance);
    }

    @Test
    void what_a_part_that_was_read_does_not_say_any_more_is_not_known_any_more() {
        var before = v2(FieldValue.Number.of(8), FieldValue.Number.of(3), FieldValue.text("ascend"), FieldValue.ABSENT);
        var now = v2(FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT);
        var parts = List.of(
                new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS,
                        new InventoryPartReadOutcome.State.Read()),
                new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.FLAVORS,
                        new InventoryPartReadOutcome.State.NotAsked()));

        var after = LastKnownPoolsMerger.after(List.of(before), read(now, parts)).getFirst();

        assertThat(text(PoolField.ACCELERATORS, after)).isEqualTo("-");
        assertThat(text(PoolField.FREE_ACCELERATORS, after)).isEqualTo("-");
        assertThat(text(PoolField.ACCELERATOR, after)).isEqualTo("ascend");
    }

    @Test
    void numbers_that_were_not_read_are_those_of_v2_alone() {
        var before = new Pools(7).with(FieldValue.text("spec"), FieldValue.Number.of(8));
        var now = new Pools(7).with(FieldValue.text("spec"), FieldValue.Number.of(4));
        var notRead = new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS,
                new InventoryPartReadOutcome.State.NotAsked());
        var both = new Inventory(List.of(now, Pools.inWorkspace("w", "w")), Instant.EPOCH,
                new Inventory.Coverage.Complete(),
                new Inventory.Reading(1, 2, Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "",
                List.of(notRead));

        assertThat(LastKnownPoolsMerger.after(List.of(before), both).getFirst()).isSameAs(now);
    }

    private static Inventory read(Pool pool, List<InventoryPartReadOutcome> parts) {
        return new Inventory(List.of(pool), Instant.EPOCH, new Inventory.Coverage.Complete(),
                new Inventory.Reading(1, 1, Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "", parts);
    }

    @Test
    void of_numbers_that_were_read_in_part_those_that_were_read_are_newer_and_the_others_stay() {
        var before = v2(FieldValue.Number.of(8), FieldValue.Number.of(3), FieldValue.ABSENT, FieldValue.ABSENT);
        for (var now : List.of(FieldValue.ABSENT, FieldValue.Number.of(5))) {
            var pool = v2(now, now, FieldValue.ABSENT, FieldValue.ABSENT);
            var read = new Inventory(List.of(pool), Instant.EPOCH, new Inventory.Coverage.Complete(),
                    new Inventory.Reading(1, 1, Duration.ZERO, 0, 0, Inventory.OffsetMeaning.NOT_ASKED), "",
                    List.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS,
                            new InventoryPartReadOutcome.State.ReadInPart(500))));

            assertThat(text(PoolField.FREE_ACCELERATORS, LastKnownPoolsMerger.after(List.of(before), read).getFirst()))
                    .isEqualTo(now.isKnown() ? "5" : "3");
        }
    }

    private static String text(PoolField field, Pool pool) {
        return switch (field.of(pool)) {
            case FieldValue.Number(var number) -> number.toPlainString();
            case FieldValue.Time(var instant) -> instant.toString();
            case FieldValue.Text(var text) -> text;
            default -> "-";
        };
    }

    private static Pool v2(FieldValue allocatable, FieldValue free, FieldValue accelerator, FieldValue maintenance) {
        var pool = new Pools(7).one("id");
        var absent = FieldValue.ABSENT;
        return new Pool(pool.poolNamesAndOwner(), pool.createdAt(), pool.status(), pool.poolNodeGroups(),
                new AllocatableResources(absent, absent, allocatable), pool.billing(), pool.knownUndocumentedFields(),
                new V2OnlyPoolFields(absent, absent, absent, accelerator, maintenance, V2PoolConfiguration.NOT_REPORTED,
                        new FreeResources(absent, absent, free, PoolFreeCardFields.NOT_READ,
                                FreeResources.Source.METRICS)),
                new PoolOrigin("c", "Connection", "", ApiGeneration.V2, 1, Instant.EPOCH, ""), pool.raw());
    }
}
