package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Against a plain set of numbers that does the same the slow way.
class SelectedRowIndexesTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void does_what_a_set_of_places_does(long seed) {
        var random = new Random(seed);
        for (int run = 0; run < 200; run++) {
            int size = 1 + random.nextInt(40);
            var selectedRowIndexes = SelectedRowIndexes.NONE;
            var places = new TreeSet<Integer>();
            int anchor = -1;
            for (int step = 0; step < 30; step++) {
                int place = random.nextInt(size);
                int from = Math.min(anchor < 0 ? place : anchor, place);
                int to = Math.max(anchor < 0 ? place : anchor, place);
                switch (random.nextInt(5)) {
                    case 0 -> {
                        selectedRowIndexes = SelectedRowIndexes.only(place);
                        places.clear();
                        places.add(place);
                        anchor = place;
                    }
                    case 1 -> {
                        selectedRowIndexes = selectedRowIndexes.toggled(place);
                        if (!places.remove(place)) places.add(place);
                        anchor = place;
                    }
                    case 2 -> {
                        selectedRowIndexes = selectedRowIndexes.extendedTo(place);
                        places.clear();
                        IntStream.rangeClosed(from, to).forEach(places::add);
                        anchor = anchor < 0 ? place : anchor;
                    }
                    case 3 -> {
                        selectedRowIndexes = selectedRowIndexes.widenedTo(place);
                        IntStream.rangeClosed(from, to).forEach(places::add);
                        anchor = anchor < 0 ? place : anchor;
                    }
                    default -> {
                        selectedRowIndexes = SelectedRowIndexes.all(size);
                        IntStream.range(0, size).forEach(places::add);
                        anchor = 0;
                    }
                }
                assertThat(selectedRowIndexes.places().boxed().toList()).containsExactlyElementsOf(places);
                assertThat(selectedRowIndexes.size()).isEqualTo(places.size());
                assertThat(selectedRowIndexes.extendedTo(place).size())
                        .isEqualTo(anchor < 0 ? 1 : Math.abs(anchor - place) + 1);
                assertThat(selectedRowIndexes.contains(place)).isEqualTo(places.contains(place));
            }
        }
    }
}
