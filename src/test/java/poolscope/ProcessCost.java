package poolscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a process and all that it started cost until now, as Linux counts it.
///
/// @param cpuMillis
///            user and system time of all of them, of those that have ended too
/// @param pssMiB
///            memory, what is shared counted in parts
record ProcessCost(long cpuMillis, long pssMiB) {
    /// `sysconf(_SC_CLK_TCK)` is 100 on every Linux that Java runs on.
    private static final int MILLIS_A_TICK = 10;
    private static final Pattern PSS = Pattern.compile("(?m)^Pss:\\s+(\\d+) kB$");

    static ProcessCost of(ProcessHandle root) {
        List<Long> family = Stream.concat(Stream.of(root), root.descendants()).map(ProcessHandle::pid).toList();
        return new ProcessCost(family.stream().mapToLong(ProcessCost::ticks).sum() * MILLIS_A_TICK,
                family.stream().mapToLong(ProcessCost::pssKiB).sum() / 1024);
    }

    /// The fields utime, stime, cutime and cstime, counted from behind the name, which may have spaces.
    private static long ticks(long pid) {
        var text = read(Path.of("/proc", "" + pid, "stat"));
        if (text.isEmpty()) return 0;
        var fields = text.substring(text.lastIndexOf(')') + 2).split(" ");
        return Stream.of(fields).skip(11).limit(4).mapToLong(Long::parseLong).sum();
    }

    private static long pssKiB(long pid) {
        var found = PSS.matcher(read(Path.of("/proc", "" + pid, "smaps_rollup")));
        return found.find() ? Long.parseLong(found.group(1)) : 0;
    }

    /// Empty when the process ended meanwhile.
    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return "";
        }
    }
}
