package poolscope.ui.values;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.background.LatestTask;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.table.FieldValueCounts;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class FieldValueListModelTest {
    private static final FieldValue A100 = FieldValue.text("a100");
    private static final FieldValue V100 = FieldValue.text("v100");
    private static final FieldValue CPU = FieldValue.text("cpu");

    @TempDir
    Path folder;
    private ModelFixture fixture;

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        fixture.connect("prod", pool("one", "v100"), pool("two", "a100"), pool("three", "v100"), pool("four", "cpu"));
        fixture.read();
    }

    private static SentPool pool(String name, String specification) {
        return SentPool.of(name, 8).withNodes(specification, 4, 4);
    }

    @AfterEach
    void close() throws Exception {
        fixture.close();
    }

    private FieldValueListModel opened() {
        var model = new FieldValueListModel(PoolField.SPECIFICATION, fixture.filter,
                fixture.pools.arrangedPools().set(), fixture.clock.instant(), new LatestTask(fixture.executors));
        assertThat(model.countsProperty().get()).as("counting goes on").isEmpty();
        assertThat(model.found("", false, fieldValue -> fieldValue.asText(""))).isEmpty();
        assertThat(model.apply()).isFalse();
        fixture.run();
        return model;
    }

    private static List<String> texts(List<FieldValueCounts.Line> lines) {
        return lines.stream().map(line -> line.fieldValue().asText("") + " " + line.pools()).toList();
    }

    @Test
    void each_value_is_listed_with_its_pools_in_its_order_or_by_count_and_can_be_searched() {
        var model = opened();
        assertThat(texts(model.found("", false, fieldValue -> fieldValue.asText("")))).containsExactly("a100 1",
                "cpu 1", "v100 2");
        assertThat(texts(model.found("", true, fieldValue -> fieldValue.asText(""))).getFirst()).isEqualTo("v100 2");
        assertThat(texts(model.found(" 100 ", false, fieldValue -> fieldValue.asText("")))).containsExactly("a100 1",
                "v100 2");
    }

    @Test
    void nothing_is_ticked_at_first_and_ticked_values_are_the_filter_once_they_are_applied() {
        var model = opened();
        assertThat(model.ticksProperty().get())
                .isEqualTo(new FieldValueListModel.Ticks(0, 3, FieldValueListModel.Validity.NONE));
        model.toggle(A100);
        model.toggle(CPU);
        assertThat(model.isTicked(V100)).isFalse();
        assertThat(fixture.shown()).hasSize(4);
        assertThat(model.apply()).isTrue();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("two", "four");
    }

    @Test
    void the_ticks_of_the_current_filter_are_there_again_when_the_list_is_opened_again() {
        var first = opened();
        first.toggle(A100);
        first.toggle(CPU);
        first.apply();
        fixture.run();
        var again = opened();
        assertThat(List.of(again.isTicked(A100), again.isTicked(V100), again.isTicked(CPU))).containsExactly(true,
                false, true);
        again.toggle(V100);
        assertThat(again.apply()).isTrue();
        fixture.run();
        assertThat(fixture.shown()).hasSize(4);
    }

    @Test
    void taking_away_the_last_tick_removes_the_filter_of_the_field_and_no_other() {
        fixture.filter.setText("name:o specification=v100");
        fixture.run();
        assertThat(fixture.shown()).containsExactly("one");
        var model = opened();
        assertThat(model.isTicked(V100)).isTrue();
        model.toggle(V100);
        assertThat(model.ticksProperty().get().validity()).isEqualTo(FieldValueListModel.Validity.REMOVES_FILTER);
        assertThat(model.apply()).isTrue();
        fixture.run();
        assertThat(fixture.filter.text()).isEqualTo("name:o");
        assertThat(fixture.shown()).containsExactly("one", "two", "four");
    }

    @Test
    void nothing_ticked_is_no_filter() {
        var model = opened();
        model.tick(model.found("", false, fieldValue -> fieldValue.asText("")), false);
        assertThat(model.ticksProperty().get().validity()).isEqualTo(FieldValueListModel.Validity.NONE);
        assertThat(model.apply()).isFalse();
        assertThat(fixture.shown()).hasSize(4);
        model.tick(model.found("cpu", false, fieldValue -> fieldValue.asText("")), true);
        assertThat(model.apply()).isTrue();
        fixture.run();
        assertThat(fixture.shown()).containsExactly("four");
    }
}
