package poolscope.ui;

import java.util.Map;
import javafx.application.Platform;
import javafx.collections.MapChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.util.Subscription;

/// Whether the system asks for high contrast. The style sheet then draws borders, lines and secondary texts in the
/// colour of texts.
final class HighContrast {
    private static final PseudoClass HIGH_CONTRAST = PseudoClass.getPseudoClass("high-contrast");

    private HighContrast() {}

    /// Keeps the pseudo-class `high-contrast` of the root of a scene as the system asks.
    static Subscription follow(Node root) {
        var preferences = Platform.getPreferences();
        MapChangeListener<String, Object> listener = _ -> show(root, isWanted(preferences));
        preferences.addListener(listener);
        show(root, isWanted(preferences));
        return () -> preferences.removeListener(listener);
    }

    private static void show(Node root, boolean isWanted) {
        root.pseudoClassStateChanged(HIGH_CONTRAST, isWanted);
    }

    /// @param preferences
    ///            by JavaFX's names: Windows has a switch, GTK a theme of that name; JavaFX has none of macOS
    static boolean isWanted(Map<String, Object> preferences) {
        return Boolean.TRUE.equals(preferences.get("Windows.SPI.HighContrast"))
                || preferences.get("GTK.theme_name") instanceof String theme && theme.startsWith("HighContrast");
    }
}
