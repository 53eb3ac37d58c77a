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

/// The GLib functions that [LibSecretBindings] needs.
@SuppressWarnings("restricted") // The signatures are those of GLib's headers; memory is read only up to its end.
final class GLibBindings {
    private final MethodHandle newTable;
    private final MethodHandle insert;
    private final MethodHandle unrefTable;
    private final MethodHandle freeError;
    private final MethodHandle quarkName;
    private final MethodHandle freeList;
    private final MethodHandle newCancellable;
    private final MethodHandle cancel;
    private final MethodHandle unref;
    private final MemorySegment textHash;
    private final MemorySegment textEqual;
    private final MemorySegment unrefPointer;

    private GLibBindings(SymbolLookup glib, SymbolLookup gobject, SymbolLookup gio) {
        var pointer = FunctionDescriptor.ofVoid(ADDRESS);
        var twoPointers = FunctionDescriptor.ofVoid(ADDRESS, ADDRESS);
        newTable = handle(glib, "g_hash_table_new", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        insert = handle(glib, "g_hash_table_insert", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS, ADDRESS));
        unrefTable = handle(glib, "g_hash_table_unref", pointer);
        freeError = handle(glib, "g_error_free", pointer);
        quarkName = handle(glib, "g_quark_to_string", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        freeList = handle(glib, "g_list_free_full", twoPointers);
        newCancellable = handle(gio, "g_cancellable_new", FunctionDescriptor.of(ADDRESS));
        cancel = handle(gio, "g_cancellable_cancel", pointer);
        unref = handle(gobject, "g_object_unref", pointer);
        textHash = glib.findOrThrow("g_str_hash");
        textEqual = glib.findOrThrow("g_str_equal");
        unrefPointer = gobject.findOrThrow("g_object_unref");
    }

    /// @throws IllegalArgumentException
    ///             when a library is missing
    static GLibBindings open() {
        return new GLibBindings(library("libglib-2.0.so.0"), library("libgobject-2.0.so.0"),
                library("libgio-2.0.so.0"));
    }

    /// A hash table of keys and values, valid as long as the arena, to be freed with [#freeTexts].
    MemorySegment texts(Arena arena, String... keysAndValues) throws Throwable {
        var table = (MemorySegment) newTable.invokeExact(textHash, textEqual);
        for (int i = 0; i < keysAndValues.length; i += 2) {
            int isNew = (int) insert.invokeExact(table, arena.allocateFrom(keysAndValues[i]),
                    arena.allocateFrom(keysAndValues[i + 1]));
            assert isNew != 0;
        }
        return table;
    }

    void freeTexts(MemorySegment table) throws Throwable {
        unrefTable.invokeExact(table);
    }

    /// Frees a list and the objects in it.
    void freeObjects(MemorySegment list) throws Throwable {
        freeList.invokeExact(list, unrefPointer);
    }

    /// Reads and frees a `GError`; empty when there was no error. Its message is not read: it may repeat secrets.
    Optional<LibSecretBindings.GError> refusal(MemorySegment error, MemoryLayout layout) throws Throwable {
        if (error.equals(MemorySegment.NULL)) return Optional.empty();
        MemorySegment fields = error.reinterpret(layout.byteSize());
        var domain = (MemorySegment) quarkName.invokeExact(fields.get(JAVA_INT, 0));
        var gError = new LibSecretBindings.GError(domain.reinterpret(100).getString(0), fields.get(JAVA_INT, 4));
        freeError.invokeExact(error);
        return Optional.of(gError);
    }

    /// A `GCancellable`, which another thread can cancel. To be released.
    MemorySegment cancellable() {
        try {
            return (MemorySegment) newCancellable.invokeExact();
        } catch (Throwable impossible) {
            throw new IllegalStateException("g_cancellable_new threw", impossible);
        }
    }

    void cancel(MemorySegment cancellable) {
        try {
            cancel.invokeExact(cancellable);
        } catch (Throwable impossible) {
            throw new IllegalStateException("g_cancellable_cancel threw", impossible);
        }
    }

    void release(MemorySegment object) {
        try {
            unref.invokeExact(object);
        } catch (Throwable impossible) {
            throw new IllegalStateException("g_object_unref threw", impossible);
        }
    }

    /// The bytes of a string up to its NUL.
    static byte[] bytes(MemorySegment text, int longest) {
        MemorySegment all = text.reinterpret(longest);
        int length = 0;
        while (all.get(JAVA_BYTE, length) != 0)
            length++;
        return all.asSlice(0, length).toArray(JAVA_BYTE);
    }

    private static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor signature) {
        return Linker.nativeLinker().downcallHandle(library.findOrThrow(name), signature);
    }
}
