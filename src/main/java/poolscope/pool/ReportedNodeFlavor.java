package poolscope.pool;

/// What one node of a specification has, as the service describes what it sells. Decoration, like
/// [BuiltInNodeFlavor]: nothing is counted by it.
///
/// @param cpuCores
///            cores, before the system's share
/// @param memoryMiB
///            MiB, before the system's share
/// @param cardType
///            type of the cards; absent without cards
/// @param cards
///            cards of a node; absent without cards
public record ReportedNodeFlavor(FieldValue cpuCores, FieldValue memoryMiB, FieldValue cardType, FieldValue cards) {}
