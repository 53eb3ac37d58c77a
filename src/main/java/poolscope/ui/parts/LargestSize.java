package poolscope.ui.parts;

import javafx.scene.text.Font;

/// The largest preferred size that a control has had in one font.
public final class LargestSize {
    private Font font = Font.getDefault();
    private double width;
    private double height;
    /// The width for which the height was asked.
    private double heightAt;

    /// The largest width until now, with this one.
    public double width(double now, Font font) {
        use(font);
        width = Math.max(width, now);
        return width;
    }

    /// The largest height until now, with this one.
    ///
    /// @param width
    ///            for which it is; another width begins anew, because texts wrap differently
    public double height(double now, double width, Font font) {
        use(font);
        if (width != heightAt) height = 0;
        heightAt = width;
        height = Math.max(height, now);
        return height;
    }

    /// Forgets the sizes.
    public void release() {
        width = 0;
        height = 0;
    }

    /// A font changes with the zoom, and when styles are applied for the first time.
    private void use(Font now) {
        if (now.equals(font)) return;
        font = now;
        release();
    }
}
