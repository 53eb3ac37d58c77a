package poolscope.api;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Secret;
import poolscope.connection.ValidationResult;

/// A proxy on loopback that answers `CONNECT` as told, and tunnels when that is 200.
public final class ConnectProxy implements AutoCloseable {
    public static final String TUNNEL = "HTTP/1.1 200 Connection established\r\n\r\n";

    private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final String answer;
    /// The heads of the requests that arrived.
    public final List<String> heads = new CopyOnWriteArrayList<>();

    public ConnectProxy(String answer) throws IOException {
        this.answer = answer;
        Thread.ofVirtual().start(this::accept);
    }

    public NetworkRouteAndPasswords way(String user, String password, NetworkRoute networkRoute) {
        var choice = ((ValidationResult.Accepted<ProxyChoice>) ProxyChoice.manual("127.0.0.1:" + socket.getLocalPort(),
                user)).value();
        return new NetworkRouteAndPasswords(networkRoute.withProxy(choice),
                password.isEmpty() ? Optional.empty() : Optional.of(Secret.ofPassword(password).orThrow()));
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
        try (client) {
            var head = head(client.getInputStream());
            heads.add(head);
            client.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
            if (!answer.equals(TUNNEL)) return;
            var target = head.split(" ")[1].split(":");
            try (var origin = new Socket(target[0], Integer.parseInt(target[1]))) {
                var back = Thread.ofVirtual().start(() -> copy(origin, client));
                copy(client, origin);
                back.join();
            }
        } catch (IOException | InterruptedException _) {
            // gone
        }
    }

    private static void copy(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException _) {
            // gone
        }
    }

    private static String head(InputStream in) throws IOException {
        var head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) break;
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
