package poolscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/// The style sheet for screens that can't show transparent windows, as an X11 screen without a compositor: tooltips,
/// menus and lists have square corners, a border and no shadow there, because what is transparent is drawn black.
public final class OpaquePopupStyleSheet {
    private static final String CSS = ".tooltip, .context-menu, .combo-box-popup > .list-view"
            + " { -fx-background-radius: 0; -fx-border-radius: 0; -fx-effect: null; -fx-opacity: 1; }";

    private OpaquePopupStyleSheet() {}

    /// A `data:` URL with the style sheet, so that no file is needed.
    public static String sheet() {
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(CSS.getBytes(StandardCharsets.UTF_8));
    }
}
