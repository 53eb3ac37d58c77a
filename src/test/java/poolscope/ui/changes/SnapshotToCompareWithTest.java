package poolscope.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.history.HistoryFolder;
import poolscope.history.HistoryListIdentity;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.live.changes.LastKnownPoolsByConnection;
import poolscope.live.changes.SnapshotComparisonCoverage;
import poolscope.live.changes.SnapshotComparisonCoverage.Reason;
import poolscope.live.changes.SnapshotToCompareWith;
import poolscope.pool.change.PoolChange;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

/// Marks and change log against a file of a colleague, who reads the same projects with connections of other ids.
class SnapshotToCompareWithTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);
    private static final SentPool CHARLIE = SentPool.of("charlie", 24);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private ChangeLogModel model;
    private Subscription opened = Subscription.EMPTY;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("one", ALFA, BRAVO);
        model = fixture.changeLog();
        opened = model.open();
        fixture.run();
    }

    @AfterEach
    void close() {
        opened.unsubscribe();
        fixture.close();
    }

    @Test
    void what_is_different_from_the_file_is_marked_and_in_the_log_though_nobody_watched_in_between() throws Exception {
        read(ALFA, BRAVO);
        compareWith(snapshot());
        var then = fixture.clock.instant();
        assertThat(fixture.changes.changes().base().actual()).as("not read since").isEmpty();
        fixture.clock.advance(Duration.ofHours(3));
        read(ALFA.withStatus("abnormal"), CHARLIE);
        assertThat(marks()).containsExactlyInAnyOrder("~alfa", "-bravo", "+charlie");
        assertThat(fixture.changes.changes().gone()).hasSize(1);
        assertThat(fixture.changes.changes().isWatched()).isFalse();
        assertThat(lines()).containsExactlyInAnyOrder("alfa STATUS", "-bravo", "+charlie",
                "unwatched " + then + " " + fixture.clock.instant());
        assertThat(coverage().compared()).singleElement().satisfies(one -> {
            assertThat(one.connection()).isEqualTo("one");
            assertThat(one.inFile()).isEqualTo("their one");
            assertThat(one.readAt()).isEqualTo(then);
        });
    }

    @Test
    void the_log_has_the_steps_that_were_recorded_here_after_the_file_and_not_those_before_it() throws Exception {
        read(ALFA.withStatus("abnormal"), BRAVO);
        minuteLater(ALFA, BRAVO);
        var file = snapshot();
        minuteLater(ALFA, BRAVO.withStatus("abnormal"));
        minuteLater(ALFA, BRAVO);
        compareWith(file);
        assertThat(marks()).isEmpty();
        assertThat(fixture.changes.changes().isWatched()).as("recorded all the time").isTrue();
        model.stepByStepProperty().set(true);
        fixture.run();
        assertThat(lines()).containsExactly("bravo STATUS", "bravo STATUS");
    }

    @Test
    void later_refreshes_go_on_from_what_was_found() throws Exception {
        read(ALFA, BRAVO);
        var file = snapshot();
        minuteLater(ALFA.withStatus("abnormal"), BRAVO);
        compareWith(file);
        assertThat(marks()).containsExactly("~alfa");
        minuteLater(ALFA.withStatus("abnormal"), BRAVO.withStatus("abnormal"));
        assertThat(marks()).containsExactlyInAnyOrder("~alfa", "~bravo");
        minuteLater(ALFA, BRAVO.withStatus("abnormal"));
        assertThat(marks()).containsExactly("~bravo");
    }

    @Test
    void a_connection_that_is_not_in_the_file_has_no_marks_and_is_named() throws Exception {
        read(ALFA, BRAVO);
        var file = snapshot();
        var other = fixture.connect("two", SentPool.of("zulu", 1));
        minuteLater(ALFA, BRAVO);
        compareWith(file);
        other.has(SentPool.of("zulu", 1).withStatus("abnormal"));
        minuteLater(ALFA.withStatus("abnormal"), BRAVO);
        assertThat(marks()).containsExactly("~alfa");
        assertThat(coverage().notCompared())
                .containsExactly(new SnapshotComparisonCoverage.NotCompared("two", "two", Reason.NOT_IN_FILE));
    }

    @Test
    void a_file_that_was_asked_for_other_pools_says_of_none_that_it_is_new_or_gone() throws Exception {
        read(ALFA, BRAVO);
        var file = write("narrowed.jsonl.gz", known("only workspace w", true));
        minuteLater(ALFA, CHARLIE);
        compareWith(file);
        assertThat(marks()).isEmpty();
        assertThat(coverage().notCompared())
                .containsExactly(new SnapshotComparisonCoverage.NotCompared("one", "one", Reason.ASKED_DIFFERENTLY));
        assertThat(fixture.changes.changes().base().actual()).isEmpty();
    }

    @Test
    void of_a_list_that_was_never_read_whole_no_pool_is_new() throws Exception {
        read(ALFA, BRAVO);
        var file = write("part.jsonl.gz", known("", false));
        minuteLater(ALFA.withStatus("abnormal"), CHARLIE);
        compareWith(file);
        assertThat(marks()).containsExactlyInAnyOrder("~alfa", "-bravo");
    }

    @Test
    void a_history_file_has_its_own_steps_and_any_of_its_moments_can_be_the_base() throws Exception {
        var history = folder.resolve("theirs");
        try (var kept = HistoryFolder.in(history, FileSystemOperations.ofDisk(), Clock.systemUTC(), _ -> {
        })) {
            read(ALFA, BRAVO);
            kept.add(theirs("", true).getFirst());
            minuteLater(ALFA.withStatus("abnormal"), BRAVO);
            kept.add(theirs("", true).getFirst());
            minuteLater(ALFA.withStatus("abnormal"), BRAVO, CHARLIE);
            kept.add(theirs("", true).getFirst());
        }
        Path segment;
        try (var files = Files.walk(history)) {
            segment = files.filter(path -> path.toString().endsWith(SnapshotFile.ENDING)).findFirst().orElseThrow();
        }
        minuteLater(ALFA, BRAVO, CHARLIE);
        var file = SnapshotToCompareWith.of(SnapshotFile.read(segment, FileSystemOperations.ofDisk()));
        compareWith(file);
        assertThat(marks()).containsExactly("~alfa");
        compareWith(file.at(file.file().moments().getFirst()));
        assertThat(marks()).containsExactly("+charlie");
        model.stepByStepProperty().set(true);
        fixture.run();
        assertThat(lines()).containsExactly("alfa STATUS", "+charlie", "alfa STATUS");
    }

    @Test
    void nothing_can_be_acknowledged_and_what_was_acknowledged_before_is_marked() throws Exception {
        read(ALFA, BRAVO);
        var file = snapshot();
        minuteLater(ALFA.withStatus("abnormal"), BRAVO);
        fixture.changes.compareWith(ChangeComparisonBase.PREVIOUS_REFRESH);
        fixture.run();
        fixture.changes.acknowledgeAll();
        fixture.run();
        assertThat(marks()).isEmpty();
        compareWith(file);
        var lastLook = fixture.settings.settings().changes().lastLook();
        assertThat(fixture.changes.changes().canBeAcknowledged()).isFalse();
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.changes.acknowledgeAll();
        fixture.changes.acknowledgeSelected();
        fixture.run();
        assertThat(marks()).containsExactly("~alfa");
        assertThat(fixture.settings.settings().changes().lastLook()).isEqualTo(lastLook);
    }

    @Test
    void another_base_takes_its_place_also_the_one_that_was_chosen_before() throws Exception {
        read(ALFA, BRAVO);
        var file = snapshot();
        minuteLater(ALFA.withStatus("abnormal"), BRAVO);
        minuteLater(ALFA.withStatus("abnormal"), BRAVO);
        fixture.changes.compareWith(ChangeComparisonBase.PREVIOUS_REFRESH);
        compareWith(file);
        assertThat(marks()).containsExactly("~alfa");
        fixture.changes.compareWith(ChangeComparisonBase.PREVIOUS_REFRESH);
        fixture.run();
        assertThat(fixture.changes.snapshotProperty().get()).isEmpty();
        assertThat(marks()).isEmpty();
        compareWith(file);
        var settings = fixture.changes.settingsProperty();
        settings.set(settings.get().withBase(ChangeComparisonBase.DAY_AGO));
        fixture.run();
        assertThat(fixture.changes.snapshotProperty().get()).as("chosen in the settings").isEmpty();
    }

    @Test
    void two_connections_of_the_file_to_one_project_are_one_list() throws Exception {
        read(ALFA, BRAVO);
        var all = known("", true).getFirst();
        var file = write("two.jsonl.gz",
                List.of(new KnownPoolsAtTime(all.source(), all.readAt(), true, all.pools().subList(0, 1)),
                        new KnownPoolsAtTime(theirs("second", "").getFirst().source(), all.readAt(), true,
                                all.pools().subList(1, 2))));
        minuteLater(ALFA, BRAVO.withStatus("abnormal"));
        compareWith(file);
        assertThat(marks()).containsExactly("~bravo");
    }

    private void compareWith(SnapshotToCompareWith file) {
        fixture.changes.compareWith(file);
        fixture.run();
    }

    private void minuteLater(SentPool... pools) {
        fixture.clock.advance(Duration.ofMinutes(1));
        read(pools);
    }

    private void read(SentPool... pools) {
        service.has(pools);
        fixture.read();
    }

    /// The pools of now, as somebody else saves them.
    private SnapshotToCompareWith snapshot() throws IOException {
        return write("sent.jsonl.gz", known("", true));
    }

    private List<KnownPoolsAtTime> known(String narrowing, boolean isWhole) {
        return theirs(narrowing, isWhole);
    }

    private List<KnownPoolsAtTime> theirs(String narrowing, boolean isWhole) {
        return theirs("theirs", narrowing).stream()
                .map(known -> new KnownPoolsAtTime(known.source(), known.readAt(), isWhole, known.pools()))
                .toList();
    }

    private List<KnownPoolsAtTime> theirs(String id, String narrowing) {
        return LastKnownPoolsByConnection.of(fixture.observableTickedConnectionPools)
                .stream()
                .map(known -> known.named(new HistoryListIdentity(id, "their " + known.source().connection(), "",
                        known.source().endpoint(), known.source().projectId(), narrowing)))
                .toList();
    }

    private SnapshotToCompareWith write(String name, List<KnownPoolsAtTime> connections) throws IOException {
        var file = folder.resolve(name);
        try (var out = Files.newOutputStream(file)) {
            SnapshotFile.write(connections, out);
        }
        return SnapshotToCompareWith.of(SnapshotFile.read(file, FileSystemOperations.ofDisk()));
    }

    private SnapshotComparisonCoverage coverage() {
        return fixture.changes.changes().base().snapshot().orElseThrow();
    }

    private List<String> marks() {
        return fixture.changes.changes().marks().values().stream().map(entry -> switch (entry.change()) {
            case PoolChange.Appeared _ -> "+";
            case PoolChange.Gone _ -> "-";
            case PoolChange.Changed _ -> "~";
        } + entry.change().pool().poolNamesAndOwner().name().asText("")).toList();
    }

    private List<String> lines() {
        return model.contentProperty().get().lines().stream().map(SnapshotToCompareWithTest::text).toList();
    }

    private static String text(ChangeLogLine line) {
        return switch (line) {
            case ChangeLogLine.OfField(var entry, var change) ->
                entry.change().pool().poolNamesAndOwner().name().asText("") + " " + change.field();
            case ChangeLogLine.OfPool(var entry) -> (entry.change() instanceof PoolChange.Gone ? "-" : "+")
                    + entry.change().pool().poolNamesAndOwner().name().asText("");
            case ChangeLogLine.OfConnection(var change) -> change.connection() + " " + change.kind();
            case ChangeLogLine.FirstReading first -> "first reading: " + first.pools();
            case ChangeLogLine.Unwatched unwatched -> "unwatched " + unwatched.seenAt() + " " + unwatched.until();
        };
    }
}
