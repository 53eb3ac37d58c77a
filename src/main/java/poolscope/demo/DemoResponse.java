package poolscope.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A response before it is sent.
///
/// @param status
///            200 to 599
/// @param headers
///            beside `X-Request-Id`, `Date` (the server sets it) and those of the body's length
record DemoResponse(int status, List<Header> headers, Body body) {
    static final String JSON = "application/json;charset=utf-8";

    record Header(String name, String value) {}

    /// The length need not be known: a list of a million rows is never held in memory as a whole.
    @FunctionalInterface
    interface Body {
        void writeTo(OutputStream out) throws IOException;

        /// In bytes, or -1 when it is not known before it is written.
        default long length() {
            return -1;
        }
    }

    record Bytes(byte[] bytes) implements Body {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }

        @Override
        public long length() {
            return bytes.length;
        }
    }

    static DemoResponse text(int status, String contentType, String text) {
        return of(status, contentType, new Bytes(text.getBytes(StandardCharsets.UTF_8)));
    }

    static DemoResponse of(int status, String contentType, Body body) {
        return new DemoResponse(status,
                contentType.isEmpty() ? List.of() : List.of(new Header("Content-Type", contentType)), body);
    }

    /// Replaces a header of the same name.
    DemoResponse with(String name, String value) {
        var changed = new ArrayList<>(headers);
        changed.removeIf(header -> header.name().equalsIgnoreCase(name));
        changed.add(new Header(name, value));
        return new DemoResponse(status, List.copyOf(changed), body);
    }

    DemoResponse with(byte[] bytes) {
        return new DemoResponse(status, headers, new Bytes(bytes));
    }

    byte[] bytes() throws IOException {
        if (body instanceof Bytes known) return known.bytes();
        var out = new ByteArrayOutputStream();
        body.writeTo(out);
        return out.toByteArray();
    }
}
