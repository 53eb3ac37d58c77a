package poolscope.desktop;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// Notifications over D-Bus, by the specification of freedesktop.org (`org.freedesktop.Notifications`), which the
/// desktops of Linux share.
final class FreedesktopNotifications implements DesktopNotifications {
    private static final System.Logger LOG = System.getLogger(FreedesktopNotifications.class.getName());
    /// How many notifications can still be clicked: older ones are no longer on screen.
    private static final int MOST_CLICKS = 50;

    private final Map<String, String> environment;
    private final Map<Integer, Runnable> clicks = new ConcurrentHashMap<>();
    private Optional<NotificationBusConnection> bus = Optional.empty();
    private List<String> capabilities = List.of();

    /// @param environment
    ///            `DBUS_SESSION_BUS_ADDRESS`, `XDG_RUNTIME_DIR`
    FreedesktopNotifications(Map<String, String> environment) {
        this.environment = environment;
    }

    @Override
    public synchronized Availability availability() {
        if (!hasSessionBus()) return new Availability.Unavailable(Reason.NO_SESSION_BUS);
        if (!NotificationBusConnection.isInstalled()) return new Availability.Unavailable(Reason.LIBRARY_MISSING);
        if (!connect()) return new Availability.Unavailable(Reason.NO_SESSION_BUS);
        var service = bus.orElseThrow().serverName();
        capabilities = service.isPresent() ? bus.orElseThrow().capabilities() : List.of();
        // The bus may have ended: the next call connects again.
        if (service.isEmpty()) close();
        return service.<Availability>map(Availability.Available::new)
                .orElseGet(() -> new Availability.Unavailable(Reason.NO_SERVICE));
    }

    /// Without an address, GLib would start a bus of its own for a session that has none.
    private boolean hasSessionBus() {
        if (!environment.getOrDefault("DBUS_SESSION_BUS_ADDRESS", "").isBlank()) return true;
        var runtime = environment.getOrDefault("XDG_RUNTIME_DIR", "");
        return !runtime.isBlank() && Files.exists(Path.of(runtime, "bus"));
    }

    private boolean connect() {
        if (bus.isEmpty()) {
            bus = NotificationBusConnection.connect(this::onClicked);
            if (bus.isEmpty()) LOG.log(System.Logger.Level.INFO, "The session bus did not accept a connection");
        }
        return bus.isPresent();
    }

    @Override
    public synchronized boolean show(String title, String body, Runnable onClick) {
        if (!(availability() instanceof Availability.Available)) return false;
        var text = capabilities.contains("body-markup") ? withoutMarkup(body) : body;
        var id = bus.orElseThrow().show(title, text, capabilities.contains("actions"));
        if (clicks.size() >= MOST_CLICKS) clicks.clear();
        id.ifPresent(one -> clicks.put(one, onClick));
        return id.isPresent();
    }

    private void onClicked(int id) {
        Optional.ofNullable(clicks.remove(id)).ifPresent(Runnable::run);
    }

    /// The body may be markup, in which a name of a pool must not become a link or a picture.
    static String withoutMarkup(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    @Override
    public synchronized void close() {
        clicks.clear();
        bus.ifPresent(NotificationBusConnection::close);
        bus = Optional.empty();
    }
}
