package poolscope.ui.main;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.disk.FileSystemOperations;
import poolscope.export.ExportFileFailureReason;
import poolscope.history.HistoryFolder;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.history.SnapshotNotOpenedException;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.LastKnownPoolsByConnection;
import poolscope.pool.Pool;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.ShownPointInTimeModel;

class SnapshotFileModelTest {
    private static final SentPool A = SentPool.of("a", 16);
    private static final SentPool B = SentPool.of("b", 8);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private ShownPointInTimeModel moment;
    private SnapshotFileModel model;
    private Path file;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        moment = new ShownPointInTimeModel(fixture.pools,
                new ShownPointInTimeModel.Past(fixture.observableTickedConnectionPools, fixture.recorder),
                new ShownPointInTimeModel.Work(new LatestTask(fixture.executors), new LatestTask(fixture.executors)));
        model = new SnapshotFileModel(fixture.observableTickedConnectionPools, moment, fixture.clock,
                new BackgroundFileWriter(fixture.executors), new BackgroundJob<>(fixture.executors));
        file = folder.resolve("saved.jsonl.gz");
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        moment.close();
        fixture.close();
    }

    private void connect() throws IOException {
        service = fixture.connect("prod", A);
        read(A);
        read(A, B);
    }

    private void read(SentPool... pools) {
        service.has(pools);
        fixture.clock.advance(Duration.ofMinutes(10));
        fixture.read();
    }

    private void save() {
        model.save(file.toString());
        fixture.run();
    }

    private void show(Path path) {
        model.open(path.toString());
        fixture.run();
    }

    private SnapshotFileModel.Outcome outcome() {
        return model.outcomeProperty().get().orElseThrow();
    }

    private List<KnownPoolsAtTime> saved() throws IOException {
        var snapshot = SnapshotFile.read(file, FileSystemOperations.ofDisk());
        return snapshot.at(snapshot.moments().getLast());
    }

    private static List<String> ids(KnownPoolsAtTime known) {
        return known.pools().stream().map(Pool::key).toList();
    }

    @Test
    void nothing_can_be_saved_before_something_was_read() throws Exception {
        service = fixture.connect("prod", A);
        assertThat(model.canSave().getValue()).isFalse();
        save();
        assertThat(file).doesNotExist();
        read(A);
        assertThat(model.canSave().getValue()).isTrue();
    }

    @Test
    void all_pools_of_now_are_saved_also_those_that_a_filter_hides_and_connections_without_pools_are_named()
            throws Exception {
        connect();
        fixture.connect("late", SentPool.of("x", 1));
        fixture.run();
        fixture.filter("nothing");
        save();
        assertThat(outcome()).isInstanceOfSatisfying(SnapshotFileModel.Outcome.Saved.class, done -> {
            assertThat(done.file().rows()).isEqualTo(2);
            assertThat(done.connections()).isEqualTo(1);
            assertThat(done.unread()).containsExactly("late");
        });
        assertThat(saved()).singleElement().satisfies(known -> {
            assertThat(known.source().connection()).isEqualTo("prod");
            assertThat(known.readAt()).isEqualTo(fixture.clock.instant());
            assertThat(known.isWhole()).isTrue();
            assertThat(ids(known)).containsExactly("id-a", "id-b");
        });
    }

    @Test
    void at_an_earlier_moment_its_pools_are_saved() throws Exception {
        connect();
        moment.toggle();
        fixture.run();
        moment.show(0);
        fixture.run();
        save();
        assertThat(saved()).singleElement().satisfies(known -> assertThat(ids(known)).containsExactly("id-a"));
    }

    @Test
    void a_file_is_shown_whatever_refreshes_and_ticks_do_and_nothing_of_it_is_recorded() throws Exception {
        connect();
        save();
        read(A);
        show(file);
        assertThat(fixture.shown()).containsExactly("a", "b");
        var recorded = fixture.recorder.poolHistory().moments("prod");
        read(B);
        fixture.connect("more", SentPool.of("x", 1));
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(fixture.recorder.poolHistory().moments("prod")).hasSize(recorded.size() + 1);
        assertThat(moment.hide()).isTrue();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("b");
        assertThat(moment.fileProperty().get()).isEmpty();
    }

    @Test
    void a_file_of_several_moments_is_stepped_through_and_its_last_one_is_not_now() throws Exception {
        connect();
        try (var out = Files.newOutputStream(file)) {
            var now = saved(fixture);
            var before = new KnownPoolsAtTime(now.source(), now.readAt().minusSeconds(600), true, List.of());
            out.write(segment(before));
            out.write(segment(now));
        }
        read(A);
        show(file);
        assertThat(moment.momentsProperty().get()).hasSize(2);
        assertThat(fixture.shown()).containsExactly("a", "b");
        moment.step(-1);
        fixture.run();
        assertThat(fixture.shown()).isEmpty();
        moment.step(5);
        fixture.run();
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(moment.fileProperty().get()).isPresent();
    }

    private static KnownPoolsAtTime saved(ModelFixture fixture) {
        return LastKnownPoolsByConnection.of(fixture.observableTickedConnectionPools).getFirst();
    }

    /// A history of one moment.
    private byte[] segment(KnownPoolsAtTime known) throws IOException {
        var config = Files.createTempDirectory(folder, "history");
        try (var history = HistoryFolder.in(config, FileSystemOperations.ofDisk(), fixture.clock, _ -> {
        })) {
            history.add(known);
        }
        try (var files = Files.list(config.resolve("history/prod"))) {
            return Files.readAllBytes(files.filter(path -> path.toString().endsWith(".gz")).findFirst().orElseThrow());
        }
    }

    @Test
    void a_file_that_can_not_be_opened_leaves_what_is_shown() throws Exception {
        connect();
        show(folder);
        assertThat(outcome()).isEqualTo(new SnapshotFileModel.Outcome.NotOpened(folder.toString(),
                SnapshotNotOpenedException.Reason.NOT_A_FILE, ""));
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(moment.openProperty().get()).isFalse();
        show(Path.of("nowhere"));
        assertThat(outcome()).isInstanceOfSatisfying(SnapshotFileModel.Outcome.NotOpened.class,
                refused -> assertThat(refused.reason()).isEqualTo(SnapshotNotOpenedException.Reason.MISSING));
        model.open(file.toString());
        assertThat(model.beingOpenedProperty().get()).contains(file.toString());
        fixture.run();
        assertThat(model.beingOpenedProperty().get()).isEmpty();
        model.open("\0");
        assertThat(outcome()).isInstanceOf(SnapshotFileModel.Outcome.NotOpened.class);
        model.dismiss();
        assertThat(model.outcomeProperty().get()).isEmpty();
    }

    @Test
    void of_a_damaged_file_the_part_before_the_damage_is_shown_and_counted_as_a_part() throws Exception {
        connect();
        fixture.connect("second", SentPool.of("x", 1));
        fixture.read();
        save();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length - 9));
        show(file);
        assertThat(fixture.shown()).containsExactly("a", "b");
        assertThat(moment.fileProperty().get().orElseThrow().missing()).isPresent();
        var status = fixture.pools.allConnectionsStatusProperty().get();
        assertThat(status.lines()).hasSize(2);
        assertThat(status.answered()).isEqualTo(1);
        moment.hide();
        fixture.run();
        assertThat(fixture.pools.allConnectionsStatusProperty().get().answered()).isEqualTo(2);
    }

    @Test
    void no_file_is_replaced_that_nobody_agreed_to_replace() throws Exception {
        connect();
        Files.writeString(file, "mine");
        model.save(file.toString().replace(".jsonl.gz", ""));
        fixture.run();
        assertThat(outcome()).isInstanceOfSatisfying(SnapshotFileModel.Outcome.NotSaved.class,
                refused -> assertThat(refused.why().failure()).isEqualTo(ExportFileFailureReason.EXISTS));
        assertThat(file).hasContent("mine");
        save();
        assertThat(SnapshotFile.read(file, FileSystemOperations.ofDisk()).connections())
                .isEqualTo(Map.of("prod", "prod"));
    }
}
