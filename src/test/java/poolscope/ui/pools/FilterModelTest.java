package poolscope.ui.pools;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolStatus;
import poolscope.pool.filter.ComparisonOperator;
import poolscope.pool.filter.FilterKeywordLanguage;
import poolscope.pool.filter.PoolFilter;
import poolscope.settings.FilterTextAndHistory;

class FilterModelTest {
    private final ObjectProperty<FilterTextAndHistory> memory = new SimpleObjectProperty<>(
            FilterTextAndHistory.defaults());
    private final List<Runnable> waiting = new ArrayList<>();
    private final FilterModel model = open();

    private FilterModel open() {
        return new FilterModel(memory, waiting::add, ZoneOffset.UTC);
    }

    private void pause() {
        waiting.forEach(Runnable::run);
        waiting.clear();
    }

    private void write(FilterModel into, String text) {
        for (int i = 1; i <= text.length(); i++)
            into.type(text.substring(0, i));
    }

    private List<String> chips() {
        return model.state().chips().stream().map(chip -> chip.term().print()).toList();
    }

    @Test
    void typing_counts_once_it_pauses_and_at_once_with_enter() {
        write(model, "train");
        assertThat(model.filterProperty().get()).isEqualTo(PoolFilter.ALL);
        pause();
        assertThat(model.filterProperty().get().print()).isEqualTo("train");
        write(model, "gpu>=8");
        model.commit();
        assertThat(model.filterProperty().get().print()).isEqualTo("gpu>=8");
        assertThat(chips()).containsExactly("gpu>=8");
        assertThat(model.state().typed()).isEmpty();
    }

    @Test
    void what_is_typed_stays_text_while_it_is_edited_so_that_or_can_follow() {
        write(model, "status:running or status:abnormal");
        assertThat(chips()).isEmpty();
        model.commit();
        assertThat(chips()).containsExactly("status:running or status:abnormal");
        write(model, "gpu>=8 train");
        model.commit();
        assertThat(chips()).containsExactly("status:running or status:abnormal", "gpu>=8", "train");
        assertThat(model.text()).isEqualTo("(status:running or status:abnormal) gpu>=8 train");
    }

    @Test
    void an_unfinished_or_wrong_text_leaves_what_it_last_said_on() {
        model.setText("status:running");
        write(model, "train gpu>=");
        pause();
        model.commit();
        assertThat(model.filterProperty().get().print()).isEqualTo("status:running train");
        assertThat(chips()).containsExactly("status:running");
        assertThat(model.state().typed()).isEqualTo("train gpu>=");
        model.type("gpus:1");
        pause();
        assertThat(model.parsedProperty().get().verdict()).isEqualTo(PoolFilter.Verdict.WRONG);
        assertThat(model.filterProperty().get().print()).isEqualTo("status:running train");
    }

    @Test
    void a_text_that_is_replaced_by_an_unfinished_one_stays_on() {
        model.type("train");
        model.type("gpu>=");
        pause();
        assertThat(model.filterProperty().get().print()).isEqualTo("train");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            gpx>=8           | ''
            train gpx>=8     | train
            train not gpx>8  | train
            gpux~(           | ''
            creted<          | ''
            """)
    void a_word_that_becomes_a_condition_with_an_error_does_not_stay_on_as_a_word(String text, String shown) {
        for (int length = 1; length <= text.length(); length++) {
            model.type(text.substring(0, length));
            pause();
        }
        assertThat(model.parsedProperty().get().verdict()).isNotEqualTo(PoolFilter.Verdict.VALID);
        assertThat(model.filterProperty().get().print()).isEqualTo(shown);
    }

    @Test
    void a_word_in_the_middle_that_becomes_a_condition_with_an_error_does_not_stay_on_as_a_word() {
        for (var text : List.of("gpx train", "gpx> train", "gpx>= train", "gpx>=8 train")) {
            model.type(text);
            pause();
        }
        assertThat(model.parsedProperty().get().verdict()).isEqualTo(PoolFilter.Verdict.WRONG);
        assertThat(model.filterProperty().get().print()).doesNotContain("gpx");
    }

    @Test
    void a_wrong_name_can_be_replaced_by_the_one_that_was_meant() {
        model.type("train gpus:1");
        assertThat(model.suggestion()).contains("gpu");
        model.acceptSuggestion();
        assertThat(model.state().typed()).isEqualTo("train gpu:1");
        assertThat(model.parsedProperty().get().verdict()).isEqualTo(PoolFilter.Verdict.VALID);
    }

    @Test
    void a_chip_can_be_negated_switched_off_removed_and_made_text_again() {
        model.setText("status:running gpu>=8");
        var gpu = model.state().chips().getLast().term();
        model.chips().negate(gpu);
        assertThat(chips()).containsExactly("status:running", "not gpu>=8");
        model.chips().negate(gpu.negate());
        model.chips().switchOver(gpu);
        assertThat(chips()).containsExactly("status:running", "gpu>=8");
        assertThat(model.filterProperty().get().print()).isEqualTo("status:running");
        model.chips().switchOver(gpu);
        assertThat(model.text()).isEqualTo("status:running gpu>=8");
        model.chips().open(gpu, FilterKeywordLanguage.ENGLISH);
        assertThat(chips()).containsExactly("status:running");
        assertThat(model.state().typed()).isEqualTo("gpu>=8");
        assertThat(model.text()).isEqualTo("status:running gpu>=8");
        model.chips().remove(model.state().chips().getFirst().term());
        assertThat(model.text()).isEqualTo("gpu>=8");
    }

    /// Esc deleted the condition that had only been clicked, and a click switched on what was switched off.
    @Test
    void a_chip_that_was_opened_and_not_committed_is_that_chip_again() {
        model.setText("status:running gpu>=8 train");
        var gpu = model.state().chips().get(1).term();
        model.chips().switchOver(gpu);
        model.type("x");
        var before = model.state();
        model.chips().open(gpu, FilterKeywordLanguage.ENGLISH);
        model.type("gpu>=80 x");
        model.type("");
        model.clearTyped();
        assertThat(model.state()).isEqualTo(before);
        assertThat(model.filterProperty().get().print()).isEqualTo("status:running train x");
        model.clearTyped();
        assertThat(chips()).hasSize(3);
        assertThat(model.history()).as("never asked for").noneMatch(text -> text.contains("gpu>=8 train x"));
        model.undo();
        assertThat(model.state()).as("editing is no step").isEqualTo(before);
    }

    @Test
    void a_chip_that_was_opened_and_left_unchanged_is_that_chip_again_and_a_changed_one_is_committed() {
        model.setText("status:running gpu>=8 train");
        var gpu = model.state().chips().get(1).term();
        model.chips().switchOver(gpu);
        var before = model.state();
        model.chips().open(gpu, FilterKeywordLanguage.ENGLISH);
        model.chips().open(model.state().chips().getFirst().term(), FilterKeywordLanguage.ENGLISH);
        model.leave();
        assertThat(model.state()).isEqualTo(before);
        model.type("x");
        model.chips().open(gpu, FilterKeywordLanguage.ENGLISH);
        model.leave();
        assertThat(chips()).as("what was typed before is a chip")
                .containsExactly("status:running", "gpu>=8", "train", "x");
        model.undo();
        model.chips().open(gpu, FilterKeywordLanguage.ENGLISH);
        model.type("gpu>=80");
        model.leave();
        assertThat(model.text()).isEqualTo("status:running train gpu>=80");
        model.clearTyped();
        assertThat(model.text()).isEqualTo("status:running train gpu>=80");
    }

    @Test
    void what_happens_to_other_chips_stays_when_an_opened_chip_is_closed() {
        model.setText("status:running gpu>=8 train");
        var all = model.state().chips();
        model.chips().open(all.get(2).term(), FilterKeywordLanguage.ENGLISH);
        model.chips().open(all.get(1).term(), FilterKeywordLanguage.ENGLISH);
        model.chips().remove(all.get(0).term());
        model.clearTyped();
        assertThat(chips()).containsExactly("gpu>=8");
        assertThat(model.state().typed()).isEqualTo("train");
        model.clearTyped();
        assertThat(chips()).containsExactlyInAnyOrder("gpu>=8", "train");
        assertThat(model.state().typed()).isEmpty();
    }

    @Test
    void alternatives_that_become_text_keep_their_meaning_beside_other_text() {
        model.setText("(a or b) c");
        var either = model.state().chips().getFirst().term();
        model.type("d or e");
        model.chips().open(either, FilterKeywordLanguage.ENGLISH);
        assertThat(model.text()).isEqualTo("c (a or b) (d or e)");
        model.commit();
        assertThat(model.text()).isEqualTo("c (a or b) (d or e)");
        model.undo();
        model.undo();
        model.type("gpu>=");
        model.chips().open(either, FilterKeywordLanguage.ENGLISH);
        model.type(model.state().typed() + "8");
        assertThat(model.text()).isEqualTo("c (a or b) gpu>=8");
    }

    @Test
    void cells_and_statuses_edit_the_same_value_one_step_each() {
        model.type("train");
        model.only(PoolField.OWNER, FieldValue.text("li.wei"));
        model.leaveOut(PoolField.STATUS, new FieldValue.State(PoolStatus.of("abnormal")));
        model.compare(PoolField.ACCELERATORS, ComparisonOperator.AT_LEAST,
                new FieldValue.Number(BigDecimal.valueOf(8)));
        model.compare(PoolField.OWNER, ComparisonOperator.AT_LEAST, FieldValue.text("makes no sense"));
        model.toggle(PoolStatus.of("running"), List.of(PoolStatus.of("running"), PoolStatus.of("abnormal")));
        assertThat(model.text()).contains("train owner=li.wei").contains("gpu>=8");
        for (int steps = 0; steps < 5; steps++)
            model.undo();
        assertThat(model.undoableProperty().get()).isFalse();
        assertThat(model.state()).isEqualTo(FilterChipsAndTypedText.EMPTY);
        model.redo();
        assertThat(model.state().typed()).isEqualTo("train");
    }

    @Test
    void dropping_a_term_works_wherever_it_stands() {
        model.setText("status:running");
        model.type("train gpu>=8");
        pause();
        model.drop(PoolFilter.parse("train").filter());
        assertThat(model.text()).isEqualTo("status:running gpu>=8");
        model.drop(PoolFilter.parse("status:running").filter());
        assertThat(model.text()).isEqualTo("gpu>=8");
    }

    @Test
    void the_letters_of_a_word_are_one_step_and_so_is_the_enter_behind_it() {
        write(model, "train gpu>=8");
        model.commit();
        model.undo();
        assertThat(model.state().typed()).isEqualTo("train ");
        model.undo();
        assertThat(model.state()).isEqualTo(FilterChipsAndTypedText.EMPTY);
        model.redo();
        model.redo();
        assertThat(chips()).containsExactly("train", "gpu>=8");
        assertThat(model.redoableProperty().get()).isFalse();
    }

    @Test
    void a_restart_brings_the_filter_back_and_says_so_until_it_is_touched() {
        model.setText("status:running");
        model.type("gpu>=8");
        pause();
        model.chips().switchOver(model.state().chips().getFirst().term());
        var again = open();
        assertThat(again.text()).isEqualTo("gpu>=8");
        assertThat(again.filterProperty().get().print()).isEqualTo("gpu>=8");
        assertThat(again.restoredProperty().get()).isTrue();
        again.type("x");
        assertThat(again.restoredProperty().get()).isFalse();
        again.clear();
        assertThat(open().restoredProperty().get()).isFalse();
    }

    @Test
    void the_note_of_a_restored_filter_can_be_dismissed() {
        memory.set(memory.get().withText("train"));
        var again = open();
        again.dismissRestored();
        assertThat(again.restoredProperty().get()).isFalse();
        assertThat(again.text()).isEqualTo("train");
    }

    @Test
    void finished_filters_are_remembered_newest_first_each_once() {
        model.setText("a");
        model.setText("b");
        write(model, "cc");
        model.commit();
        model.setText("a");
        model.clear();
        assertThat(model.history()).containsExactly("a", "b cc", "b");
        for (int i = 0; i < 60; i++)
            model.setText("pool-" + i);
        assertThat(open().history()).hasSize(50).startsWith("pool-59", "pool-58").endsWith("pool-10");
    }

    @Test
    void a_filter_too_long_to_be_kept_whole_is_not_kept_at_all() {
        model.setText("name:" + "x".repeat(FilterTextAndHistory.LONGEST));
        assertThat(open().text()).isEmpty();
    }

    /// The model against the simplest one that could be right: a list of states and a place in it.
    @Test
    void undo_and_redo_walk_the_states_whatever_was_done() {
        for (long seed = 0; seed < 2_000; seed++) {
            var chance = new SplittableRandom(seed);
            var one = new FilterModel(new SimpleObjectProperty<>(FilterTextAndHistory.defaults()), Runnable::run,
                    ZoneOffset.UTC);
            var states = new ArrayList<>(List.of(one.state()));
            int at = 0;
            for (int i = 0; i < 40; i++) {
                int choice = chance.nextInt(4);
                if (choice == 0) {
                    one.undo();
                    at = Math.max(0, at - 1);
                } else if (choice == 1) {
                    one.redo();
                    at = Math.min(states.size() - 1, at + 1);
                } else {
                    change(one, chance);
                    if (!one.state().equals(states.get(at))) {
                        states.subList(at + 1, states.size()).clear();
                        states.add(one.state());
                        at++;
                    }
                }
                assertThat(one.state()).as("seed %d step %d", seed, i).isEqualTo(states.get(at));
                assertThat(one.filterProperty().get()).isEqualTo(states.get(at).filter());
                assertThat(one.undoableProperty().get()).isEqualTo(at > 0);
                assertThat(one.redoableProperty().get()).isEqualTo(at < states.size() - 1);
            }
        }
    }

    private static void change(FilterModel model, SplittableRandom chance) {
        var texts = List.of("a", "gpu>=8", "status:running a", "a or b", "gpus:1", "gpu>=", "");
        var chips = model.state().chips();
        var chip = chips.isEmpty() ? PoolFilter.ALL : chips.get(chance.nextInt(chips.size())).term();
        switch (chance.nextInt(7)) {
            case 0 -> model.setText(texts.get(chance.nextInt(texts.size())));
            case 1 -> model.chips().negate(chip);
            case 2 -> model.chips().switchOver(chip);
            case 3 -> model.chips().remove(chip);
            case 4 -> model.only(PoolField.OWNER, FieldValue.text("owner-" + chance.nextInt(3)));
            case 5 -> model.clear();
            default -> model.toggle(PoolStatus.of(chance.nextBoolean() ? "running" : "abnormal"), List.of());
        }
    }
}
