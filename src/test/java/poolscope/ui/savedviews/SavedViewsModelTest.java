package poolscope.ui.savedviews;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.SavedConnection;
import poolscope.connection.SavedConnections;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.disk.FileSystemOperations;
import poolscope.live.ObservableSavedViews;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.filter.FilterSamples;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.PoolSet;
import poolscope.pool.table.SortOrder;
import poolscope.pool.table.TableQuery;
import poolscope.settings.FileNotice;
import poolscope.settings.SavedView;
import poolscope.settings.SavedViewsFolder;
import poolscope.settings.TableLayout;
import poolscope.settings.TableLayout.Column;
import poolscope.settings.TableLayout.SortBy;
import poolscope.ui.pools.TableLayoutColumns;

class SavedViewsModelTest {
    private static final TableLayout TABLE = new TableLayout(
            List.of(new Column("owner", 90, true, true), new Column("status", 120, true, false)),
            List.of(new SortBy("owner", true)), "status");

    @TempDir
    Path folder;
    private final SimpleStringProperty filter = new SimpleStringProperty("");
    private final ObjectProperty<TableLayout> layout = new SimpleObjectProperty<>(TableLayout.defaults());
    private final ObjectProperty<String> current = new SimpleObjectProperty<>("built-in:all");
    private final ObjectProperty<SavedConnections> connections = new SimpleObjectProperty<>(new SavedConnections(
            List.of(connection("prod", "live", true), connection("lab", "", true), connection("old", "live", false))));
    private final List<String> filterSteps = new ArrayList<>();
    private final List<FileNotice> told = new ArrayList<>();
    private ObservableSavedViews saved;
    private SavedViewsModel model;

    @BeforeEach
    void open() {
        saved = new ObservableSavedViews(List.of(), files(), new BackgroundAndFxExecutors(Runnable::run, Runnable::run),
                told::add);
        model = new SavedViewsModel(
                new CurrentScreenStateForViews(filter, this::setFilter, Runnable::run, layout, current),
                new ConnectionTicksForViews(connections, this::tickOnly), saved, told::add);
    }

    @AfterEach
    void close() {
        saved.close();
    }

    @ParameterizedTest
    @EnumSource
    void the_filter_of_each_built_in_view_is_valid_and_canonical(BuiltInView view) {
        assertThat(PoolFilter.parse(view.filter()).verdict()).isEqualTo(PoolFilter.Verdict.VALID);
        assertThat(PoolFilter.parse(view.filter()).filter().print()).isEqualTo(view.filter());
        assertThat(BuiltInView.of(view.savedView())).contains(view);
        assertThat(SavedView.isId(view.savedView().id())).as("can't be the name of a file").isFalse();
    }

    @Test
    void it_begins_with_all_pools_and_the_four_built_in_views() {
        assertThat(model.viewsProperty().get()).extracting(SavedView::name)
                .containsExactly("ALL", "PROBLEMS", "FREE_ACCELERATORS", "PREPAID");
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.ALL);
        assertThat(model.isChanged()).isFalse();
        assertThat(model.isOwn()).isFalse();
    }

    @Test
    void pools_whose_free_accelerators_are_unknown_come_after_all_that_have_some() {
        var view = BuiltInView.FREE_ACCELERATORS.savedView();
        var sort = new SortOrder(view.table()
                .sort()
                .stream()
                .map(key -> new SortOrder.Key(PoolField.ofId(key.fieldId()).orElseThrow(), key.descending()))
                .toList());
        var pools = List.of(cards("unknown", 640), cards("none", 64, 0), cards("few", 8, 1), cards("many", 16, 9));
        var arranged = ArrangedPools.of(PoolSet.holding(pools), new TableQuery(PoolFilter.parse(view.filter()).filter(),
                sort, PoolGroupingCriterion.NONE, Optional.empty()), FilterSamples.NOW);
        assertThat(arranged.pools()).extracting(pool -> pool.poolNamesAndOwner().name().asText(""))
                .containsExactly("many", "few", "unknown");
    }

    private static Pool cards(String name, double cards, double... free) {
        var pool = FilterSamples.pool().with(PoolField.NAME, name).with(PoolField.ACCELERATORS, cards);
        return (free.length == 0 ? pool : pool.with(PoolField.FREE_ACCELERATORS, free[0])).make();
    }

    /// Applies the view at that position of the list, from 1.
    private void apply(int number) {
        model.apply(model.viewsProperty().get().get(number - 1));
    }

    @Test
    void applying_a_view_is_one_step_of_the_filter() {
        apply(3);
        assertThat(filterSteps).containsExactly("(free>0 or (missing:free gpu>0)) status!=Deleting");
        assertThat(layout.get().sort()).containsExactly(new SortBy("free_gpus", true),
                new SortBy("allocatable_gpus", true));
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.FREE_ACCELERATORS);
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void the_mark_of_a_built_in_view_follows_the_filter() {
        apply(4);
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.PREPAID);
        setFilter(BuiltInView.PREPAID.filter() + " train");
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.PREPAID);
        assertThat(model.isChanged()).isTrue();
        setFilter("");
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.ALL);
        assertThat(model.isChanged()).as("the columns are those of the view before").isTrue();
        layout.set(TableLayout.defaults());
        assertThat(model.isChanged()).isFalse();
        assertThat(current.get()).as("what is kept over a restart").isEqualTo("built-in:all");
        setFilter(BuiltInView.PROBLEMS.filter());
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.PROBLEMS);
    }

    @Test
    void a_view_of_the_operators_own_keeps_its_mark_while_the_filter_is_changed() {
        var own = own("mine", SavedView.Scope.AS_TICKED);
        model.apply(own);
        setFilter("");
        assertThat(model.current().id()).isEqualTo(own.id());
    }

    @Test
    void whatever_is_changed_marks_the_view_until_it_is_changed_back() {
        var own = own("mine", SavedView.Scope.AS_TICKED);
        var table = layout.get();
        var changes = List.<TableLayout>of(table.withSort(List.of()), table.withGrouping(""),
                table.withColumns(
                        List.of(new Column("owner", 140, true, true), new Column("status", 120, true, false))),
                table.withColumns(
                        List.of(new Column("owner", 90, true, false), new Column("status", 120, true, false))),
                table.withColumns(
                        List.of(new Column("owner", 90, false, true), new Column("status", 120, true, false))),
                table.withColumns(List.of(new Column("owner", 90, true, true), new Column("region", 100, false, false),
                        new Column("status", 120, true, false))));
        for (var changed : changes) {
            layout.set(changed);
            assertThat(model.isChanged()).as("%s", changed).isTrue();
            layout.set(own.table());
            assertThat(model.isChanged()).isFalse();
        }
        filter.set("other");
        assertThat(model.isChanged()).isTrue();
        filter.set(" gpu>1 ");
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void what_the_screen_rounds_and_what_the_table_does_by_itself_is_no_change() {
        own("mine", SavedView.Scope.AS_TICKED);
        layout.set(TABLE.withFittingColumns(
                List.of(new Column("owner", 90.4, true, true), new Column("status", 120, true, false))));
        assertThat(model.isChanged()).isFalse();
        apply(1);
        var alone = new TableLayout(List.of(new Column("connection", 136, false, false)), List.of());
        layout.set(alone);
        model.saveAs("alone", SavedView.Scope.AS_TICKED);
        layout.set(alone.withFittingColumns(List.of(new Column("connection", 136, true, false))));
        assertThat(model.isChanged()).isFalse();
        layout.set(alone.withColumns(List.of(new Column("connection", 136, true, false))));
        assertThat(model.isChanged()).isTrue();
    }

    @Test
    void a_built_in_view_is_never_overwritten_and_saving_it_makes_a_copy() {
        apply(2);
        filter.set("status:abnormal");
        assertThat(model.save()).isFalse();
        assertThat(model.saveAs(" Mine ", SavedView.Scope.AS_TICKED)).isEmpty();
        assertThat(model.current().name()).isEqualTo("Mine");
        assertThat(model.current().filter()).isEqualTo("status:abnormal");
        assertThat(model.isChanged()).isFalse();
        apply(2);
        assertThat(filter.get()).isEqualTo(BuiltInView.PROBLEMS.filter());
    }

    @Test
    void what_was_saved_is_there_after_a_restart_in_the_same_order() {
        own("first", SavedView.Scope.AS_TICKED);
        own("second", new SavedView.Scope.Group("live"));
        filter.set("gpu>7");
        assertThat(model.isChanged()).isTrue();
        assertThat(model.save()).isTrue();
        assertThat(model.isChanged()).isFalse();
        saved.close();
        var again = files().load();
        assertThat(again.notices()).isEmpty();
        assertThat(again.value()).extracting(SavedView::name).containsExactly("first", "second");
        assertThat(again.value().get(1).filter()).isEqualTo("gpu>7");
        assertThat(again.value().get(0).table()).isEqualTo(TABLE);
    }

    @Test
    void reverting_shows_what_was_saved() {
        own("mine", SavedView.Scope.AS_TICKED);
        filter.set("other");
        layout.set(TableLayout.defaults());
        model.revert();
        assertThat(filter.get()).isEqualTo("gpu>1");
        assertThat(layout.get()).isEqualTo(TABLE);
        assertThat(model.isChanged()).isFalse();
    }

    @Test
    void a_name_is_given_once_and_can_be_read() {
        var own = own("mine", SavedView.Scope.AS_TICKED);
        assertThat(model.saveAs("MINE", SavedView.Scope.AS_TICKED)).contains(SavedViewNameError.TAKEN);
        assertThat(model.saveAs("  ", SavedView.Scope.AS_TICKED)).contains(SavedViewNameError.EMPTY);
        assertThat(model.saveAs("a\nb", SavedView.Scope.AS_TICKED)).contains(SavedViewNameError.UNSHOWABLE);
        assertThat(model.saveAs("x".repeat(61), SavedView.Scope.AS_TICKED)).contains(SavedViewNameError.UNSHOWABLE);
        assertThat(model.rename(own, "Mine")).isEmpty();
        assertThat(model.current().name()).isEqualTo("Mine");
        filter.set("x ".repeat(3_000));
        assertThat(model.saveAs("long", SavedView.Scope.AS_TICKED)).contains(SavedViewNameError.FILTER_TOO_LONG);
        assertThat(model.save()).isFalse();
    }

    @Test
    void what_a_deleted_view_showed_stays_on_screen() {
        var own = own("mine", SavedView.Scope.AS_TICKED);
        assertThat(files().load().value()).hasSize(1);
        model.delete(own);
        assertThat(filter.get()).isEqualTo("gpu>1");
        assertThat(BuiltInView.of(model.current())).contains(BuiltInView.ALL);
        assertThat(model.isChanged()).isTrue();
        assertThat(files().load().value()).isEmpty();
    }

    @Test
    void a_view_of_a_group_ticks_the_group_and_one_of_what_is_ticked_leaves_the_ticks_alone() {
        var group = own("group", new SavedView.Scope.Group("live"));
        assertThat(model.isChanged()).as("lab is ticked too").isTrue();
        model.apply(group);
        assertThat(ticked()).containsExactlyInAnyOrder("prod", "old");
        assertThat(model.isChanged()).isFalse();
        tickOnly(Set.of("id-lab"));
        assertThat(model.isChanged()).isTrue();
        apply(1);
        assertThat(ticked()).containsExactly("lab");
        assertThat(told).isEmpty();
    }

    @Test
    void a_view_passes_over_connections_that_are_not_here_and_says_which() {
        var savedView = own("named", new SavedView.Scope.Named(List.of("lab", "elsewhere")));
        model.apply(savedView);
        assertThat(ticked()).containsExactly("lab");
        assertThat(told).containsExactly(new FileNotice.ConnectionsUnknown("named", List.of("elsewhere")));
        model.apply(own("strange", new SavedView.Scope.Named(List.of("nowhere"))));
        assertThat(ticked()).as("the ticks stay when none is here").containsExactly("lab");
    }

    @Test
    void a_view_of_one_of_two_connections_with_the_same_name_is_what_is_on_screen() {
        var twin = new ServiceAndProject("id-twin", "lab", Optional.empty(), URI.create("https://open.corp"), "p-5");
        connections.set(connections.get()
                .with(SavedConnection.of(twin, SignInMethod.NONE)
                        .withListing(ConnectionListAppearance.PLAIN.withTicked(false))));
        tickOnly(Set.of("id-lab"));
        own("one of them", new SavedView.Scope.Named(List.of("lab")));
        assertThat(model.isChanged()).isFalse();
        tickOnly(Set.of("id-lab", "id-twin"));
        assertThat(model.isChanged()).isFalse();
        tickOnly(Set.of("id-prod"));
        assertThat(model.isChanged()).isTrue();
    }

    @Test
    void a_view_that_was_sent_is_added_with_a_connection_of_ours_in_the_place_of_an_unknown_one() {
        var sent = new SavedView("opened", "Morning", new SavedView.Scope.Named(List.of("theirs", "lab")), "gpu>2",
                TABLE, 0);
        assertThat(model.unknown(sent)).containsExactly("theirs");
        assertThat(model.known(sent)).containsExactly("prod", "lab", "old");
        assertThat(model.add(sent, "Morning", Map.of("theirs", "old"))).isEmpty();
        assertThat(ticked()).containsExactlyInAnyOrder("old", "lab");
        assertThat(filter.get()).isEqualTo("gpu>2");
        assertThat(model.isChanged()).isFalse();
        assertThat(told).isEmpty();
        assertThat(model.add(sent, "morning", Map.of())).contains(SavedViewNameError.TAKEN);
    }

    @Test
    void problems_are_turned_on_and_back_to_what_stood_there_before() {
        filter.set("train");
        model.toggleProblems();
        assertThat(filter.get()).isEqualTo(BuiltInView.PROBLEMS.filter());
        assertThat(model.problemsOnly().getValue()).isTrue();
        model.toggleProblems();
        assertThat(filter.get()).isEqualTo("train");
        assertThat(model.problemsOnly().getValue()).isFalse();
    }

    @Test
    void the_view_of_problems_shows_since_when_and_the_worst_first_and_the_columns_of_before_come_back() {
        var mine = own("mine", SavedView.Scope.AS_TICKED);
        layout.set(layout.get().withGrouping("owner"));
        var before = layout.get();
        model.toggleProblems();
        assertThat(model.current()).isEqualTo(BuiltInView.PROBLEMS.savedView());
        assertThat(model.isChanged()).isFalse();
        assertThat(TableLayoutColumns.of(layout.get()).stream().filter(TableLayoutColumns.Column::shown))
                .extracting(TableLayoutColumns.Column::field)
                .startsWith(PoolField.NAME, PoolField.STATUS, PoolField.STATUS_SINCE, PoolField.NODES);
        assertThat(layout.get().sort().getFirst()).isEqualTo(new SortBy("status", true));
        model.toggleProblems();
        assertThat(layout.get()).isEqualTo(before);
        assertThat(model.current().id()).isEqualTo(mine.id());
        assertThat(model.isChanged()).as("the grouping is not saved").isTrue();
    }

    private SavedView own(String name, SavedView.Scope scope) {
        filter.set("gpu>1");
        layout.set(TABLE);
        assertThat(model.saveAs(name, scope)).isEmpty();
        return model.current();
    }

    private SavedViewsFolder files() {
        return SavedViewsFolder.in(folder, FileSystemOperations.ofDisk(), Clock.systemUTC());
    }

    private void setFilter(String now) {
        filterSteps.add(now);
        filter.set(now);
    }

    private void tickOnly(Set<String> ids) {
        connections.set(new SavedConnections(connections.get()
                .all()
                .stream()
                .map(one -> one.withListing(one.connectionListAppearance().withTicked(ids.contains(one.id()))))
                .toList()));
    }

    private List<String> ticked() {
        return connections.get().ticked().stream().map(one -> one.serviceAndProject().name()).toList();
    }

    private static SavedConnection connection(String name, String group, boolean ticked) {
        var serviceAndProject = new ServiceAndProject("id-" + name, name, Optional.empty(),
                URI.create("https://open.corp"), "p-4");
        return SavedConnection.of(serviceAndProject, SignInMethod.NONE)
                .withListing(new ConnectionListAppearance(group, ConnectionColour.NONE, ticked));
    }
}
