package poolscope.desktop;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// A notification service on the session bus that says what it was asked to show.
final class FakeNotificationService {
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final String BUS = "org.freedesktop.DBus";

    private final SocketChannel bus;
    private final Behaviour behaviour;
    private final Consumer<String> log;
    private int serial = 1;

    /// What the service does.
    enum Behaviour {
        /// Shows markup, reports clicks, and each notification is clicked.
        FULL,
        /// Neither.
        PLAIN,
        /// Takes no notification: never answers.
        SILENT,
        /// Answers with values of other types.
        WRONG
    }

    private FakeNotificationService(SocketChannel bus, Behaviour behaviour, Consumer<String> log) {
        this.bus = bus;
        this.behaviour = behaviour;
        this.log = log;
    }

    /// Serves in a thread of its own from now on.
    ///
    /// @param address
    ///            of the bus, `unix:path=…`
    static void start(String address, Behaviour behaviour, Consumer<String> log) throws IOException {
        var path = address.replaceFirst(".*unix:path=", "").replaceFirst("[,;].*", "");
        var bus = SocketChannel.open(StandardProtocolFamily.UNIX);
        bus.connect(UnixDomainSocketAddress.of(path));
        var service = new FakeNotificationService(bus, behaviour, log);
        service.signIn();
        service.call("Hello", new DBusMessage.Writer(), "");
        service.call("RequestName", new DBusMessage.Writer().text(NAME).number(0), "su");
        while (!service.next().member().equals("NameAcquired") || !service.hasName) {
            // the answers to both calls and the signals of both names come in an order of the bus
        }
        Thread.ofPlatform().daemon().name("notification service").start(service::serve);
    }

    private boolean hasName;

    private void signIn() throws IOException {
        var uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid").toString();
        write(("\0AUTH EXTERNAL " + HexFormat.of().formatHex(uid.getBytes(StandardCharsets.US_ASCII)) + "\r\n")
                .getBytes(StandardCharsets.US_ASCII));
        var answer = new StringBuilder();
        while (!answer.toString().endsWith("\r\n"))
            answer.append((char) read(1).get(0));
        if (!answer.toString().startsWith("OK")) throw new IOException("the bus refuses: " + answer);
        write("BEGIN\r\n".getBytes(StandardCharsets.US_ASCII));
    }

    private void call(String member, DBusMessage.Writer body, String signature) throws IOException {
        var fields = new java.util.LinkedHashMap<Integer, Object>(
                Map.of(1, "/org/freedesktop/DBus", 2, BUS, 3, member, 6, BUS));
        if (!signature.isEmpty()) fields.put(8, signature);
        write(DBusMessage.of(DBusMessage.CALL, serial++, fields, body));
    }

    private DBusMessage.Received next() throws IOException {
        var first = read(16);
        var rest = read(DBusMessage.rest(first));
        var message = DBusMessage
                .read(ByteBuffer.allocate(16 + rest.capacity()).put(first.rewind()).put(rest.rewind()).flip());
        if (message.member().equals("NameAcquired")
                && DBusMessage.text(message.body().duplicate().order(java.nio.ByteOrder.LITTLE_ENDIAN)).equals(NAME))
            hasName = true;
        return message;
    }

    private void serve() {
        try {
            while (true) {
                var message = next();
                if (message.type() == DBusMessage.CALL) answer(message);
            }
        } catch (IOException e) {
            log.accept("the service ended: " + e);
        }
    }

    private void answer(DBusMessage.Received call) throws IOException {
        if (behaviour == Behaviour.WRONG) {
            reply(call, new DBusMessage.Writer().number(7), call.member().equals("Notify") ? "i" : "u");
            return;
        }
        switch (call.member()) {
            case "GetServerInformation" ->
                reply(call, new DBusMessage.Writer().text("Fake").text("PoolScope").text("1").text("1.2"), "ssss");
            case "GetCapabilities" -> reply(call,
                    new DBusMessage.Writer().texts(
                            behaviour == Behaviour.FULL ? List.of("body", "body-markup", "actions") : List.of("body")),
                    "as");
            case "Notify" -> notified(call);
            default -> log.accept("asked for " + call.member());
        }
    }

    private void notified(DBusMessage.Received call) throws IOException {
        var body = call.body();
        log.accept("app " + DBusMessage.text(body));
        log.accept("replaces " + DBusMessage.number(body));
        DBusMessage.text(body);
        log.accept("title " + DBusMessage.text(body));
        log.accept("body " + DBusMessage.text(body).replace("\n", "|"));
        log.accept("actions " + DBusMessage.texts(body));
        log.accept("hints " + DBusMessage.dictionary(body));
        if (behaviour == Behaviour.SILENT) return;
        reply(call, new DBusMessage.Writer().number(42), "u");
        if (behaviour == Behaviour.FULL)
            write(DBusMessage.of(DBusMessage.SIGNAL, serial++, Map.of(1, PATH, 2, NAME, 3, "ActionInvoked", 8, "us"),
                    new DBusMessage.Writer().number(42).text("default")));
    }

    private void reply(DBusMessage.Received call, DBusMessage.Writer body, String signature) throws IOException {
        write(DBusMessage.of(DBusMessage.REPLY, serial++,
                Map.of(5, (Object) call.serial(), 6, call.sender(), 8, signature), body));
    }

    private void write(byte[] bytes) throws IOException {
        var buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining())
            bus.write(buffer);
    }

    private ByteBuffer read(int length) throws IOException {
        var buffer = ByteBuffer.allocate(length);
        while (buffer.hasRemaining())
            if (bus.read(buffer) < 0) throw new IOException("the bus is gone");
        return buffer;
    }
}
