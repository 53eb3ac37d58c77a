package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.connection.ServiceAndProject;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.AllConnectionsStatus.Completeness;
import poolscope.live.RefreshState;
import poolscope.pool.Inventory;
import poolscope.pool.Inventory.Coverage;
import poolscope.pool.Inventory.OffsetMeaning;
import poolscope.pool.Inventory.Reason;
import poolscope.pool.InventoryPartReadOutcome;
import poolscope.pool.Pools;

/// What is told of a connection in each state with each kind of list: how it stands, the line over the table, what
/// stands beside sums, the card.
class IncompleteConnectionsTextTest {
    private static final Instant READ = Instant.parse("2026-03-01T12:00:00Z");
    private static final Instant NOW = READ.plus(Duration.ofMinutes(5));
    private static final Failure REFUSED = new Failure.NotAllowed(Failure.NotAllowed.Cause.PERMISSION,
            new FailureDetails(new FailureDetails.RequestLine("GET", "h", "/v1/p/clusters"), 403, "", "", "", "",
                    Optional.empty(), READ, 1));

    private final Texts texts = Texts.of(Locale.ENGLISH);
    private final TimeText times = new TimeText(texts, ZoneOffset.UTC);
    private final ConnectionStateText states = new ConnectionStateText(texts, times, new FailureText(texts));
    private final TotalsAndChartsText sums = new TotalsAndChartsText(texts, new PoolFieldText(texts, ZoneOffset.UTC));

    @ParameterizedTest(name = "{0}, list {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            # state            | list       | completeness | over the table                                                                        | beside sums                 | card
            idle               | none       | READING  | -                                                                                     | still being read            | not read yet
            idle               | whole      | WHOLE    | -                                                                                     | -                           | not read yet
            reading            | none       | READING  | -                                                                                     | still being read            | reading…
            reading            | so far     | READING  | -                                                                                     | still being read            | reading…
            reading            | whole      | WHOLE    | -                                                                                     | -                           | reading…
            reading            | part       | PART     | prod: the list may be incomplete, because a page could not be read: 0 of 9 pools read.                   | not all pools were read     | reading… · incomplete data from 5 min ago
            loaded             | whole      | WHOLE    | -                                                                                     | -                           | fresh, 5 min ago
            loaded             | part       | PART     | prod: the list may be incomplete, because a page could not be read: 0 of 9 pools read.                   | not all pools were read     | incomplete, 5 min ago
            failed             | none       | MISSING  | prod: no permission to list pools.                                                    | no pools were read          | no permission
            failed             | whole      | OLD      | prod: no permission to list pools. Showing data of 12:00:00.                          | not all data is up to date  | no permission · data from 5 min ago
            failed             | part       | PART     | prod: no permission to list pools. Shown is what came before: 0 of 9 pools read.        | not all pools were read     | no permission · incomplete data from 5 min ago
            failed, reading    | none       | MISSING  | prod: no permission to list pools.                                                    | no pools were read          | no permission · reading…
            failed, reading    | so far     | PART     | prod: no permission to list pools. Shown is what came before: 0 of 9 pools read.        | not all pools were read     | no permission · incomplete data from 5 min ago · reading…
            failed, reading    | whole      | OLD      | prod: no permission to list pools. Showing data of 12:00:00.                          | not all data is up to date  | no permission · data from 5 min ago · reading…
            failed, reading    | part       | PART     | prod: no permission to list pools. Shown is what came before: 0 of 9 pools read.        | not all pools were read     | no permission · incomplete data from 5 min ago · reading…
            broken             | none       | MISSING  | prod: reading ended in an error of this program, once since 12:00:00.                                                         | no pools were read          | error in this program, once since 12:00:00
            broken             | whole      | OLD      | prod: reading ended in an error of this program, once since 12:00:00. Showing data of 12:00:00.                               | not all data is up to date  | error in this program, once since 12:00:00 · data from 5 min ago
            broken, reading    | whole      | OLD      | prod: reading ended in an error of this program, once since 12:00:00. Showing data of 12:00:00.                               | not all data is up to date  | error in this program, once since 12:00:00 · data from 5 min ago · reading…
            broken often       | whole      | OLD      | prod: reading ended in an error of this program, 3 times since 12:00:00. Showing data of 12:00:00. | not all data is up to date  | error in this program, 3 times since 12:00:00 · data from 5 min ago
            gave up            | whole      | OLD      | prod: the last read could not be confirmed complete, because no more pools came for a long time: 0 of 9 pools read. Showing data of 12:00:00. | not all data is up to date | last read incomplete · data from 5 min ago
            gave up, reading   | whole      | OLD      | prod: the last read could not be confirmed complete, because no more pools came for a long time: 0 of 9 pools read. Showing data of 12:00:00. | not all data is up to date | last read incomplete · data from 5 min ago · reading…
            stopped            | none       | MISSING  | prod: reading was stopped.                                                            | no pools were read          | stopped
            stopped            | whole      | OLD      | prod: reading was stopped. Showing data of 12:00:00.                                  | not all data is up to date  | stopped · data from 5 min ago
            stopped            | stopped    | PART     | prod: the list may be incomplete, because reading was stopped: 0 of 9 pools read.                        | not all pools were read     | stopped · incomplete data from 5 min ago
            idle               | before     | OLD      | prod: data of 2026-03-01 12:00, read before the program started; not read again yet. | not all data is up to date  | not read yet · data from 5 min ago
            reading            | before     | OLD      | prod: data of 2026-03-01 12:00, read before the program started; not read again yet. | not all data is up to date  | reading… · data from 5 min ago
            reading            | part before | PART    | prod: data of 2026-03-01 12:00, read before the program started; not read again yet. | not all pools were read     | reading… · incomplete data from 5 min ago
            failed             | before     | OLD      | prod: no permission to list pools. Showing data of 2026-03-01 12:00.               | not all data is up to date  | no permission · data from 5 min ago
            failed, reading    | part before | PART    | prod: no permission to list pools. Showing data of 2026-03-01 12:00.               | not all pools were read     | no permission · incomplete data from 5 min ago · reading…
            stopped            | before     | OLD      | prod: reading was stopped. Showing data of 2026-03-01 12:00.                       | not all data is up to date  | stopped · data from 5 min ago
            stopped            | part before | PART    | prod: data of 2026-03-01 12:00, read before the program started; not read again yet. | not all pools were read   | stopped · incomplete data from 5 min ago
            stopped, reading   | whole      | WHOLE    | -                                                                                     | -                           | reading…
            """)
    void each_state_with_each_list_is_told_for_what_it_is(String state, String list, Completeness completeness,
            String over, String beside, String card) {
        var sourceStatus = line("prod", state, list);
        var allConnectionsStatus = new AllConnectionsStatus(List.of(sourceStatus));
        assertThat(sourceStatus.completeness()).isEqualTo(completeness);
        assertThat(states.shortfalls().of(sourceStatus)).isEqualTo(over == null ? "" : over);
        assertThat(allConnectionsStatus.shortfalls()).hasSize(over == null ? 0 : 1);
        assertThat(sums.coverageNote(allConnectionsStatus)).isEqualTo(beside == null ? "" : beside);
        assertThat(states.brief(sourceStatus, NOW)).isEqualTo(card);
        assertThat(allConnectionsStatus.answered()).isEqualTo(list.equals("none") ? 0 : 1);
    }

    /// The service gives no total of a list that it did not give.
    @Test
    void of_a_connection_one_of_whose_lists_is_missing_no_total_is_told() {
        var sourceStatus = line("prod", "loaded", "a list missing");
        assertThat(states.lacking(sourceStatus)).isEqualTo("no pools read, there may be more");
        assertThat(states.shortfalls().of(line("prod", "failed", "a list missing"))).isEqualTo(
                "prod: no permission to list pools. Shown is what came before: no pools read, " + "there may be more.");
    }

    @Test
    void parts_that_the_service_does_not_offer_or_that_were_read_in_part_are_named() {
        var notOffered = new InventoryPartReadOutcome.State.NotOffered(REFUSED);
        var loaded = line("prod", "loaded", "whole");
        var inventory = new Inventory(List.of(), READ, new Coverage.Complete(), reading(), "",
                List.of(new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.V1_POOLS, notOffered),
                        new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.METRICS, notOffered),
                        new InventoryPartReadOutcome(InventoryPartReadOutcome.Kind.MAINTENANCE,
                                new InventoryPartReadOutcome.State.ReadInPart(2000))));
        var sourceStatus = new AllConnectionsStatus.SourceStatus(loaded.serviceAndProject(), loaded.state(),
                loaded.outcome(), Optional.of(inventory), Optional.empty(), Optional.empty(), Optional.empty());
        assertThat(states.shortfalls().of(sourceStatus))
                .isEqualTo("prod: Not offered by this service: free CPU, memory and cards. "
                        + "Read only in part: planned maintenance (2,000 entries); the service has more.");
        assertThat(new AllConnectionsStatus(List.of(sourceStatus)).shortfalls()).containsExactly(sourceStatus);
    }

    @Test
    void the_connections_that_are_counted_are_those_whose_pools_are() {
        var allConnectionsStatus = new AllConnectionsStatus(
                List.of(line("a", "loaded", "whole"), line("b", "loaded", "part"), line("c", "failed", "whole"),
                        line("d", "failed", "none"), line("e", "stopped", "none")));
        assertThat(allConnectionsStatus.answered()).isEqualTo(3);
        assertThat(allConnectionsStatus.shortfalls())
                .extracting(sourceStatus -> sourceStatus.serviceAndProject().name())
                .containsExactly("b", "c", "d", "e");
        assertThat(sums.coverageNote(allConnectionsStatus))
                .isEqualTo("from 3 of 5 connections · not all pools were read · not all data is up to date");
    }

    @Test
    void connections_that_fail_alike_share_one_sentence() {
        var names = List.of("a", "b", "c", "d");
        var failed = names.stream().map(name -> line(name, "failed", "none")).toList();
        var part = line("e", "loaded", "part");
        assertThat(states.shortfalls().of(failed.subList(0, 3))).isEqualTo("a, b, c: no permission to list pools.");
        assertThat(states.shortfalls().of(List.of(failed.get(0), failed.get(1), part, failed.get(2), failed.get(3))))
                .isEqualTo("4 connections: no permission to list pools. · e: the list may be incomplete, "
                        + "because a page could not be read: 0 of 9 pools read.");
        assertThat(states.shortfalls().of(List.of())).isEmpty();
    }

    @Test
    void pools_of_another_connection_are_counted_once_and_told() {
        var some = repeated(2, 3);
        assertThat(states.repeated(some)).isEqualTo("3 of 5 also in “prod”; counted once.");
        assertThat(new AllConnectionsStatus(List.of(some)).pools()).isEqualTo(2);
        var all = repeated(0, 3);
        assertThat(states.repeated(all)).isEqualTo("Same pools as “prod”; counted once.");
        assertThat(new AllConnectionsStatus(List.of(all)).pools()).isZero();
        assertThat(states.repeated(line("a", "loaded", "whole"))).isEmpty();
    }

    @Test
    void more_available_nodes_than_nodes_are_no_share() {
        assertThat(sums.percent(3, 2)).isEmpty();
        assertThat(sums.percent(-1, 2)).isEmpty();
        assertThat(sums.percent(2, 2)).startsWith("100");
    }

    private AllConnectionsStatus.SourceStatus repeated(int pools, int repeated) {
        var sourceStatus = line("again", "loaded", "whole");
        var inventory = new Inventory(new Pools(1).some(pools + repeated), READ, new Coverage.Complete(), reading(),
                "");
        return new AllConnectionsStatus.SourceStatus(sourceStatus.serviceAndProject(), sourceStatus.state(),
                sourceStatus.outcome(), Optional.of(inventory),
                Optional.of(new AllConnectionsStatus.Repeated(repeated, "prod")), Optional.empty(), Optional.empty());
    }

    private static AllConnectionsStatus.SourceStatus line(String name, String state, String list) {
        var serviceAndProject = new ServiceAndProject(name, name, Optional.empty(), URI.create("https://h.example"),
                "p");
        var outcome = Stream.of(state.split(", ")).map(IncompleteConnectionsTextTest::state).toList();
        boolean isAgain = outcome.size() > 1 && outcome.getFirst().hasFailed();
        return new AllConnectionsStatus.SourceStatus(serviceAndProject, outcome.getLast(),
                isAgain ? outcome.getFirst() : outcome.getLast(), inventory(list), Optional.empty(), Optional.empty(),
                Optional.empty());
    }

    private static RefreshState state(String word) {
        return switch (word) {
            case "idle" -> RefreshState.IDLE;
            case "reading" -> new RefreshState.Loading(NOW, Optional.empty());
            case "loaded" -> new RefreshState.Loaded(READ);
            case "failed" -> new RefreshState.Failed(REFUSED, READ, 1);
            case "broken" -> new RefreshState.Broken(READ, READ, 1);
            case "broken often" -> new RefreshState.Broken(READ, READ, 3);
            case "gave up" -> new RefreshState.GaveUp(READ, Reason.GAVE_UP, 0, reading());
            case "stopped" -> new RefreshState.Cancelled(READ);
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Optional<Inventory> inventory(String word) {
        return switch (word) {
            case "none" -> Optional.empty();
            case "whole" -> list(new Coverage.Complete());
            case "before" -> Optional.of(Inventory.earlier(List.of(), READ, true, ""));
            case "part before" -> Optional.of(Inventory.earlier(List.of(), READ, false, ""));
            case "so far" -> list(new Coverage.SoFar());
            case "part" -> list(new Coverage.Incomplete(Reason.FAILED));
            case "stopped" -> list(new Coverage.Incomplete(Reason.CANCELLED));
            case "a list missing" -> list(new Coverage.Incomplete(Reason.PART_FAILED));
            default -> throw new IllegalArgumentException(word);
        };
    }

    private static Optional<Inventory> list(Coverage coverage) {
        return Optional.of(new Inventory(List.of(), READ, coverage, reading(), ""));
    }

    private static Inventory.Reading reading() {
        return new Inventory.Reading(1, 9, Duration.ZERO, 0, 0, OffsetMeaning.NOT_ASKED);
    }
}
