package poolscope.ui.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.connection.TestQueries;
import poolscope.export.TranslatedValueLookup;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.background.BackgroundJob;
import poolscope.live.background.SecondTicker;
import poolscope.pool.ApiGeneration;
import poolscope.pool.PoolField;
import poolscope.pool.PoolOrigin;
import poolscope.pool.Pools;
import poolscope.pool.table.PoolSet;
import poolscope.settings.TableLayout;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.export.CopyModel.ColumnScope;
import poolscope.ui.export.CopyModel.Kind;
import poolscope.ui.pools.EarlierPoolSet;
import poolscope.ui.pools.SelectedRowIndexes;

class CopyModelTest {
    private static final TranslatedValueLookup WORDS = (field, fieldValue) -> "shown " + field.id();

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private SecondTicker ticker;
    private CopyModel model;
    private final List<String> clipboard = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        fixture.connect("prod", SentPool.of("b", 8).withStatus("abnormal"), SentPool.of("a", 16), SentPool.of("c", 32));
        fixture.pools.layoutProperty()
                .set(new TableLayout(List.of(new TableLayout.Column("cluster_name", 100, true, false),
                        new TableLayout.Column("status", 100, true, false)), List.of()));
        fixture.read();
        ticker = new SecondTicker(fixture.clock);
        model = new CopyModel(new CopyModel.Dependencies(fixture.pools, fixture.observableTickedConnectionPools, ticker,
                () -> ZoneOffset.UTC, _ -> TestQueries.V1_ONLY, new BackgroundJob<>(fixture.executors)));
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        ticker.close();
        fixture.close();
    }

    private String copied(Kind kind) {
        model.copy(kind, field -> "<" + field.id() + ">", WORDS, clipboard::add);
        fixture.run();
        return clipboard.getLast();
    }

    @Test
    void selected_rows_are_copied_as_cells_with_or_without_a_header() {
        fixture.pools.selection().select(SelectedRowIndexes.only(0).toggled(2));
        assertThat(copied(Kind.ROWS)).isEqualTo("b\tabnormal\nc\trunning");
        assertThat(copied(Kind.WITH_HEADER)).isEqualTo("<cluster_name>\t<status>\nb\tabnormal\nc\trunning");
        assertThat(model.copiedProperty().get())
                .contains(new CopyModel.Copied(Kind.WITH_HEADER, 2, 2, fixture.clock.instant()));
    }

    @Test
    void without_a_selection_the_current_pool_is_copied_and_without_that_nothing() {
        model.copy(Kind.ROWS, PoolField::id, WORDS, clipboard::add);
        fixture.run();
        assertThat(clipboard).isEmpty();
        assertThat(model.copiedProperty().get()).contains(new CopyModel.Nothing(fixture.clock.instant()));
        fixture.pools.setCurrent(Optional.of(fixture.row(1)));
        assertThat(copied(Kind.ROWS)).isEqualTo("a\trunning");
    }

    @Test
    void details_are_all_known_fields_a_line_each_also_those_without_a_column() {
        fixture.pools.setCurrent(Optional.of(fixture.row(1)));
        var lines = copied(Kind.DETAILS).lines().toList();
        assertThat(lines).contains("<cluster_name>: a", "<cluster_id>: id-a", "<connection>: prod")
                .noneMatch(line -> line.endsWith(": "));
        fixture.pools.selectAll();
        assertThat(copied(Kind.DETAILS).split("\n\n")).hasSize(3);
    }

    @Test
    void a_ticket_has_the_pools_on_screen_under_what_they_are() {
        fixture.filter("status:running");
        model.copyForTicket((shown, listed, sources) -> "%d of %d from %d".formatted(listed, shown.set().size(),
                sources.lines().size()), field -> "<" + field.id() + ">", WORDS, clipboard::add);
        fixture.run();
        assertThat(clipboard.getLast()).startsWith(
                "2 of 3 from 1\n\n| &lt;cluster_name&gt; | &lt;status&gt; |\n| --- | --- |\n| a | shown status |");
        assertThat(clipboard.getLast().lines().skip(4)).hasSize(2).allMatch(line -> line.startsWith("| "));
        assertThat(model.copiedProperty().get())
                .contains(new CopyModel.Copied(Kind.TICKET, 2, 2, fixture.clock.instant()));
    }

    @Test
    void a_ticket_has_no_more_rows_than_a_person_reads() throws Exception {
        fixture.connect("many",
                IntStream.range(0, 300).mapToObj(i -> SentPool.of("p" + i, 8)).toArray(SentPool[]::new));
        fixture.read();
        model.copyForTicket((shown, listed, _) -> listed + " of " + shown.size(), PoolField::id, WORDS, clipboard::add);
        fixture.run();
        assertThat(clipboard.getLast()).startsWith("200 of 303\n");
        assertThat(clipboard.getLast().lines().skip(4)).hasSize(200);
        assertThat(model.copiedProperty().get())
                .contains(new CopyModel.Copied(Kind.TICKET, 200, 303, fixture.clock.instant()));
    }

    @Test
    void a_cell_is_that_of_the_current_pool_and_column() {
        fixture.pools.selectAll();
        fixture.pools.setCurrent(Optional.of(fixture.row(2)));
        fixture.pools.currentColumnProperty().set(Optional.of(PoolField.STATUS));
        assertThat(copied(Kind.CELL)).isEqualTo("running");
        assertThat(copied(Kind.LINES)).isEqualTo("abnormal\nrunning\nrunning");
        fixture.pools.currentColumnProperty().set(Optional.empty());
        assertThat(copied(Kind.LINES)).as("the first column").isEqualTo("b\na\nc");
    }

    @Test
    void a_column_is_copied_of_selected_shown_or_all_pools() {
        fixture.filter("status:running");
        fixture.pools.selection().select(SelectedRowIndexes.only(1));
        for (var scope : ColumnScope.values())
            model.copyColumn(PoolField.NAME, scope, clipboard::add);
        fixture.run();
        assertThat(clipboard).as("a newer copy replaces one that was not made yet").containsExactly("b\na\nc");
        clipboard.clear();
        for (var scope : ColumnScope.values()) {
            model.copyColumn(PoolField.NAME, scope, clipboard::add);
            fixture.run();
        }
        assertThat(clipboard).containsExactly("c", "a\nc", "b\na\nc");
    }

    @Test
    void what_was_copied_is_shown_for_five_seconds_and_a_clipboard_that_refuses_too() {
        fixture.pools.selectAll();
        model.copy(Kind.ROWS, PoolField::id, WORDS, _ -> false);
        fixture.run();
        assertThat(model.copiedProperty().get()).contains(new CopyModel.Refused(fixture.clock.instant()));
        fixture.clock.advance(Duration.ofSeconds(5));
        ticker.tick();
        assertThat(model.copiedProperty().get()).isPresent();
        fixture.clock.advance(Duration.ofSeconds(1));
        ticker.tick();
        assertThat(model.copiedProperty().get()).isEmpty();
    }

    @Test
    void hcloud_is_offered_for_pools_of_v2_only() {
        fixture.pools.selectAll();
        fixture.run();
        assertThat(model.isListedByV2Property().get()).isFalse();
        model.copy(Kind.HCLOUD, PoolField::id, WORDS, clipboard::add);
        fixture.run();
        assertThat(clipboard).isEmpty();
        assertThat(copied(Kind.CURL)).startsWith("curl").contains("/v1/p/clusters");
    }

    @Test
    void no_request_is_offered_for_pools_that_only_a_file_lists() {
        fixture.pools.selectAll();
        fixture.run();
        assertThat(model.isListedProperty().get()).isTrue();
        var origin = new PoolOrigin("theirs", "Theirs", "", ApiGeneration.V2, 0, fixture.clock.instant(), "");
        var theirs = new Pools(1).some(2).stream().map(pool -> pool.with(origin)).toList();
        fixture.pools.earlierPoolsProperty()
                .set(Optional.of(new EarlierPoolSet(PoolSet.holding(theirs), new AllConnectionsStatus(List.of()))));
        fixture.run();
        fixture.pools.selectAll();
        fixture.run();
        assertThat(fixture.pools.selectedPools()).hasSize(2);
        assertThat(model.isListedProperty().get()).isFalse();
        assertThat(model.isListedByV2Property().get()).isFalse();
    }
}
