package poolscope.api;

/// Limits the memory of one read, so that an endless list, or one of very large pools, ends the read and not the
/// program.
///
/// @param maxBytes
///            in bytes
public record ReadMemoryLimit(long maxBytes) {
    /// Bytes of a pool in addition to the text it was read from.
    public static final int BYTES_PER_POOL = 320;
    private static final long MAX_BYTES = 2L << 30;

    /// 2 GiB, some 2.7 million pools of the usual 463 bytes, but at most half of the JVM's maximum heap.
    public static final ReadMemoryLimit FOR_THIS_PROCESS = new ReadMemoryLimit(
            Math.min(MAX_BYTES, Runtime.getRuntime().maxMemory() / 2));

    /// Whether more may be read.
    ///
    /// @param text
    ///            bytes of the responses kept so far
    public boolean allows(long text, int pools) {
        return text + (long) pools * BYTES_PER_POOL < maxBytes;
    }
}
