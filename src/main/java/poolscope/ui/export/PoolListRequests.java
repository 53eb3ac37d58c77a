package poolscope.ui.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;
import poolscope.export.CurlCommand;
import poolscope.export.HcloudCommand;
import poolscope.live.AllConnectionsStatus;
import poolscope.pool.Pool;
import poolscope.pool.PoolOrigin;

/// The requests that list some pools, as command lines.
///
/// @param queries
///            the connections of the pools with their queries, in the order of the list of connections
record PoolListRequests(List<Pool> pools, Map<ServiceAndProject, PoolQuery> queries) {
    static PoolListRequests of(List<Pool> pools, AllConnectionsStatus connections,
            Function<ServiceAndProject, PoolQuery> queryOf) {
        var ids = pools.stream().map(pool -> pool.poolOrigin().connectionId()).collect(Collectors.toSet());
        var queries = new LinkedHashMap<ServiceAndProject, PoolQuery>();
        for (var line : connections.lines())
            if (ids.contains(line.serviceAndProject().id()))
                queries.put(line.serviceAndProject(), queryOf.apply(line.serviceAndProject()));
        return new PoolListRequests(pools, queries);
    }

    String asCurl() {
        return commands((one, query) -> addresses(one, query).map(CurlCommand::list).collect(Collectors.joining("\n")));
    }

    String asHcloud() {
        return commands((one, _) -> HcloudCommand.list(one.region(), one.projectId()));
    }

    private String commands(BiFunction<ServiceAndProject, PoolQuery, String> command) {
        return queries.entrySet()
                .stream()
                .map(one -> command.apply(one.getKey(), one.getValue()))
                .collect(Collectors.joining("\n"));
    }

    /// The request URL for each generation of the API that listed some of the pools.
    private Stream<String> addresses(ServiceAndProject one, PoolQuery query) {
        return pools.stream()
                .map(Pool::poolOrigin)
                .filter(poolOrigin -> poolOrigin.connectionId().equals(one.id()))
                .map(PoolOrigin::api)
                .distinct()
                .sorted()
                .map(api -> switch (api) {
                    case V1 -> query.address(one, 0, query.pageSize());
                    case V2 -> one.address() + "/v2/" + one.projectId() + "/pools";
                });
    }
}
