package poolscope.ui.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;
import poolscope.ui.pools.SelectedRowIndexes;

class CompareModelTest {
    private static final SentPool A = SentPool.of("a", 8);
    private static final SentPool B = SentPool.of("b", 16);

    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private CompareModel model;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        service = fixture.connect("prod", A, B, SentPool.of("c", 1), SentPool.of("d", 1), SentPool.of("e", 1));
        fixture.read();
        model = new CompareModel(fixture.pools);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private CompareModel.Outcome pin(int row) {
        fixture.pools.setCurrent(Optional.of(fixture.row(row)));
        return model.pin();
    }

    private List<String> pinned() {
        return ModelFixture.names(model.poolComparisonProperty().get().pools());
    }

    private Optional<PoolComparison.Line> line(PoolField field) {
        return model.poolComparisonProperty().get().lines().stream().filter(line -> line.field() == field).findFirst();
    }

    @Test
    void pools_are_pinned_in_turn_each_once_and_four_at_most() {
        assertThat(model.pin()).as("no pool is current").isEqualTo(CompareModel.Outcome.NOTHING);
        assertThat(pin(1)).isEqualTo(CompareModel.Outcome.ONE);
        assertThat(pin(1)).isEqualTo(CompareModel.Outcome.ONE);
        assertThat(pin(0)).isEqualTo(CompareModel.Outcome.SEVERAL);
        pin(2);
        pin(3);
        assertThat(pin(4)).isEqualTo(CompareModel.Outcome.FULL);
        assertThat(pin(0)).as("is pinned already").isEqualTo(CompareModel.Outcome.SEVERAL);
        assertThat(pinned()).containsExactly("b", "a", "c", "d");
    }

    private CompareModel.Outcome pinSelected(int... rows) {
        var selected = SelectedRowIndexes.NONE;
        for (int row : rows)
            selected = selected.toggled(row);
        fixture.pools.selection().select(selected);
        return pin(rows[0]);
    }

    @Test
    void several_selected_pools_are_pinned_at_once() {
        assertThat(pinSelected(1, 3)).isEqualTo(CompareModel.Outcome.SEVERAL);
        assertThat(pinned()).containsExactly("b", "d");
        pinSelected(0, 3);
        assertThat(pinned()).containsExactly("b", "d", "a");
        assertThat(pinSelected(2, 4)).as("have no room beside those").isEqualTo(CompareModel.Outcome.SEVERAL);
        assertThat(pinned()).containsExactly("c", "e");
        assertThat(pinSelected(0, 1, 2, 3, 4)).as("are too many").isEqualTo(CompareModel.Outcome.SEVERAL);
        assertThat(pinned()).containsExactly("c", "e", "a");
    }

    @Test
    void only_differences_leaves_out_the_fields_that_are_equal() {
        pin(0);
        pin(1);
        assertThat(line(PoolField.STATUS)).isPresent();
        assertThat(line(PoolField.ORDER_ID)).as("neither has it").isEmpty();
        model.onlyDifferencesProperty().set(true);
        assertThat(line(PoolField.STATUS)).isEmpty();
        assertThat(line(PoolField.ACCELERATORS).orElseThrow().values()).containsExactly(FieldValue.Number.of(8),
                FieldValue.Number.of(16));
        model.onlyDifferencesProperty().set(false);
        assertThat(line(PoolField.STATUS)).isPresent();
    }

    @Test
    void name_and_id_are_no_differences_and_the_odd_value_is_marked() {
        pin(0);
        pin(1);
        assertThat(line(PoolField.NAME).orElseThrow().differs()).isFalse();
        assertThat(line(PoolField.ID).orElseThrow().differs()).isFalse();
        assertThat(model.poolComparisonProperty().get().differences()).isPositive();
        var three = new PoolComparison.Line(PoolField.ACCELERATORS,
                List.of(FieldValue.Number.of(8), FieldValue.Number.of(16), FieldValue.Number.of(8)));
        assertThat(three.values().stream().map(three::isUnusual).toList()).containsExactly(false, true, false);
        var names = new PoolComparison.Line(PoolField.NAME, List.of(FieldValue.text("a"), FieldValue.text("b")));
        assertThat(names.values().stream().map(names::isUnusual).toList()).containsExactly(false, false);
    }

    @Test
    void a_refresh_brings_new_values_and_a_pool_that_is_gone_is_not_compared_any_more() {
        pin(0);
        pin(1);
        service.has(A, SentPool.of("b", 64));
        fixture.read();
        assertThat(line(PoolField.ACCELERATORS).orElseThrow().values()).containsExactly(FieldValue.Number.of(8),
                FieldValue.Number.of(64));
        service.has(A);
        fixture.read();
        assertThat(pinned()).containsExactly("a");
    }

    @Test
    void a_filter_that_hides_a_pinned_pool_keeps_it() {
        pin(0);
        pin(1);
        fixture.filter("no-such-pool");
        assertThat(pinned()).containsExactly("a", "b");
    }

    @Test
    void one_pool_or_all_can_be_removed() {
        pin(0);
        pin(1);
        model.remove(fixture.row(0).pool());
        assertThat(pinned()).containsExactly("b");
        model.clear();
        assertThat(pinned()).isEmpty();
    }
}
