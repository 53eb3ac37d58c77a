package poolscope.api;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import poolscope.connection.ServiceAndProject;

/// A server on loopback for faults below HTTP: each connection is one request and whatever the script writes.
public final class RawServer implements AutoCloseable {

    /// Plays one connection after its request was read.
    @FunctionalInterface
    public interface Script {
        void play(Socket socket, OutputStream out) throws IOException, InterruptedException;
    }

    private final ServerSocket socket;
    private final Script script;
    public final AtomicInteger open = new AtomicInteger();
    public final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<Throwable> brokenScripts = new CopyOnWriteArrayList<>();

    public RawServer(Script script) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.script = script;
        Thread.ofVirtual().start(this::accept);
    }

    /// Answers nothing and keeps each connection open until the client closes it.
    public static RawServer silent() throws IOException {
        return new RawServer((socket, _) -> socket.getInputStream().transferTo(OutputStream.nullOutputStream()));
    }

    /// Answers every request with these bytes and closes.
    public static RawServer saying(String bytes) throws IOException {
        return new RawServer((_, out) -> out.write(bytes.getBytes(StandardCharsets.ISO_8859_1)));
    }

    public static String ok(String body) {
        return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\nConnection: close\r\n\r\n" + body;
    }

    public int port() {
        return socket.getLocalPort();
    }

    public ServiceAndProject connection(String scheme) {
        return ServiceAndProject
                .of(new ServiceAndProject.Draft("c", "Here", "", scheme + "://127.0.0.1:" + port(), "p1"))
                .orThrow();
    }

    private void accept() {
        try {
            while (true) {
                var client = socket.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void serve(Socket client) {
        open.incrementAndGet();
        try (client) {
            var request = new StringBuilder();
            while (request.indexOf("\r\n\r\n") < 0) {
                int b = client.getInputStream().read();
                if (b < 0) return;
                request.append((char) b);
                if (request.length() == 3 && request.charAt(0) == 0x16) break;
            }
            requests.add(request.toString());
            script.play(client, client.getOutputStream());
        } catch (IOException | InterruptedException _) {
            // the client has gone away, which is what many tests are about
        } catch (RuntimeException | Error e) {
            brokenScripts.add(e);
        } finally {
            open.decrementAndGet();
        }
    }

    /// Fails with what a script of a connection that is over has asserted in vain.
    @Override
    public void close() throws IOException {
        socket.close();
        for (var broken : brokenScripts)
            throw new AssertionError("the script of a connection failed: " + broken.getMessage(), broken);
    }
}
