package poolscope.pool;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import poolscope.PropertyCases;

class NaturalTextOrderTest {
    @Test
    void digits_count_as_numbers_and_case_does_not_matter() {
        assertThat(sorted("pool-10", "Pool-9", "pool-1", "pool-010b", "pool")).containsExactly("pool", "pool-1",
                "Pool-9", "pool-10", "pool-010b");
    }

    @Test
    void zeros_before_a_number_do_not_count_and_digits_stand_between_marks_and_letters() {
        assertThat(sorted("a10", "a007", "a0008", "a9")).containsExactly("a007", "a0008", "a9", "a10");
        assertThat(sorted("poola", "pool1", "pool-a", "pool 2")).containsExactly("pool 2", "pool-a", "pool1", "poola");
    }

    @Test
    void chinese_stands_in_pinyin_order_after_ascii() {
        assertThat(sorted("深圳", "北京", "zoo", "上海", "阿坝", "广州", "成都")).containsExactly("zoo", "阿坝", "北京", "成都", "广州",
                "上海", "深圳");
    }

    @Test
    void numbers_of_any_length_stand_as_numbers() {
        var random = new Random(7);
        var numbers = new ArrayList<BigInteger>();
        for (int i = 0; i < 500; i++)
            numbers.add(new BigInteger(random.nextInt(200), random));
        var names = new ArrayList<>(numbers.stream().map(n -> "n" + n).toList());
        Collections.shuffle(names, random);
        names.sort(NaturalTextOrder::compare);
        assertThat(names).isEqualTo(numbers.stream().sorted().map(n -> "n" + n).toList());
    }

    @Test
    void P11_the_order_is_total() {
        var random = PropertyCases.random(11);
        var letters = "aB0 9-_推理é\u0301😀";
        for (int i = 0; i < PropertyCases.times(20_000); i++) {
            var a = word(random, letters);
            var b = word(random, letters);
            var c = word(random, letters);
            assertThat(Integer.signum(NaturalTextOrder.compare(a, b)))
                    .isEqualTo(-Integer.signum(NaturalTextOrder.compare(b, a)));
            if (NaturalTextOrder.compare(a, b) <= 0 && NaturalTextOrder.compare(b, c) <= 0)
                assertThat(NaturalTextOrder.compare(a, c)).as(a + "|" + b + "|" + c).isLessThanOrEqualTo(0);
        }
    }

    private static String word(Random random, String letters) {
        var word = new StringBuilder();
        for (int i = random.nextInt(5); i > 0; i--)
            word.append(letters.charAt(random.nextInt(letters.length())));
        return word.toString();
    }

    private static List<String> sorted(String... words) {
        return Arrays.stream(words).sorted(NaturalTextOrder::compare).toList();
    }
}
