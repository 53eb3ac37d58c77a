package poolscope.api;

import java.time.Duration;
import java.util.function.Supplier;
import poolscope.pool.Inventory;

/// How far a reading is, after one answer. Cheap: nothing is copied unless somebody asks for the pools.
///
/// @param requests
///            answers read so far, at least 1
/// @param pools
///            different pools read so far
/// @param expected
///            the last `total_count`, -1 when the service didn't say
/// @param elapsed
///            since the first request was sent
/// @param inventory
///            copies what has been read so far, marked [Inventory.Coverage.SoFar]. To be called during the callback, or
///            after `read` has ended in whatever way (then it gives what was read in the end); not from another
///            thread meanwhile
public record Progress(int requests, int pools, long expected, Duration elapsed, Supplier<Inventory> inventory) {}
