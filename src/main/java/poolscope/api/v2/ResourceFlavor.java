package poolscope.api.v2;

import poolscope.pool.FieldValue;

/// The resources of one node of a specification.
///
/// @param name
///            the specification
/// @param cpuCores
///            cores of a node, before the system's share
/// @param memoryMiB
///            MiB of a node, before the system's share
/// @param cardType
///            type of the cards; absent without cards
/// @param cards
///            cards of a node; absent without cards
public record ResourceFlavor(FieldValue name, FieldValue cpuCores, FieldValue memoryMiB, FieldValue cardType,
        FieldValue cards) {}
