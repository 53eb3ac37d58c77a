package poolscope.desktop;

import java.util.Locale;
import java.util.Map;

/// Shows notifications by the means of the operating system. Calls may block for some seconds, so not for the FX
/// thread; one at a time.
public interface DesktopNotifications extends AutoCloseable {

    /// Whether notifications are shown here.
    sealed interface Availability {

        /// Notifications are shown.
        ///
        /// @param service
        ///            the name of the service that shows them, as it calls itself; may be empty
        record Available(String service) implements Availability {}

        /// No notification can be shown.
        record Unavailable(Reason reason) implements Availability {}
    }

    /// Why no notification can be shown.
    enum Reason {
        /// This program does not support the notifications of this operating system.
        SYSTEM_NOT_SUPPORTED,
        /// The library of the system that is used for it is missing.
        LIBRARY_MISSING,
        /// There is no session bus, as in a session without a desktop.
        NO_SESSION_BUS,
        /// The session has no notification service, or it did not answer in time.
        NO_SERVICE
    }

    /// Asks the system; a service that is not running may be started by that.
    Availability availability();

    /// Shows a notification: quiet, and gone by itself after a time that the system chooses.
    ///
    /// @param title
    ///            one line of plain text
    /// @param body
    ///            lines of plain text
    /// @param onClick
    ///            called, by any thread, when the notification is clicked, if the system says so
    /// @return whether the system has taken it
    boolean show(String title, String body, Runnable onClick);

    @Override
    void close();

    /// Shows no notification, for this reason.
    static DesktopNotifications none(Reason reason) {
        return new DesktopNotifications() {
            @Override
            public Availability availability() {
                return new Availability.Unavailable(reason);
            }

            @Override
            public boolean show(String title, String body, Runnable onClick) {
                return false;
            }

            @Override
            public void close() {}
        };
    }

    /// The notifications of this operating system. No library is loaded before the first call.
    ///
    /// @param osName
    ///            the system property `os.name`
    /// @param environment
    ///            of this process
    static DesktopNotifications of(String osName, Map<String, String> environment) {
        return osName.toLowerCase(Locale.ROOT).contains("linux")
                ? new FreedesktopNotifications(environment)
                : none(Reason.SYSTEM_NOT_SUPPORTED);
    }
}
