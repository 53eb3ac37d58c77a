package poolscope.ui.handover;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;
import poolscope.export.ExportFileFailureReason;
import poolscope.export.FileWriteOutcome;
import poolscope.handover.HandOver;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.LatestTask;
import poolscope.live.changes.PoolHistory;
import poolscope.pool.table.PoolSet;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.parts.BackgroundFileWriter;
import poolscope.ui.pools.EarlierPoolSet;

class HandOverModelTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private HandOverModel model;
    private Subscription open = Subscription.EMPTY;
    private Optional<Runnable> afterRefresh = Optional.empty();
    private int logsRead;

    @BeforeEach
    void make() {
        fixture = new ModelFixture(folder);
        model = new HandOverModel(
                new HandOverModel.Sources(fixture.observableTickedConnectionPools, fixture.recorder.newestProperty(),
                        counted(fixture.recorder.poolHistory()), fixture.pools, fixture.changes, fixture.clock),
                new HandOverModel.Work(next -> afterRefresh = Optional.of(next), new LatestTask(fixture.executors),
                        new LatestTask(fixture.executors), new BackgroundJob<>(fixture.executors),
                        new BackgroundFileWriter(fixture.executors)));
    }

    @AfterEach
    void close() {
        open.unsubscribe();
        model.close();
        fixture.close();
    }

    /// Counts how often the log is read.
    private PoolHistory counted(PoolHistory poolHistory) {
        return (PoolHistory) Proxy.newProxyInstance(PoolHistory.class.getClassLoader(),
                new Class<?>[]{PoolHistory.class}, (_, method, arguments) -> {
                    if (method.getName().equals("changesSince")) logsRead++;
                    return method.invoke(poolHistory, arguments);
                });
    }

    /// The pause after the last answer of a refresh is over.
    private void pause() {
        afterRefresh.ifPresent(Runnable::run);
        afterRefresh = Optional.empty();
        fixture.executor.runAll();
    }

    private HandOver opened() {
        open = model.open();
        fixture.executor.runAll();
        return model.handOverProperty().get().orElseThrow();
    }

    private ListService connect(SentPool... pools) throws Exception {
        var service = fixture.connect("one", pools);
        fixture.read();
        return service;
    }

    @Test
    void it_compares_with_the_moment_that_changes_are_counted_from() throws Exception {
        var service = connect(ALFA, BRAVO);
        var morning = fixture.clock.instant();
        fixture.changes.compareWith(morning);
        fixture.clock.advance(Duration.ofHours(3));
        service.has(ALFA.withStatus("abnormal"), BRAVO);
        fixture.read();

        var handOver = opened();

        assertThat(handOver.facts().since()).isEqualTo(morning);
        assertThat(handOver.worse()).extracting(change -> change.pool().poolNamesAndOwner().name().asText(""))
                .containsExactly("alfa");
        assertThat(handOver.open()).hasSize(1);
    }

    @Test
    void when_it_is_opened_again_the_one_before_is_not_shown_until_the_new_one_is_made() throws Exception {
        connect(ALFA);
        opened();
        open.unsubscribe();

        open = model.open();

        assertThat(model.handOverProperty().get()).isEmpty();
        fixture.executor.runAll();
        assertThat(model.handOverProperty().get()).isPresent();
    }

    @Test
    void it_follows_another_moment_and_a_refresh_while_it_is_open() throws Exception {
        var service = connect(ALFA, BRAVO);
        fixture.clock.advance(Duration.ofMinutes(1));
        service.has(ALFA, BRAVO.withStatus("abnormal"));
        fixture.read();
        fixture.changes.compareWith(ChangeComparisonBase.PREVIOUS_REFRESH);
        fixture.executor.runAll();
        assertThat(opened().worse()).hasSize(1);

        fixture.clock.advance(Duration.ofMinutes(1));
        service.has(ALFA);
        fixture.read();
        pause();

        assertThat(model.handOverProperty().get().orElseThrow().worse()).singleElement()
                .extracting(change -> change.pool().poolNamesAndOwner().name().asText(""))
                .isEqualTo("bravo");
    }

    @Test
    void a_refresh_of_several_connections_reads_the_log_once() throws Exception {
        connect(ALFA);
        var two = fixture.connect("two", BRAVO);
        var three = fixture.connect("three", SentPool.of("charlie", 8));
        fixture.read();
        opened();
        assertThat(logsRead).isOne();
        fixture.clock.advance(Duration.ofMinutes(1));
        two.has(BRAVO.withStatus("abnormal"));
        three.has();

        fixture.read();
        pause();

        assertThat(logsRead).isEqualTo(2);
        assertThat(model.handOverProperty().get().orElseThrow().worse()).hasSize(2);
    }

    @Test
    void typing_a_note_or_a_filter_reads_no_log() throws Exception {
        connect(ALFA);
        opened();
        for (var typed : List.of("a", "as", "ask")) {
            model.noteProperty().set(typed);
            fixture.executor.runAll();
        }
        fixture.filter("name:alfa");
        assertThat(model.handOverProperty().get().orElseThrow().facts().notes()).containsExactly("ask");
        assertThat(logsRead).isOne();
    }

    @Test
    void the_filter_decides_which_pools_are_handed_over_unless_all_are_wanted() throws Exception {
        connect(ALFA, BRAVO);
        fixture.filter.setText("name:alfa");
        fixture.executor.runAll();
        assertThat(opened().pools()).isOne();
        assertThat(model.handOverProperty().get().orElseThrow().facts().filterText()).isEqualTo("name:alfa");

        model.onlyShownProperty().set(false);
        fixture.executor.runAll();

        assertThat(model.handOverProperty().get().orElseThrow().pools()).isEqualTo(2);
    }

    @Test
    void a_note_is_handed_over_and_a_blank_one_is_not() throws Exception {
        connect(ALFA);
        opened();
        model.noteProperty().set("  ");
        fixture.executor.runAll();
        assertThat(model.handOverProperty().get().orElseThrow().facts().notes()).isEmpty();
        model.noteProperty().set(" ask the vendor about alfa ");
        fixture.executor.runAll();
        assertThat(model.handOverProperty().get().orElseThrow().facts().notes())
                .containsExactly("ask the vendor about alfa");
    }

    @Test
    void a_connection_that_fails_is_said() throws Exception {
        connect(ALFA).refuse(403);
        fixture.read();
        assertThat(opened().notSeen()).extracting(Object::toString).anyMatch(text -> text.startsWith("Refused"));
    }

    @Test
    void a_connection_that_fails_while_it_is_open_is_said_too() throws Exception {
        var service = connect(ALFA);
        assertThat(opened().notSeen()).isEmpty();
        service.refuse(403);
        fixture.read();
        pause();
        assertThat(model.handOverProperty().get().orElseThrow().notSeen()).extracting(Object::toString)
                .anyMatch(text -> text.startsWith("Refused"));
    }

    @Test
    void nothing_is_read_once_it_is_closed() throws Exception {
        connect(ALFA);
        opened();
        fixture.read();
        open.unsubscribe();
        pause();
        assertThat(logsRead).isOne();
    }

    @Test
    void the_jobs_are_those_of_now_also_while_the_pools_of_an_earlier_moment_are_shown() throws Exception {
        fixture.connect("cloud", TestCloud.start(TestCloudSettings.of(6).withV2Pools(6).withDrift(false)));
        fixture.read();
        opened();
        int unread = model.unreadPools();
        fixture.pools.earlierPoolsProperty()
                .set(Optional.of(new EarlierPoolSet(PoolSet.EMPTY, new AllConnectionsStatus(List.of()))));
        fixture.executor.runAll();
        assertThat(model.unreadPools()).isEqualTo(unread).isPositive();
    }

    @Test
    void jobs_are_read_when_asked_for_one_request_a_pool() throws Exception {
        var cloud = TestCloud.start(TestCloudSettings.of(6).withV2Pools(6).withDrift(false));
        fixture.connect("cloud", cloud);
        fixture.read();
        opened();
        int pools = model.unreadPools();
        int before = cloud.requestCount();
        assertThat(pools).isPositive();
        assertThat(model.handOverProperty().get().orElseThrow().queue().poolsRead()).isZero();

        model.readJobs();
        fixture.executor.runAll();

        assertThat(cloud.requestCount() - before).isEqualTo(pools);
        assertThat(model.unreadPools()).isZero();
        assertThat(model.handOverProperty().get().orElseThrow().queue().poolsRead()).isEqualTo(pools);
    }

    @Test
    void a_file_without_an_ending_is_markdown_and_replaces_nothing() throws Exception {
        connect(ALFA);
        opened();
        model.save(folder.resolve("report").toString(), "# 1");
        fixture.executor.runAll();
        assertThat(folder.resolve("report.md")).hasContent("# 1");
        assertThat(model.savedProperty().get())
                .contains(new FileWriteOutcome.Written(1, folder.resolve("report.md").toString()));

        model.save(folder.resolve("report").toString(), "# 2");
        fixture.executor.runAll();

        assertThat(folder.resolve("report.md")).hasContent("# 1");
        assertThat(model.savedProperty().get())
                .hasValueSatisfying(saved -> assertThat(saved).isInstanceOfSatisfying(FileWriteOutcome.Failed.class,
                        failed -> assertThat(failed.failure()).isEqualTo(ExportFileFailureReason.EXISTS)));
        assertThat(Files.list(folder)).hasSize(1);
    }
}
