package poolscope.ui;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.ConditionalFeature;
import javafx.application.Platform;
import javafx.beans.property.ObjectProperty;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.util.Subscription;
import poolscope.settings.WindowAppearance;

/// The style sheets of the window, which follow the settings and the system at once: light or dark, sizes,
/// accent colour.
final class WindowStyleSheets implements AutoCloseable {
    private final ObjectProperty<WindowAppearance> windowAppearance;
    private Subscription systemColors = Subscription.EMPTY;

    /// To be made before the first control, which would load JavaFX's own style sheet.
    WindowStyleSheets(ObjectProperty<WindowAppearance> windowAppearance) {
        this.windowAppearance = windowAppearance;
        Application.setUserAgentStylesheet(sheet(isDark()));
    }

    /// Keeps the sheets of this scene up to date.
    ///
    /// @param root
    ///            of the scene
    void follow(Scene scene, Node root) {
        scene.getStylesheets().add(address("app.bss"));
        windowAppearance.map(WindowAppearance::theme).subscribe(_ -> setTheme(scene));
        windowAppearance.map(this::ownSheets).subscribe(now -> addSheets(scene, now));
        systemColors = Subscription.combine(
                Platform.getPreferences().colorSchemeProperty().subscribe(_ -> setTheme(scene)),
                Platform.getPreferences()
                        .accentColorProperty()
                        .subscribe((_, _) -> addSheets(scene, ownSheets(windowAppearance.get()))),
                HighContrast.follow(root));
    }

    private void setTheme(Scene scene) {
        boolean dark = isDark();
        scene.getPreferences().setColorScheme(dark ? ColorScheme.DARK : ColorScheme.LIGHT);
        Application.setUserAgentStylesheet(sheet(dark));
        addSheets(scene, ownSheets(windowAppearance.get()));
    }

    private boolean isDark() {
        return switch (windowAppearance.get().theme()) {
            case LIGHT -> false;
            case DARK -> true;
            case SYSTEM -> Platform.getPreferences().getColorScheme() == ColorScheme.DARK;
        };
    }

    private static String sheet(boolean dark) {
        return address(dark ? "dark.bss" : "light.bss");
    }

    /// The build makes the sheets: see `src/package/StylesheetCompiler.java`.
    private static String address(String sheet) {
        return Objects.requireNonNull(WindowStyleSheets.class.getResource(sheet), sheet).toExternalForm();
    }

    /// The sheets after `app.css`: sizes, the system's accent colour when it is chosen, and square popups where a
    /// window can't be transparent.
    private List<String> ownSheets(WindowAppearance now) {
        var sheets = new ArrayList<>(List.of(ZoomStyleSheet.sheet(now)));
        if (now.accentColour() == WindowAppearance.AccentColour.SYSTEM)
            sheets.add(AccentColourStyleSheet.sheet(Platform.getPreferences().getAccentColor(), isDark()));
        if (!Platform.isSupported(ConditionalFeature.TRANSPARENT_WINDOW)) sheets.add(OpaquePopupStyleSheet.sheet());
        return sheets;
    }

    /// To those of the scene: menus and tooltips take them over from it.
    private static void addSheets(Scene scene, List<String> sheets) {
        var all = new ArrayList<>(scene.getStylesheets().subList(0, 1));
        all.addAll(sheets);
        if (!all.equals(scene.getStylesheets())) scene.getStylesheets().setAll(all);
    }

    @Override
    public void close() {
        systemColors.unsubscribe();
    }
}
