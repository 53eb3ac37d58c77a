package poolscope.api.v1;

/// How much memory the pools of one reading may take, so that a list without end, or of giants, ends the reading and
/// not the program.
///
/// @param most
///            bytes
record MemoryBudget(long most) {
    /// What a pool takes beside the text that it was read from.
    static final int A_POOL = 320;
    private static final long MOST = 2L << 30;

    /// 2 GiB, some 2.7 million ordinary pools of 463 bytes, but never more than half of what this process may take.
    static final MemoryBudget OF_THIS_PROCESS = new MemoryBudget(Math.min(MOST, Runtime.getRuntime().maxMemory() / 2));

    /// Whether there is room for more.
    ///
    /// @param text
    ///            bytes of the answers that were kept
    boolean allows(long text, int pools) {
        return text + (long) pools * A_POOL < most;
    }
}
