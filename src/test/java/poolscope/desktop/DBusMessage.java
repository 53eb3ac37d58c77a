package poolscope.desktop;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A message of D-Bus as bytes, as much of it as a notification service needs. Written from the D-Bus specification,
/// without any library.
final class DBusMessage {
    static final int CALL = 1;
    static final int REPLY = 2;
    static final int SIGNAL = 4;
    private static final int REPLY_SERIAL = 5;

    private DBusMessage() {}

    /// Writes values with the alignment of D-Bus, little endian.
    static final class Writer {
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Writer align(int to) {
            while (bytes.size() % to != 0)
                bytes.write(0);
            return this;
        }

        Writer number(int value) {
            align(4);
            bytes.writeBytes(ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array());
            return this;
        }

        Writer text(String text) {
            var utf8 = text.getBytes(StandardCharsets.UTF_8);
            number(utf8.length);
            bytes.writeBytes(utf8);
            bytes.write(0);
            return this;
        }

        Writer texts(List<String> texts) {
            var inner = new Writer();
            texts.forEach(inner::text);
            number(inner.bytes.size());
            bytes.writeBytes(inner.bytes.toByteArray());
            return this;
        }

        private Writer signature(String signature) {
            bytes.write(signature.length());
            bytes.writeBytes(signature.getBytes(StandardCharsets.US_ASCII));
            bytes.write(0);
            return this;
        }

        private void field(int code, String type, Object value) {
            align(8);
            bytes.write(code);
            signature(type);
            switch (type) {
                case "u" -> number((Integer) value);
                case "g" -> signature((String) value);
                default -> text((String) value);
            }
        }
    }

    /// @param fields
    ///            of the header, by their codes
    static byte[] of(int type, int serial, Map<Integer, Object> fields, Writer body) {
        var header = new Writer();
        header.bytes.writeBytes(new byte[]{'l', (byte) type, 0, 1});
        header.number(body.bytes.size()).number(serial);
        var array = new Writer();
        fields.forEach((code, value) -> array.field(code,
                code == 1 ? "o" : code == REPLY_SERIAL ? "u" : code == 8 ? "g" : "s", value));
        header.number(array.bytes.size());
        header.bytes.writeBytes(array.bytes.toByteArray());
        header.align(8);
        header.bytes.writeBytes(body.bytes.toByteArray());
        return header.bytes.toByteArray();
    }

    /// A message that came.
    record Received(int type, int serial, Map<Integer, Object> fields, ByteBuffer body) {
        String member() {
            return String.valueOf(fields.get(3));
        }

        String sender() {
            return String.valueOf(fields.get(7));
        }
    }

    /// The length of what follows the first 16 bytes.
    static int rest(ByteBuffer first) {
        var fields = first.order(ByteOrder.LITTLE_ENDIAN).getInt(12);
        return (fields + 7) / 8 * 8 + first.getInt(4);
    }

    static Received read(ByteBuffer whole) {
        whole.order(ByteOrder.LITTLE_ENDIAN);
        int end = 16 + whole.getInt(12);
        Map<Integer, Object> fields = new HashMap<>();
        whole.position(16);
        while (whole.position() < end) {
            align(whole, 8);
            int code = whole.get();
            var type = signature(whole);
            fields.put(code, switch (type) {
                case "u" -> number(whole);
                case "g" -> signature(whole);
                default -> text(whole);
            });
        }
        align(whole, 8);
        return new Received(whole.get(1), whole.getInt(8), fields, whole);
    }

    static int number(ByteBuffer from) {
        align(from, 4);
        return from.getInt();
    }

    static String text(ByteBuffer from) {
        var bytes = new byte[number(from)];
        from.get(bytes);
        from.get();
        return new String(bytes, StandardCharsets.UTF_8);
    }

    static List<String> texts(ByteBuffer from) {
        int length = number(from);
        int end = from.position() + length;
        List<String> texts = new ArrayList<>();
        while (from.position() < end)
            texts.add(text(from));
        return texts;
    }

    /// A dictionary of texts to texts and flags.
    static Map<String, String> dictionary(ByteBuffer from) {
        int length = number(from);
        align(from, 8);
        int end = from.position() + length;
        Map<String, String> entries = new java.util.TreeMap<>();
        while (from.position() < end) {
            align(from, 8);
            var key = text(from);
            entries.put(key, switch (signature(from)) {
                case "s" -> text(from);
                case "b" -> String.valueOf(number(from) == 1);
                default -> throw new IllegalStateException("another type for " + key);
            });
        }
        return entries;
    }

    private static String signature(ByteBuffer from) {
        var bytes = new byte[from.get()];
        from.get(bytes);
        from.get();
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private static void align(ByteBuffer buffer, int to) {
        while (buffer.position() % to != 0)
            buffer.get();
    }
}
