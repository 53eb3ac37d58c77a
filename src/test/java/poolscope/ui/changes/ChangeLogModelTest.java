package poolscope.ui.changes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import javafx.util.Subscription;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.pool.Pool;
import poolscope.settings.ChangeComparisonBase;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class ChangeLogModelTest {
    private static final SentPool ALFA = SentPool.of("alfa", 8);
    private static final SentPool BRAVO = SentPool.of("bravo", 16);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private ChangeLogModel model;
    private Subscription opened = Subscription.EMPTY;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        var settings = fixture.changes.settingsProperty();
        settings.set(settings.get().withLastLook(fixture.clock.instant()));
        service = fixture.connect("one", ALFA, BRAVO);
        fixture.read();
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
    void the_net_difference_has_a_line_for_each_field_and_each_pool_that_is_new_or_gone() {
        then(ALFA.withStatus("abnormal").withNodes("spec", 4, 3), SentPool.of("charlie", 1));
        assertThat(lines()).containsExactlyInAnyOrder("alfa STATUS", "alfa NODES", "-bravo", "+charlie");
    }

    @Test
    void steps_have_what_changed_back_newest_first_after_the_first_reading() {
        then(ALFA.withStatus("abnormal"), BRAVO);
        then(ALFA, BRAVO);
        assertThat(lines()).isEmpty();
        model.stepByStepProperty().set(true);
        fixture.run();
        assertThat(lines()).containsExactly("alfa STATUS", "alfa STATUS", "first reading: 2");
    }

    @Test
    void a_connection_whose_pools_all_go_and_come_back_has_one_line_for_each() {
        then();
        then(ALFA, BRAVO);
        model.stepByStepProperty().set(true);
        fixture.run();
        assertThat(lines()).containsExactly("one ALL_NEW 2", "one ALL_GONE 2", "first reading: 2");
    }

    @Test
    void time_in_which_the_service_gave_no_answer_is_a_line_of_its_own() {
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.read();
        var from = fixture.clock.instant();
        service.refuse(500);
        for (int i = 0; i < 3; i++) {
            fixture.clock.advance(Duration.ofMinutes(15));
            fixture.read();
        }
        then(ALFA, BRAVO);
        assertThat(model.contentProperty().get().lines()).singleElement()
                .isEqualTo(new ChangeLogLine.Unwatched("one", from, fixture.clock.instant(), false));
        assertThat(fixture.changes.changes().isWatched()).isFalse();
    }

    @Test
    void time_before_the_program_started_was_not_watched_either() {
        fixture.changes.compareWith(ChangeComparisonBase.DAY_AGO);
        fixture.run();
        assertThat(model.contentProperty().get().lines()).singleElement()
                .satisfies(line -> assertThat(((ChangeLogLine.Unwatched) line).wasClosed()).isTrue());
    }

    @Test
    void moments_to_compare_with_are_those_at_which_something_changed() {
        var first = fixture.clock.instant();
        then(ALFA, BRAVO);
        then(ALFA.withStatus("abnormal"), BRAVO);
        assertThat(model.contentProperty().get().moments()).containsExactly(fixture.clock.instant(), first);
        fixture.changes.compareWith(fixture.clock.instant());
        fixture.run();
        assertThat(lines()).isEmpty();
    }

    @Test
    void it_is_known_whether_the_filter_hides_a_pool_or_whether_it_is_gone() {
        then(ALFA.withStatus("abnormal"));
        var bravo = pool("-bravo");
        assertThat(model.placeOf(pool("alfa STATUS"))).isEqualTo(ChangeLogModel.Place.SHOWN);
        assertThat(model.placeOf(bravo)).isEqualTo(ChangeLogModel.Place.SHOWN);
        fixture.filter("nothing-of-that-name");
        assertThat(model.placeOf(pool("alfa STATUS"))).isEqualTo(ChangeLogModel.Place.HIDDEN);
        assertThat(model.placeOf(bravo)).isEqualTo(ChangeLogModel.Place.HIDDEN);
        fixture.changes.acknowledgeAll();
        fixture.run();
        assertThat(model.placeOf(bravo)).isEqualTo(ChangeLogModel.Place.GONE);
    }

    @Test
    void nothing_is_read_while_the_log_is_closed() {
        opened.unsubscribe();
        then(ALFA.withStatus("abnormal"), BRAVO);
        assertThat(lines()).isEmpty();
    }

    private void then(SentPool... pools) {
        service.has(pools);
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.read();
    }

    private Pool pool(String line) {
        return model.contentProperty()
                .get()
                .lines()
                .stream()
                .filter(one -> text(one).equals(line))
                .findFirst()
                .flatMap(ChangeLogLine::pool)
                .orElseThrow();
    }

    private List<String> lines() {
        return model.contentProperty().get().lines().stream().map(ChangeLogModelTest::text).toList();
    }

    private static String text(ChangeLogLine line) {
        return switch (line) {
            case ChangeLogLine.OfField(var entry, var change) ->
                ModelFixture.names(List.of(entry.change().pool())).getFirst() + " " + change.field();
            case ChangeLogLine.OfPool(var entry) ->
                (entry.change() instanceof poolscope.pool.change.PoolChange.Gone ? "-" : "+")
                        + ModelFixture.names(List.of(entry.change().pool())).getFirst();
            case ChangeLogLine.OfConnection(var change) ->
                change.connection() + " " + change.kind() + " " + change.pools();
            case ChangeLogLine.FirstReading first -> "first reading: " + first.pools();
            case ChangeLogLine.Unwatched _ -> "unwatched";
        };
    }
}
