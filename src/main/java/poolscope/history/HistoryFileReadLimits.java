package poolscope.history;

/// How much of a file is taken into memory, so that a file from outside ends its reading and not the program.
///
/// @param file
///            in bytes
/// @param content
///            of one gzip member, in bytes when it is unpacked
/// @param values
///            of one line of JSON
/// @param pools
///            of one moment
record HistoryFileReadLimits(int file, int content, int values, int pools) {
    private static final int LARGEST = 256 << 20;

    /// For the program's own files: a fifth of that is 100,000 pools.
    static final HistoryFileReadLimits OWN = new HistoryFileReadLimits(LARGEST, LARGEST, Integer.MAX_VALUE,
            Integer.MAX_VALUE);

    /// For files from outside, by the heap that this process may take: more than 100,000 pools in 1 GiB.
    static HistoryFileReadLimits ofHeap(long bytes) {
        int most = (int) Math.min(LARGEST, bytes / 8);
        return new HistoryFileReadLimits(most, most, (int) Math.min(Integer.MAX_VALUE, bytes / 512),
                (int) Math.min(Integer.MAX_VALUE, bytes / 2048));
    }
}
