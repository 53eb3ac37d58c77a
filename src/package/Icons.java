import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;

/// Draws `icons/poolscope.svg` into the png, ico and icns beside it: `java src/package/Icons.java`, with rsvg-convert installed
/// (Debian: librsvg2-bin). Its results are kept in the repository, so that no build needs it.
public final class Icons {
    private static final Path FOLDER = Path.of("icons");
    private static final List<Integer> SIZES = List.of(16, 24, 32, 48, 64, 128, 256, 512);
    /// Sizes of the ico that are kept as plain bitmaps, as older parts of Windows want it; the largest is a PNG.
    private static final List<Integer> BITMAPS = List.of(16, 24, 32, 48, 64);

    private Icons() {}

    public static void main(String[] arguments) throws Exception {
        Map<Integer, byte[]> drawn = new LinkedHashMap<>();
        for (int size : SIZES)
            drawn.put(size, draw(size));
        for (var one : drawn.entrySet())
            Files.write(FOLDER.resolve("poolscope-" + one.getKey() + ".png"), one.getValue());
        Files.write(FOLDER.resolve("poolscope.ico"), ico(drawn));
        Files.write(FOLDER.resolve("poolscope.icns"), icns(drawn, draw(1024)));
    }

    private static byte[] draw(int size) throws IOException, InterruptedException {
        var file = Files.createTempFile("icon", ".png");
        int exit = new ProcessBuilder("rsvg-convert", "-w", "" + size, "-h", "" + size, "-o", file.toString(),
                FOLDER.resolve("poolscope.svg").toString()).inheritIO().start().waitFor();
        if (exit != 0) throw new IOException("rsvg-convert ended with " + exit);
        byte[] picture = Files.readAllBytes(file);
        Files.delete(file);
        return picture;
    }

    private static byte[] ico(Map<Integer, byte[]> drawn) throws IOException {
        var pictures = new LinkedHashMap<Integer, byte[]>();
        for (int size : BITMAPS)
            pictures.put(size, bitmap(drawn.get(size), size));
        pictures.put(256, drawn.get(256));
        var bytes = new ByteArrayOutputStream();
        bytes.write(little(6).putShort((short) 0).putShort((short) 1).putShort((short) pictures.size()).array());
        int at = 6 + 16 * pictures.size();
        for (var one : pictures.entrySet()) {
            byte side = (byte) (int) one.getKey();
            bytes.write(little(16).put(side).put(side).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32)
                    .putInt(one.getValue().length).putInt(at).array());
            at += one.getValue().length;
        }
        for (var picture : pictures.values())
            bytes.write(picture);
        return bytes.toByteArray();
    }

    /// A BITMAPINFOHEADER, the pixels from the bottom up, and an empty mask, for the alpha channel says it already.
    private static byte[] bitmap(byte[] png, int size) throws IOException {
        BufferedImage image = ImageIO.read(new java.io.ByteArrayInputStream(png));
        int mask = (size + 31) / 32 * 4 * size;
        var bytes = little(40 + size * size * 4 + mask);
        bytes.putInt(40).putInt(size).putInt(size * 2).putShort((short) 1).putShort((short) 32).putInt(0)
                .putInt(size * size * 4 + mask).putInt(0).putInt(0).putInt(0).putInt(0);
        for (int y = size - 1; y >= 0; y--)
            for (int x = 0; x < size; x++)
                bytes.putInt(image.getRGB(x, y));
        return bytes.array();
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private static byte[] icns(Map<Integer, byte[]> drawn, byte[] largest) throws IOException {
        var kinds = new LinkedHashMap<String, byte[]>();
        kinds.put("icp4", drawn.get(16));
        kinds.put("icp5", drawn.get(32));
        kinds.put("ic11", drawn.get(32));
        kinds.put("ic12", drawn.get(64));
        kinds.put("ic07", drawn.get(128));
        kinds.put("ic08", drawn.get(256));
        kinds.put("ic13", drawn.get(256));
        kinds.put("ic09", drawn.get(512));
        kinds.put("ic14", drawn.get(512));
        kinds.put("ic10", largest);
        int length = 8 + kinds.values().stream().mapToInt(picture -> 8 + picture.length).sum();
        var bytes = ByteBuffer.allocate(length).put(ascii("icns")).putInt(length);
        kinds.forEach((kind, picture) -> bytes.put(ascii(kind)).putInt(8 + picture.length).put(picture));
        return bytes.array();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
