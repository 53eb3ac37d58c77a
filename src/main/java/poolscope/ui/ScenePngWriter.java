package poolscope.ui;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;
import poolscope.export.ExportContent;

/// Renders a scene and writes it to a PNG file.
public final class ScenePngWriter {
    private ScenePngWriter() {}

    /// Renders the scene. For the FX thread.
    public static WritableImage of(Scene scene) {
        return scene.snapshot(null);
    }

    /// Writes the image, and creates missing folders.
    ///
    /// @throws IOException
    ///             when the file can't be written
    public static void write(WritableImage picture, Path file) throws IOException {
        var folder = file.toAbsolutePath().getParent();
        if (folder != null) Files.createDirectories(folder);
        if (!ImageIO.write(imageOf(picture), "png", file.toFile())) throw unable();
    }

    /// The picture as the content of a PNG file.
    static ExportContent content(WritableImage picture) {
        return out -> {
            if (!ImageIO.write(imageOf(picture), "png", out)) throw unable();
            return 1;
        };
    }

    private static IOException unable() {
        return new IOException("This Java can not write PNG files.");
    }

    private static BufferedImage imageOf(WritableImage picture) {
        int width = (int) picture.getWidth();
        int height = (int) picture.getHeight();
        var pixels = new int[width * height];
        picture.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, width, height, pixels, 0, width);
        return image;
    }
}
