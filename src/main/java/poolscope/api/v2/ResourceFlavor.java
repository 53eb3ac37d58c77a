package poolscope.api.v2;

import java.util.Map;
import poolscope.pool.Value;

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
/// @param zones
///            for each availability zone, `normal` or `soldout` as sent
public record ResourceFlavor(Value name, Value cpuArch, Value cpuCores, Value memoryMiB, Value cardType, Value cards,
        Map<String, Value> zones) {
    public ResourceFlavor {
        zones = Map.copyOf(zones);
    }
}
