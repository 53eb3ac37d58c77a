package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import poolscope.live.AllConnectionsStatus;
import poolscope.pool.filter.FilterCompletionPosition;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.table.PoolSet;
import poolscope.settings.FilterTextAndHistory;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

class FilterMatchCountModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private FilterModel filter;
    private FilterMatchCountModel model;
    private final List<List<FilterMatchCountModel.Counted>> answers = new ArrayList<>();

    @BeforeEach
    void open() throws Exception {
        fixture = new ModelFixture(folder);
        fixture.connect("prod", SentPool.of("a", 16), SentPool.of("b", 64).withStatus("abnormal"), SentPool.of("c", 8),
                SentPool.of("d", 4));
        fixture.read();
        filter = new FilterModel(
                new SimpleObjectProperty<>(new FilterTextAndHistory("", List.of("status:abnormal", "gpu>=8"))),
                Runnable::run, ZoneOffset.UTC);
        model = new FilterMatchCountModel(filter, fixture.pools::allPoolSet, fixture.clock, fixture.executors);
    }

    @AfterEach
    void close() throws Exception {
        model.close();
        fixture.close();
    }

    private List<String> lines() {
        fixture.run();
        return answers.getLast().stream().map(one -> one.filter().print() + " " + one.pools()).toList();
    }

    @Test
    void earlier_filters_are_counted_in_the_background_newest_first() {
        model.history(answers::add);
        assertThat(answers).isEmpty();
        assertThat(lines()).containsExactly("status:abnormal 1", "gpu>=8 3");
    }

    @Test
    void pools_of_an_earlier_moment_are_counted_while_they_are_shown() {
        var earlier = fixture.pools.allPools().stream().filter(pool -> !pool.key().equals("id-b")).toList();
        fixture.pools.earlierPoolsProperty()
                .set(Optional.of(new EarlierPoolSet(PoolSet.holding(earlier), new AllConnectionsStatus(List.of()))));
        model.history(answers::add);
        assertThat(lines()).containsExactly("status:abnormal 0", "gpu>=8 2");
    }

    @Test
    void each_term_says_how_many_pools_there_would_be_without_it() {
        filter.setText("status:running gpu>=16");
        model.withoutEachTerm(answers::add);
        assertThat(lines()).containsExactly("status:running 2", "gpu>=16 3");
    }

    @Test
    void of_two_questions_of_one_kind_only_the_newer_is_answered() {
        filter.setText("status:running");
        model.withoutEachTerm(answers::add);
        filter.setText("gpu>=16");
        model.withoutEachTerm(answers::add);
        model.history(answers::add);
        fixture.run();
        assertThat(answers).as("one for each kind").hasSize(2);
        assertThat(answers.getFirst()).singleElement().matches(one -> one.filter().print().equals("gpu>=16"));
    }

    @Test
    void a_completion_is_dropped_when_it_is_not_wanted_any_more() {
        var offers = new ArrayList<List<FilterCompletionPosition.Offer>>();
        var place = FilterCompletionPosition.at("status:", 7, FilterKeywordLanguage.ENGLISH).orElseThrow();
        model.complete(place, offers::add);
        model.stopCompleting();
        fixture.run();
        assertThat(offers).isEmpty();
        model.complete(place, offers::add);
        fixture.run();
        assertThat(offers).singleElement()
                .satisfies(all -> assertThat(all.getFirst().pools()).as("the most frequent first").hasValue(3));
    }
}
