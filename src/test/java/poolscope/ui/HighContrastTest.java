package poolscope.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class HighContrastTest {
    @Test
    void it_is_wanted_by_the_switch_of_windows_or_a_theme_of_gtk() {
        assertThat(HighContrast.isWanted(Map.of())).isFalse();
        assertThat(HighContrast.isWanted(Map.of("Windows.SPI.HighContrast", false))).isFalse();
        assertThat(HighContrast.isWanted(Map.of("Windows.SPI.HighContrast", true))).isTrue();
        assertThat(HighContrast.isWanted(Map.of("GTK.theme_name", "Adwaita"))).isFalse();
        assertThat(HighContrast.isWanted(Map.of("GTK.theme_name", "HighContrastInverse"))).isTrue();
    }
}
