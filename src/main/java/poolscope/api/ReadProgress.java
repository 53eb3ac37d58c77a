package poolscope.api;

import java.time.Duration;
import java.util.function.Supplier;
import poolscope.pool.Inventory;

/// Progress of a read after one response. Cheap: pools are copied only when [#inventory] is called.
///
/// @param requests
///            responses so far, at least 1
/// @param pools
///            different pools read so far
/// @param expected
///            the last `total_count`, -1 when the service didn't say
/// @param elapsed
///            since the first request was sent
/// @param isMilestone
///            whether to show it at once although something was shown just before: it has the first pools of a list, or
///            all of them. A few in each read
/// @param inventory
///            copies what has been read so far, marked [Inventory.Coverage.SoFar]. To be called during the callback, or
///            after `read` has ended (it then returns the final state); not from another thread in between
public record ReadProgress(int requests, int pools, long expected, Duration elapsed, boolean isMilestone,
        Supplier<Inventory> inventory) {}
