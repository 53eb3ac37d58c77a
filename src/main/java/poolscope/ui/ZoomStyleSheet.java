package poolscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import poolscope.settings.Appearance;

/// The style sheet of a zoom. Everything in `app.css` is measured in the size of the window's font, which is set here;
/// the rows of the table stand here too, because they must be whole pixels: else their lines blur and every second one
/// is covered.
final class ZoomStyleSheet {
    private static final double FONT = 13;
    private static final double ROW = 30;
    private static final double COMPACT_ROW = 24;

    private ZoomStyleSheet() {}

    /// The address of that style sheet: its text, so that no file is needed.
    static String sheet(Appearance appearance) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css(appearance.scale()).getBytes(StandardCharsets.UTF_8));
    }

    private static String css(double scale) {
        return ".root { -fx-font-size: " + FONT * scale + "px; }\n" + ".pools .table-view { -fx-fixed-cell-size: "
                + Math.round(ROW * scale) + "px; }\n" + ".main:compact .pools .table-view { -fx-fixed-cell-size: "
                + Math.round(COMPACT_ROW * scale) + "px; }\n";
    }
}
