package poolscope.live.watch;

import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import poolscope.desktop.DesktopNotifications;
import poolscope.desktop.DesktopNotifications.Availability;
import poolscope.live.background.BackgroundAndFxExecutors;

/// Shows notifications of the operating system, in the background. For the FX thread.
public final class BackgroundDesktopNotifier implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(BackgroundDesktopNotifier.class.getName());

    private final DesktopNotifications notifications;
    private final BackgroundAndFxExecutors executors;
    private final ReadOnlyObjectWrapper<Optional<Availability>> availability = new ReadOnlyObjectWrapper<>(this,
            "availability", Optional.empty());
    private final ReadOnlyObjectWrapper<Optional<Boolean>> lastShown = new ReadOnlyObjectWrapper<>(this, "lastShown",
            Optional.empty());

    /// @param executors
    ///            the background one has a thread of its own, because a call may block for seconds
    public BackgroundDesktopNotifier(DesktopNotifications notifications, BackgroundAndFxExecutors executors) {
        this.notifications = notifications;
        this.executors = executors;
    }

    /// Whether notifications are shown here; empty before [#check] has found out.
    public ReadOnlyObjectProperty<Optional<Availability>> availabilityProperty() {
        return availability.getReadOnlyProperty();
    }

    /// Whether the system has taken the last notification; empty before the first.
    public ReadOnlyObjectProperty<Optional<Boolean>> lastShownProperty() {
        return lastShown.getReadOnlyProperty();
    }

    /// Asks the system whether it shows notifications.
    public void check() {
        executors.background().execute(() -> {
            var found = safely(notifications::availability,
                    new Availability.Unavailable(DesktopNotifications.Reason.NO_SERVICE));
            executors.fx().execute(() -> availability.set(Optional.of(found)));
        });
    }

    /// Shows a notification.
    ///
    /// @param onClick
    ///            runs on the FX thread when it is clicked, if the system says so
    public void show(String title, String body, Runnable onClick) {
        executors.background().execute(() -> {
            boolean isShown = safely(() -> notifications.show(title, body, () -> executors.fx().execute(onClick)),
                    false);
            executors.fx().execute(() -> lastShown.set(Optional.of(isShown)));
        });
    }

    private interface Call<T> {
        T run();
    }

    private static <T> T safely(Call<T> call, T otherwise) {
        try {
            return call.run();
        } catch (RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.WARNING, "The system's notifications failed", e);
            return otherwise;
        }
    }

    @Override
    public void close() {
        executors.background().execute(notifications::close);
    }
}
