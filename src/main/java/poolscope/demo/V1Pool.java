package poolscope.demo;

/// What is kept of a pool: everything else follows from the plan and the serial, see [PoolGenerator].
///
/// @param serial
///            0 or more, never used twice in a fleet
/// @param createdAt
///            epoch ms
record V1Pool(int serial, long createdAt) {}
