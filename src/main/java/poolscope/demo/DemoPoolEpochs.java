package poolscope.demo;

/// Divides the ticks of a fleet into epochs, within which a pool does not change. Each pool has its own.
///
/// @param length
///            ticks of an epoch
/// @param offset
///            ticks from the begin of epoch 0 to tick 0
record DemoPoolEpochs(long length, long offset) {
    static DemoPoolEpochs of(DeterministicHashRandom pool, int meanTicks) {
        long length = meanTicks / 2L + pool.below(HashRandomSalt.EPOCH_LENGTH, meanTicks);
        return new DemoPoolEpochs(length, pool.below(HashRandomSalt.EPOCH_OFFSET, (int) length));
    }

    long epoch(long tick) {
        return Math.floorDiv(tick + offset, length);
    }

    long firstTick(long epoch) {
        return epoch * length - offset;
    }
}
