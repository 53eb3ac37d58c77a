package poolscope.cli;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/// A pool of v2 as plain values, from which both its JSON ([PlainPoolJson]) and the cells that an export must have
/// ([ExpectedCells]) are made. Nothing here knows the program.
///
/// A text is JSON as it is sent; an empty one is a field that is not sent.
final class PlainPool {
    /// An amount and how it is sent; without a number when what is sent is none.
    record Amount(String json, Optional<BigDecimal> number) {}

    /// A moment in milliseconds since 1970 and how it is sent; without one when what is sent is none.
    record Moment(String json, OptionalLong millis) {}

    /// Nodes of one flavor.
    record NodeCount(String flavor, String nodePool, String count, String maxCount) {}

    record Scope(String type, String state) {}

    /// @param kind
    ///            `gpu` or `npu`
    record Driver(String kind, String version, String state) {}

    record Maintenance(String state, String notBefore, String startTime) {}

    String id = "";
    String name = "";
    String description = "";
    String tenant = "";
    String project = "";
    String workspace = "";
    Moment createdAt = new Moment("", OptionalLong.empty());
    String billingMode = "";
    String periodType = "";
    String periodNumber = "";
    String autoRenew = "";
    String orderId = "";
    String type = "";
    String parent = "";
    String phase = "";
    String message = "";
    String network = "";
    String vpc = "";
    List<String> wantedScopes = List.of();
    List<Scope> scopes = List.of();
    List<Driver> drivers = List.of();
    final List<NodeCount> wanted = new ArrayList<>();
    /// `status.resources`; empty when it is not sent.
    final Map<String, List<NodeCount>> states = new LinkedHashMap<>();
    /// Whether a state with one entry is sent as that entry and not as an array.
    boolean sendsBareStates;
    /// What the metrics say; both empty when they do not have the pool.
    Optional<Map<String, Amount>> capacity = Optional.empty();
    Optional<Map<String, Amount>> allocated = Optional.empty();
    List<Maintenance> maintenance = List.of();
}
