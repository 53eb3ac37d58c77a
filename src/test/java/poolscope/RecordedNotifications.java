package poolscope;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import poolscope.desktop.DesktopNotifications;

/// A desktop that takes every notification and shows none.
final class RecordedNotifications implements DesktopNotifications {
    private final List<Shown> shown = new CopyOnWriteArrayList<>();

    /// One notification.
    record Shown(String title, String body, Runnable onClick) {}

    /// Those so far, oldest first.
    List<Shown> shown() {
        return shown;
    }

    @Override
    public Availability availability() {
        return new Availability.Available("recorder");
    }

    @Override
    public boolean show(String title, String body, Runnable onClick) {
        shown.add(new Shown(title, body, onClick));
        return true;
    }

    @Override
    public void close() {}
}
