package poolscope.pool;

/// What can be allocated in a pool, summed over its nodes, as the service says. Whether that means "free now" or
/// "capacity after reservation" is documented nowhere; so the program calls it *allocatable* and nothing else.
///
/// @param cpuCores
///            cores, fractions allowed
/// @param memoryMiB
///            MiB
/// @param accelerators
///            cards, fractions allowed (0.5)
public record AllocatableResources(FieldValue cpuCores, FieldValue memoryMiB, FieldValue accelerators) {}
