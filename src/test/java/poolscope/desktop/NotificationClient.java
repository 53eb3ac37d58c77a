package poolscope.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// A program on a bus of its own that shows a notification and says line by line what became of it.
final class NotificationClient {
    private NotificationClient() {}

    public static void main(String[] arguments) throws Throwable {
        if (!arguments[0].equals("NONE"))
            FakeNotificationService.start(System.getenv("DBUS_SESSION_BUS_ADDRESS"),
                    FakeNotificationService.Behaviour.valueOf(arguments[0]), NotificationClient::say);
        var desktop = DesktopNotifications.of("Linux", System.getenv());
        say(String.valueOf(desktop.availability()));
        var clicked = new CountDownLatch(1);
        say("taken " + desktop.show("1 < 2 & <b>3</b>", "a <a href=\"x\">训练</a>\nb & c", clicked::countDown));
        if (arguments[0].equals("FULL")) say("clicked " + runMainLoopUntil(clicked));
        desktop.close();
        say("closed");
        System.exit(0);
    }

    /// As JavaFX does on Linux.
    private static boolean runMainLoopUntil(CountDownLatch done) throws Throwable {
        var iteration = NotificationBusConnection.handle(GVariants.library("libglib-2.0.so.0"),
                "g_main_context_iteration", FunctionDescriptor.of(JAVA_INT, ADDRESS, JAVA_INT));
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
        while (!done.await(10, TimeUnit.MILLISECONDS) && System.nanoTime() < end) {
            int dispatched = (int) iteration.invokeExact(MemorySegment.NULL, 0);
            assert dispatched >= 0;
        }
        return done.getCount() == 0;
    }

    private static synchronized void say(String line) {
        System.out.println(line);
    }
}
