package poolscope.settings;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import poolscope.settings.MemoryDisk.Change;

/// Every disk that a power cut may leave: after each prefix of what was done, with each subset of the names that were
/// not yet forced, and with nothing, half or all of each file that was not yet forced. That is harsher than any
/// journalling file system.
final class PowerCut {

    private final MemoryDisk before;
    private final List<Change> done;
    private int states;

    PowerCut(MemoryDisk before, List<Change> done) {
        this.before = before;
        this.done = List.copyOf(done);
    }

    /// Calls the test with each disk and answers how many there were.
    int each(Consumer<MemoryDisk> test) {
        for (int prefix = 0; prefix <= done.size(); prefix++) {
            after(done.subList(0, prefix), test);
        }
        return states;
    }

    private void after(List<Change> prefix, Consumer<MemoryDisk> test) {
        MemoryDisk safe = before.copy();
        List<Change> names = new ArrayList<>();
        Map<Integer, byte[]> unforced = new LinkedHashMap<>();
        for (Change change : prefix) {
            switch (change) {
                case Change.Wrote(int file, byte[] bytes) -> unforced.put(file, bytes);
                case Change.Forced(int file) -> {
                    if (unforced.containsKey(file)) {
                        safe.contents.put(file, unforced.remove(file));
                    }
                }
                case Change.ForcedFolder() -> {
                    names.forEach(name -> apply(name, safe.names));
                    names.clear();
                }
                case Change.Named named -> {
                    names.add(named);
                    safe.contents.putIfAbsent(named.file(), new byte[0]);
                }
                case Change.Unnamed unnamed -> names.add(unnamed);
            }
        }
        withContents(safe, List.copyOf(unforced.entrySet()), disk -> withNames(disk, names, test));
    }

    private void withContents(MemoryDisk disk, List<Map.Entry<Integer, byte[]>> unforced, Consumer<MemoryDisk> next) {
        if (unforced.isEmpty()) {
            next.accept(disk);
            return;
        }
        int file = unforced.getFirst().getKey();
        byte[] all = unforced.getFirst().getValue();
        for (byte[] some : List.of(disk.contents.get(file), new byte[all.length], Arrays.copyOf(all, all.length / 2),
                all)) {
            MemoryDisk variant = disk.copy();
            variant.contents.put(file, some);
            withContents(variant, unforced.subList(1, unforced.size()), next);
        }
    }

    private void withNames(MemoryDisk disk, List<Change> names, Consumer<MemoryDisk> test) {
        Set<Map<Path, Integer>> seen = new LinkedHashSet<>();
        for (int subset = 0; subset < 1 << names.size(); subset++) {
            MemoryDisk variant = disk.copy();
            for (int i = 0; i < names.size(); i++) {
                if ((subset & 1 << i) != 0) {
                    apply(names.get(i), variant.names);
                }
            }
            if (seen.add(Map.copyOf(variant.names))) {
                states++;
                test.accept(variant);
            }
        }
    }

    private static void apply(Change change, Map<Path, Integer> names) {
        switch (change) {
            case Change.Named named -> {
                named.before().ifPresent(names::remove);
                names.put(named.name(), named.file());
            }
            case Change.Unnamed unnamed -> names.remove(unnamed.name());
            case Change.Wrote _, Change.Forced _, Change.ForcedFolder _ -> {
            }
        }
    }
}
