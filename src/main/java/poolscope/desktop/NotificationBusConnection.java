package poolscope.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.IntConsumer;

/// A connection to the session bus, by GLib's GDBus, and the calls of `org.freedesktop.Notifications`. GLib is on every
/// desktop of Linux, because JavaFX itself needs it.
///
/// Calls block for five seconds at most. The bus says that a notification was clicked on the thread that runs GLib's
/// main loop: in a window of JavaFX on Linux, the FX thread.
@SuppressWarnings("restricted") // The signatures are those of GLib's headers.
final class NotificationBusConnection {
    private static final System.Logger LOG = System.getLogger(NotificationBusConnection.class.getName());
    private static final String NAME = "org.freedesktop.Notifications";
    private static final String PATH = "/org/freedesktop/Notifications";
    private static final int SESSION_BUS = 2;
    private static final int TIMEOUT_MILLIS = 5000;
    private static final int TIME_OF_THE_SYSTEM = -1;

    private final GVariants variants;
    private final MethodHandle call;
    private final MethodHandle unsubscribe;
    private final MethodHandle unref;
    private final MemorySegment connection;
    private int subscription;

    private NotificationBusConnection(SymbolLookup gio, GVariants variants, MemorySegment connection) {
        this.variants = variants;
        this.connection = connection;
        call = handle(gio, "g_dbus_connection_call_sync", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS,
                ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS));
        unsubscribe = handle(gio, "g_dbus_connection_signal_unsubscribe", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT));
        unref = handle(GVariants.library("libgobject-2.0.so.0"), "g_object_unref", FunctionDescriptor.ofVoid(ADDRESS));
    }

    static boolean isInstalled() {
        try {
            return GVariants.library("libgio-2.0.so.0").find("g_dbus_connection_call_sync").isPresent();
        } catch (IllegalArgumentException notThere) {
            return false;
        }
    }

    /// Connects to the session bus; empty when it does not accept that in time.
    ///
    /// @param clicked
    ///            receives the number of a notification that was clicked
    static Optional<NotificationBusConnection> connect(IntConsumer clicked) {
        var gio = GVariants.library("libgio-2.0.so.0");
        try {
            var get = handle(gio, "g_bus_get_sync", FunctionDescriptor.of(ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
            var cancellable = (MemorySegment) handle(gio, "g_cancellable_new", FunctionDescriptor.of(ADDRESS))
                    .invokeExact();
            var cancel = handle(gio, "g_cancellable_cancel", FunctionDescriptor.ofVoid(ADDRESS));
            var limit = new CompletableFuture<Void>().completeOnTimeout(null, TIMEOUT_MILLIS, TimeUnit.MILLISECONDS);
            var _ = limit.thenRun(() -> invoke(() -> {
                cancel.invokeExact(cancellable);
                return true;
            }));
            var connection = (MemorySegment) get.invokeExact(SESSION_BUS, cancellable, MemorySegment.NULL);
            limit.cancel(false);
            if (connection.equals(MemorySegment.NULL)) return Optional.empty();
            // Otherwise the end of the bus would end this process.
            handle(gio, "g_dbus_connection_set_exit_on_close", FunctionDescriptor.ofVoid(ADDRESS, JAVA_INT))
                    .invokeExact(connection, 0);
            var bindings = new NotificationBusConnection(gio, GVariants.open(), connection);
            bindings.subscribe(gio, clicked);
            return Optional.of(bindings);
        } catch (Error | RuntimeException bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A downcall threw", impossible);
        }
    }

    /// What the notification service calls itself; empty when there is none.
    Optional<String> serverName() {
        return call("GetServerInformation", MemorySegment.NULL, "(ssss)", answer -> variants.text(answer, 0));
    }

    /// What the notification service can do, such as `body-markup` or `actions`.
    List<String> capabilities() {
        return call("GetCapabilities", MemorySegment.NULL, "(as)", answer -> variants.texts(answer, 0))
                .orElse(List.of());
    }

    /// Shows a notification.
    ///
    /// @param body
    ///            markup, if the service can show that
    /// @param isClickable
    ///            whether it can be clicked
    /// @return its number; empty when the service did not take it
    Optional<Integer> show(String title, String body, boolean isClickable) {
        try (var text = Arena.ofConfined()) {
            var hints = variants.dictionary(text,
                    List.of(new GVariants.Entry("desktop-entry", variants.ofText(text, "poolscope")),
                            new GVariants.Entry("suppress-sound", variants.ofFlag(true))));
            var parameters = variants.tuple(text, variants.ofText(text, "PoolScope"), variants.ofUnsigned(0),
                    variants.ofText(text, "poolscope"), variants.ofText(text, title), variants.ofText(text, body),
                    variants.ofTexts(text, isClickable ? List.of("default", "PoolScope") : List.of()), hints,
                    variants.ofInt(TIME_OF_THE_SYSTEM));
            return call("Notify", parameters, "(u)", answer -> variants.number(answer, 0));
        }
    }

    /// What `read` takes from the answer to a call; empty when there is none, or one of another type.
    private <T> Optional<T> call(String method, MemorySegment parameters, String type,
            Function<MemorySegment, T> read) {
        try (var text = Arena.ofConfined()) {
            var answer = invoke(() -> (MemorySegment) call.invokeExact(connection, text.allocateFrom(NAME),
                    text.allocateFrom(PATH), text.allocateFrom(NAME), text.allocateFrom(method), parameters,
                    text.allocateFrom(type), 0, TIMEOUT_MILLIS, MemorySegment.NULL, MemorySegment.NULL));
            if (answer.equals(MemorySegment.NULL)) return Optional.empty();
            try {
                return Optional.of(read.apply(answer));
            } finally {
                variants.free(answer);
            }
        }
    }

    private void subscribe(SymbolLookup gio, IntConsumer clicked) throws Throwable {
        var callback = MethodHandles.insertArguments(MethodHandles.lookup()
                .findVirtual(NotificationBusConnection.class, "onAction",
                        MethodType.methodType(void.class, IntConsumer.class, MemorySegment.class, MemorySegment.class,
                                MemorySegment.class, MemorySegment.class, MemorySegment.class, MemorySegment.class,
                                MemorySegment.class))
                .bindTo(this), 0, clicked);
        var stub = Linker.nativeLinker()
                .upcallStub(callback,
                        FunctionDescriptor.ofVoid(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
                        Arena.global());
        var subscribe = handle(gio, "g_dbus_connection_signal_subscribe", FunctionDescriptor.of(JAVA_INT, ADDRESS,
                ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        try (var text = Arena.ofConfined()) {
            subscription = (int) subscribe.invokeExact(connection, text.allocateFrom(NAME), text.allocateFrom(NAME),
                    text.allocateFrom("ActionInvoked"), text.allocateFrom(PATH), MemorySegment.NULL, 0, stub,
                    MemorySegment.NULL, MemorySegment.NULL);
        }
    }

    /// Called by GLib. An exception that left it would end the process.
    private void onAction(IntConsumer clicked, MemorySegment sender, MemorySegment from, MemorySegment path,
            MemorySegment type, MemorySegment signal, MemorySegment parameters, MemorySegment data) {
        try {
            clicked.accept(variants.number(parameters, 0));
        } catch (RuntimeException | Error e) {
            LOG.log(System.Logger.Level.ERROR, "A click on a notification met an error of this program", e);
        }
    }

    /// No click is reported any more. The connection is shared by the process and stays.
    void close() {
        invoke(() -> {
            unsubscribe.invokeExact(connection, subscription);
            unref.invokeExact(connection);
            return true;
        });
    }

    /// A call into a library.
    interface Downcall<T> {
        T run() throws Throwable;
    }

    static <T> T invoke(Downcall<T> downcall) {
        try {
            return downcall.run();
        } catch (Error | RuntimeException bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A downcall threw", impossible);
        }
    }

    static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
    }
}
