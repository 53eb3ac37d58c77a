package poolscope.ui.commands;

import java.util.function.Function;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.Text;

/// How wide the columns of menus and keys of the palette are: as wide as the widest text of the lines found. The menus
/// get at most [#MOST_OF_LIST] of the list, and are wrapped then.
final class PaletteColumnWidths {
    private static final double MOST_OF_LIST = 0.5;
    /// Size of the small font of both columns, and padding around a key, in em.
    private static final double SMALL = 0.923;
    private static final double KEY_PADDING = 1.2;

    private final DoubleProperty beside = new SimpleDoubleProperty(this, "beside");
    private final DoubleProperty keys = new SimpleDoubleProperty(this, "keys");
    private final Text measured = new Text();

    ReadOnlyDoubleProperty besideProperty() {
        return beside;
    }

    ReadOnlyDoubleProperty keysProperty() {
        return keys;
    }

    /// Measures the lines. The bold font is wider than the plain one, and what is found is bold.
    ///
    /// @param font
    ///            of the list, at the zoom in use
    /// @param list
    ///            width of the list
    void fit(PaletteModel.Result found, Font font, double list) {
        measured.setFont(Font.font(font.getFamily(), FontWeight.BOLD, font.getSize() * SMALL));
        beside.set(Math.min(list * MOST_OF_LIST, widest(found, entry -> entry.beside(found.search()))));
        double widestKeys = widest(found, PaletteEntry::keys);
        keys.set(widestKeys == 0 ? 0 : widestKeys + KEY_PADDING * font.getSize());
    }

    private double widest(PaletteModel.Result found, Function<PaletteEntry, String> part) {
        return found.entries().stream().map(part).distinct().mapToDouble(this::width).max().orElse(0);
    }

    private double width(String text) {
        measured.setText(text);
        return Math.ceil(measured.getLayoutBounds().getWidth());
    }
}
