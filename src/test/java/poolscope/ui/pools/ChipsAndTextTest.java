package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.stream.Collectors;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import poolscope.pool.filter.FilterGenerator;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.filter.PoolFilter;
import poolscope.settings.FilterTextAndHistory;

/// Chips and text are two ways to write one filter: whatever the filter, nothing gets lost between them.
class ChipsAndTextTest {
    private static final int ROUNDS = 5_000;

    private static FilterModel model() {
        return new FilterModel(new SimpleObjectProperty<>(FilterTextAndHistory.defaults()), Runnable::run,
                ZoneOffset.UTC);
    }

    @Test
    void the_chips_side_by_side_read_again_are_the_filter() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var filter = new FilterGenerator(seed).filter(3);
            var model = model();
            model.setText(filter.print());
            var bracketed = model.state()
                    .chips()
                    .stream()
                    .map(chip -> "(" + chip.term().print() + ")")
                    .collect(Collectors.joining(" "));
            assertThat(PoolFilter.parse(bracketed).filter()).as("seed %d: %s", seed, bracketed).isEqualTo(filter);
            assertThat(model.state().typed()).isEmpty();
            assertThat(model.filterProperty().get()).isEqualTo(filter);
            assertThat(model.text()).isEqualTo(filter.print());
        }
    }

    @Test
    void a_chip_that_becomes_text_and_a_chip_again_asks_for_the_same() {
        for (long seed = 0; seed < ROUNDS; seed++) {
            var filter = new FilterGenerator(seed).filter(3);
            var model = model();
            model.setText(filter.print());
            for (var chip : model.state().chips()) {
                model.chips().open(chip.term(), FilterKeywordLanguage.ENGLISH);
                assertThat(new HashSet<>(model.state().filter().terms())).as("seed %d", seed)
                        .isEqualTo(new HashSet<>(filter.terms()));
            }
            assertThat(model.state().chips()).isEmpty();
            model.commit();
            assertThat(new HashSet<>(model.filterProperty().get().terms())).as("seed %d", seed)
                    .isEqualTo(new HashSet<>(filter.terms()));
        }
    }
}
