package poolscope.connection;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Bindings of GNOME's libsecret, which speaks the Secret Service protocol over D-Bus. It is installed on every desktop
/// with such a service, so it needs not be shipped.
///
/// Calls block; a person may be asked to unlock the keyring. `cancellable` is a `GCancellable` that ends a call from
/// another thread.
final class LibSecretBindings {
    /// `SecretSchema`: name, flags, 32 attributes of name and type, and eight reserved fields.
    private static final long SCHEMA_BYTES = 8 + 8 + 32 * 16 + 8 + 7 * 8;
    private static final long FIRST_ATTRIBUTE = 16;
    private static final long ATTRIBUTE_BYTES = 16;
    /// `GError`: domain, code, message.
    private static final MemoryLayout ERROR = MemoryLayout.structLayout(JAVA_INT, JAVA_INT, ADDRESS);
    private static final int LONGEST = 1 << 20;

    private final MethodHandle store;
    private final MethodHandle lookup;
    private final MethodHandle clear;
    private final MethodHandle search;
    private final MethodHandle free;
    private final GLibBindings glib;
    private final MemorySegment schema;

    /// An error of libsecret: its domain, such as `secret-error`, and code.
    record GError(String domain, int code) {}

    /// The result of a call, or its error.
    record Result<T>(Optional<T> result, Optional<GError> gError) {}

    private LibSecretBindings(SymbolLookup libsecret, GLibBindings glib) {
        this.glib = glib;
        var pointers = FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS);
        store = handle(libsecret, "secret_password_storev_sync",
                FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS, ADDRESS));
        lookup = handle(libsecret, "secret_password_lookupv_sync", pointers);
        clear = handle(libsecret, "secret_password_clearv_sync", pointers.changeReturnLayout(JAVA_INT));
        search = handle(libsecret, "secret_password_searchv_sync",
                FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS));
        free = handle(libsecret, "secret_password_free", FunctionDescriptor.ofVoid(ADDRESS));
        Arena forEver = Arena.global();
        schema = forEver.allocate(SCHEMA_BYTES, 8);
        schema.set(ADDRESS, 0, forEver.allocateFrom("poolscope.Secret"));
        schema.set(ADDRESS, FIRST_ATTRIBUTE, forEver.allocateFrom("application"));
        schema.set(ADDRESS, FIRST_ATTRIBUTE + ATTRIBUTE_BYTES, forEver.allocateFrom("key"));
    }

    /// Loads the library of this system; empty when it or one of its functions is missing.
    @SuppressWarnings("restricted") // The signatures are those of secret-password.h.
    static Optional<LibSecretBindings> open() {
        try {
            SymbolLookup libsecret = SymbolLookup.libraryLookup("libsecret-1.so.0", Arena.global());
            return Optional.of(new LibSecretBindings(libsecret, GLibBindings.open()));
        } catch (IllegalArgumentException | UnsatisfiedLinkError notThere) {
            return Optional.empty();
        }
    }

    GLibBindings glib() {
        return glib;
    }

    /// Stores the secret in the default keyring, replacing one with the same key.
    Result<Boolean> store(String key, byte[] secret, MemorySegment cancellable) {
        return call((arena, attributes, error) -> {
            MemorySegment text = arena.allocate(secret.length + 1L);
            MemorySegment.copy(secret, 0, text, JAVA_BYTE, 0, secret.length);
            try {
                return (int) store.invokeExact(schema, attributes, MemorySegment.NULL,
                        arena.allocateFrom("PoolScope " + key), text, cancellable, error) != 0;
            } finally {
                text.fill((byte) 0);
            }
        }, key);
    }

    /// The secret; empty when there is none or it stayed locked.
    Result<byte[]> lookup(String key, MemorySegment cancellable) {
        return call((_, attributes, error) -> {
            var found = (MemorySegment) lookup.invokeExact(schema, attributes, cancellable, error);
            if (found.equals(MemorySegment.NULL)) return null;
            byte[] secret = GLibBindings.bytes(found, LONGEST);
            free.invokeExact(found);
            return secret;
        }, key);
    }

    /// Whether there is an item with this key, locked or not. Shows no prompt.
    Result<Boolean> exists(String key, MemorySegment cancellable) {
        return call((_, attributes, error) -> {
            var list = (MemorySegment) search.invokeExact(schema, attributes, 0, cancellable, error);
            boolean isThere = !list.equals(MemorySegment.NULL);
            glib.freeObjects(list);
            return isThere;
        }, key);
    }

    /// Removes the item with this key.
    Result<Boolean> clear(String key, MemorySegment cancellable) {
        return call((_, attributes, error) -> (int) clear.invokeExact(schema, attributes, cancellable, error) != 0,
                key);
    }

    private interface Call<T> {
        @Nullable
        T with(Arena arena, MemorySegment attributes, MemorySegment error) throws Throwable;
    }

    private <T> Result<T> call(Call<T> call, String key) {
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment attributes = glib.texts(arena, "application", "PoolScope", "key", key);
            MemorySegment error = arena.allocate(ADDRESS);
            try {
                Optional<T> result = Optional.ofNullable(call.with(arena, attributes, error));
                return new Result<>(result, glib.refusal(error.get(ADDRESS, 0), ERROR));
            } finally {
                glib.freeTexts(attributes);
            }
        } catch (Error | RuntimeException bug) {
            throw bug;
        } catch (Throwable impossible) {
            throw new IllegalStateException("A downcall threw", impossible);
        }
    }

    @SuppressWarnings("restricted") // The signatures are those of secret-password.h.
    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
    }
}
