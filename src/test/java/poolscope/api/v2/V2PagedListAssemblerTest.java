package poolscope.api.v2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import poolscope.pool.FieldValue;
import poolscope.pool.Inventory.Reason;

class V2PagedListAssemblerTest {
    private static final long NONE = V2ItemPage.NOT_REPORTED;

    private static V2ItemPage<String> page(String next, long total, String... items) {
        return new V2ItemPage<>(List.of(items), next, total, 0);
    }

    private static V2PagedListAssembler<String> byToken() {
        return V2PagedListAssembler.byToken(FieldValue::text);
    }

    private static V2PagedListAssembler<String> byOffset() {
        return V2PagedListAssembler.byOffset(FieldValue::text);
    }

    @Test
    void one_page_without_continue_is_the_list() {
        var paging = byToken();
        paging.accept(page("", NONE, "a", "b"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.COMPLETE);
    }

    @Test
    void follows_continue_and_keeps_each_item_once() {
        var paging = byToken();
        paging.accept(page("t1", NONE, "a", "b"));
        assertThat(paging.next()).contains(new V2PagedListAssembler.Position("t1", 2));
        paging.accept(page("", NONE, "b", "c"));
        assertThat(paging.items()).containsExactly("a", "b", "c");
        assertThat(paging.duplicates()).isEqualTo(1);
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.COMPLETE);
    }

    @Test
    void stops_when_a_page_brings_nothing_new() {
        var paging = byToken();
        paging.accept(page("t1", NONE, "a"));
        paging.accept(page("t2", NONE, "a"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.NOTHING_NEW);
    }

    @Test
    void stops_when_a_token_comes_again() {
        var paging = byToken();
        paging.accept(page("t1", NONE, "a"));
        paging.accept(page("t1", NONE, "b"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.TOKEN_REPEATED);
        assertThat(paging.gap()).contains(Reason.ENDLESS);
        assertThat(paging.items()).containsExactly("a", "b");
    }

    @Test
    void stops_at_last_however_much_new_comes() {
        var paging = byToken();
        for (int i = 0; paging.next().isPresent(); i++)
            paging.accept(page("t" + i, NONE, "i" + i));
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.TOO_MANY_PAGES);
    }

    @Test
    void goes_on_by_offset_until_the_total_is_reached() {
        var paging = byOffset();
        paging.accept(page("", 3, "a", "b"));
        assertThat(paging.next()).contains(new V2PagedListAssembler.Position("", 2));
        paging.accept(page("", 3, "c"));
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.COMPLETE);
    }

    @Test
    void a_service_that_ignores_the_offset_ends_as_fewer_than_said() {
        var paging = byOffset();
        paging.accept(page("", 3, "a", "b"));
        paging.accept(page("", 3, "a", "b"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.FEWER_THAN_TOTAL);
    }

    @Test
    void a_list_that_stops_short_of_its_total_is_not_complete_although_it_names_another_page() {
        var paging = byToken();
        paging.accept(page("t1", 3, "a", "b"));
        paging.accept(page("t2", 3, "a", "b"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.FEWER_THAN_TOTAL);
        assertThat(paging.gap()).contains(Reason.COUNTS_DISAGREE);
    }

    @Test
    void a_list_that_is_shorter_than_its_total_is_not_complete() {
        var paging = byToken();
        paging.accept(page("", 3, "a"));
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.FEWER_THAN_TOTAL);
    }

    @Test
    void items_without_a_key_are_kept_and_do_not_lead_on_for_ever() {
        var paging = V2PagedListAssembler.<String>byToken(_ -> FieldValue.ABSENT);
        Stream.of("t1", "t2", "t3")
                .filter(_ -> paging.next().isPresent())
                .forEach(t -> paging.accept(page(t, NONE, "x")));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.items()).containsExactly("x", "x");
        assertThat(paging.size()).isEqualTo(2);
        assertThat(paging.duplicates()).isZero();
    }

    @Test
    void reads_no_more_pages_than_it_may() {
        var paging = V2PagedListAssembler.<String>byOffset(FieldValue::text, 2);
        paging.accept(page("t1", NONE, "a"));
        assertThat(paging.next()).isPresent();
        paging.accept(page("t2", NONE, "b"));
        assertThat(paging.next()).isEmpty();
        assertThat(paging.gap()).contains(Reason.ENDLESS);
    }

    @Test
    void an_item_that_can_not_be_read_counts_as_one_that_was_sent() {
        var paging = byOffset();
        paging.accept(new V2ItemPage<>(List.of("a", "b"), "", 5, 1));
        assertThat(paging.next()).contains(new V2PagedListAssembler.Position("", 3));
        paging.accept(new V2ItemPage<>(List.of("c"), "", 5, 1));
        assertThat(paging.unreadable()).isEqualTo(2);
        assertThat(paging.state()).isEqualTo(V2PagedListAssembler.State.COMPLETE);
        assertThat(paging.gap()).isEmpty();
    }
}
