package poolscope.api;

import poolscope.connection.Credentials;
import poolscope.connection.PoolQuery;
import poolscope.connection.ServiceAndProject;

/// Everything needed to request pools of one project from one service.
///
/// @param serviceAndProject
///            service and project
/// @param credentials
///            signs the requests in
/// @param networkRouteAndPasswords
///            proxy and certificates
/// @param query
///            which pools are requested
public record ApiTarget(ServiceAndProject serviceAndProject, Credentials credentials,
        NetworkRouteAndPasswords networkRouteAndPasswords, PoolQuery query) {

    /// With a query for all pools.
    public ApiTarget(ServiceAndProject serviceAndProject, Credentials credentials,
            NetworkRouteAndPasswords networkRouteAndPasswords) {
        this(serviceAndProject, credentials, networkRouteAndPasswords, PoolQuery.ALL);
    }

    /// Over the default network path, with a query for all pools.
    public static ApiTarget of(ServiceAndProject serviceAndProject, Credentials credentials) {
        return new ApiTarget(serviceAndProject, credentials, NetworkRouteAndPasswords.DEFAULT);
    }

    public ApiTarget withWay(NetworkRouteAndPasswords networkRouteAndPasswords) {
        return new ApiTarget(serviceAndProject, credentials, networkRouteAndPasswords, query);
    }

    public ApiTarget withQuery(PoolQuery query) {
        return new ApiTarget(serviceAndProject, credentials, networkRouteAndPasswords, query);
    }
}
