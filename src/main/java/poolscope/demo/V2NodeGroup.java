package poolscope.demo;

/// Equal nodes of a pool.
///
/// @param count
///            1 or more
record V2NodeGroup(V2Flavor flavor, String nodePool, int count, String zone) {}
