package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.pool.FieldValue;
import poolscope.pool.node.ScheduledEvent;

/// The kinds of maintenance in the words of the screen.
class ScheduledEventTextTest {
    private static final FieldValue ABSENT = FieldValue.ABSENT;

    private static String type(Locale locale, FieldValue type) {
        return new ScheduledEventText(Texts.of(locale))
                .type(new ScheduledEvent(ABSENT, type, ABSENT, ABSENT, ABSENT, ABSENT, ABSENT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-maintenance", "node_maintenance", "node_reboot", "node_redeploy",
            "localdisk-recovery", "node_localdisk_recovery"})
    void a_documented_kind_is_chinese_in_chinese_and_as_sent_in_english(String sent) {
        assertThat(type(Locale.SIMPLIFIED_CHINESE, FieldValue.text(sent))).matches("\\p{IsHan}+");
        assertThat(type(Locale.ENGLISH, FieldValue.text(sent))).isEqualTo(sent);
    }

    @Test
    void another_kind_is_kept_as_sent_and_a_missing_one_is_a_dash() {
        assertThat(type(Locale.SIMPLIFIED_CHINESE, FieldValue.text("node_painting"))).isEqualTo("node_painting");
        assertThat(type(Locale.SIMPLIFIED_CHINESE, ABSENT)).isEqualTo("—");
    }
}
