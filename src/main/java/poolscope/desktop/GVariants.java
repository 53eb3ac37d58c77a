package poolscope.desktop;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;
import static poolscope.desktop.NotificationBusConnection.handle;
import static poolscope.desktop.NotificationBusConnection.invoke;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// GLib's `GVariant`: the parameters and answers of D-Bus calls. New values are floating: the call that takes them
/// frees them. An answer is freed by [#free].
@SuppressWarnings("restricted") // The signatures are those of GLib's gvariant.h; texts end with NUL.
final class GVariants {
    private static final int LONGEST_TEXT = 10_000;

    private final MethodHandle newText;
    private final MethodHandle newTexts;
    private final MethodHandle newUnsigned;
    private final MethodHandle newInt;
    private final MethodHandle newFlag;
    private final MethodHandle newTuple;
    private final MethodHandle newArray;
    private final MethodHandle newEntry;
    private final MethodHandle newVariant;
    private final MethodHandle count;
    private final MethodHandle child;
    private final MethodHandle readText;
    private final MethodHandle readUnsigned;
    private final MethodHandle unref;

    /// An entry of a dictionary.
    record Entry(String key, MemorySegment value) {}

    private GVariants(SymbolLookup glib) {
        var pointer = FunctionDescriptor.of(ADDRESS, ADDRESS);
        newText = handle(glib, "g_variant_new_string", pointer);
        newTexts = handle(glib, "g_variant_new_strv", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
        newUnsigned = handle(glib, "g_variant_new_uint32", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        newInt = handle(glib, "g_variant_new_int32", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        newFlag = handle(glib, "g_variant_new_boolean", FunctionDescriptor.of(ADDRESS, JAVA_INT));
        newTuple = handle(glib, "g_variant_new_tuple", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
        newArray = handle(glib, "g_variant_new_array", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS, JAVA_LONG));
        newEntry = handle(glib, "g_variant_new_dict_entry", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        newVariant = handle(glib, "g_variant_new_variant", pointer);
        count = handle(glib, "g_variant_n_children", FunctionDescriptor.of(JAVA_LONG, ADDRESS));
        child = handle(glib, "g_variant_get_child_value", FunctionDescriptor.of(ADDRESS, ADDRESS, JAVA_LONG));
        readText = handle(glib, "g_variant_get_string", FunctionDescriptor.of(ADDRESS, ADDRESS, ADDRESS));
        readUnsigned = handle(glib, "g_variant_get_uint32", FunctionDescriptor.of(JAVA_INT, ADDRESS));
        unref = handle(glib, "g_variant_unref", FunctionDescriptor.ofVoid(ADDRESS));
    }

    /// @throws IllegalArgumentException
    ///             when the library is missing
    static GVariants open() {
        return new GVariants(library("libglib-2.0.so.0"));
    }

    static SymbolLookup library(String name) {
        return SymbolLookup.libraryLookup(name, Arena.global());
    }

    MemorySegment ofText(Arena arena, String text) {
        return invoke(() -> (MemorySegment) newText.invokeExact(arena.allocateFrom(text)));
    }

    MemorySegment ofTexts(Arena arena, List<String> texts) {
        var pointers = arena.allocate(ADDRESS, texts.size() + 1L);
        for (int i = 0; i < texts.size(); i++)
            pointers.setAtIndex(ADDRESS, i, arena.allocateFrom(texts.get(i)));
        return invoke(() -> (MemorySegment) newTexts.invokeExact(pointers, (long) texts.size()));
    }

    MemorySegment ofUnsigned(int number) {
        return invoke(() -> (MemorySegment) newUnsigned.invokeExact(number));
    }

    MemorySegment ofInt(int number) {
        return invoke(() -> (MemorySegment) newInt.invokeExact(number));
    }

    MemorySegment ofFlag(boolean flag) {
        return invoke(() -> (MemorySegment) newFlag.invokeExact(flag ? 1 : 0));
    }

    /// A dictionary of texts to values of any type.
    MemorySegment dictionary(Arena arena, List<Entry> entries) {
        var children = entries.stream()
                .map(entry -> invoke(() -> (MemorySegment) newEntry.invokeExact(ofText(arena, entry.key()),
                        (MemorySegment) newVariant.invokeExact(entry.value()))))
                .toArray(MemorySegment[]::new);
        return invoke(() -> (MemorySegment) newArray.invokeExact(arena.allocateFrom("{sv}"), pointers(arena, children),
                (long) children.length));
    }

    MemorySegment tuple(Arena arena, MemorySegment... children) {
        return invoke(() -> (MemorySegment) newTuple.invokeExact(pointers(arena, children), (long) children.length));
    }

    private static MemorySegment pointers(Arena arena, MemorySegment... all) {
        var pointers = arena.allocate(ADDRESS, Math.max(1, all.length));
        for (int i = 0; i < all.length; i++)
            pointers.setAtIndex(ADDRESS, i, all[i]);
        return pointers;
    }

    /// The text at that place of a tuple.
    String text(MemorySegment tuple, int place) {
        return invoke(() -> {
            var value = (MemorySegment) child.invokeExact(tuple, (long) place);
            var text = textOf(value);
            unref.invokeExact(value);
            return text;
        });
    }

    /// The array of texts at that place of a tuple.
    List<String> texts(MemorySegment tuple, int place) {
        return invoke(() -> {
            var array = (MemorySegment) child.invokeExact(tuple, (long) place);
            List<String> texts = new ArrayList<>();
            long length = (long) count.invokeExact(array);
            for (long i = 0; i < length; i++) {
                var value = (MemorySegment) child.invokeExact(array, i);
                texts.add(textOf(value));
                unref.invokeExact(value);
            }
            unref.invokeExact(array);
            return texts;
        });
    }

    private String textOf(MemorySegment value) throws Throwable {
        var text = (MemorySegment) readText.invokeExact(value, MemorySegment.NULL);
        return bounded(text.reinterpret(LONGEST_TEXT));
    }

    private static String bounded(MemorySegment text) {
        int length = 0;
        while (length < LONGEST_TEXT && text.get(JAVA_BYTE, length) != 0)
            length++;
        return new String(text.asSlice(0, length).toArray(JAVA_BYTE), StandardCharsets.UTF_8);
    }

    /// The number at that place of a tuple.
    int number(MemorySegment tuple, int place) {
        return invoke(() -> {
            var value = (MemorySegment) child.invokeExact(tuple, (long) place);
            int number = (int) readUnsigned.invokeExact(value);
            unref.invokeExact(value);
            return number;
        });
    }

    /// Frees an answer.
    void free(MemorySegment answer) {
        invoke(() -> {
            unref.invokeExact(answer);
            return true;
        });
    }
}
