package poolscope.ui;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import poolscope.settings.WindowAppearance;

/// The style sheet of a zoom. Sizes in `app.css` are relative to the window's font size, which is set here. The row
/// height of the table is set here too, because it must be whole pixels: otherwise lines blur and every second one
/// is covered.
final class ZoomStyleSheet {
    private static final double FONT = 13;
    private static final double ROW = 30;
    private static final double COMPACT_ROW = 24;

    private ZoomStyleSheet() {}

    /// A `data:` URL with the style sheet, so that no file is needed.
    static String sheet(WindowAppearance windowAppearance) {
        return "data:text/css;base64,"
                + Base64.getEncoder().encodeToString(css(windowAppearance.scale()).getBytes(StandardCharsets.UTF_8));
    }

    private static String css(double scale) {
        return ".root { -fx-font-size: " + FONT * scale + "px; }\n" + ".pools .table-view { -fx-fixed-cell-size: "
                + Math.round(ROW * scale) + "px; }\n" + ".main:compact .pools .table-view { -fx-fixed-cell-size: "
                + Math.round(COMPACT_ROW * scale) + "px; }\n";
    }
}
