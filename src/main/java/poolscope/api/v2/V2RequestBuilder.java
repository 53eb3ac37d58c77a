package poolscope.api.v2;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import poolscope.api.http.ApiRequest;
import poolscope.connection.PercentEncoding;
import poolscope.connection.ServiceAndProject;

/// The requests of v2, each a `GET`. None sends a `limit`: the service's default is the largest.
public final class V2RequestBuilder {
    private final ServiceAndProject serviceAndProject;

    public V2RequestBuilder(ServiceAndProject serviceAndProject) {
        this.serviceAndProject = serviceAndProject;
    }

    /// All pools.
    ///
    /// @param workspace
    ///            id of a workspace, empty for the service's default
    public ApiRequest pools(String workspace, V2PagedListAssembler.Position position) {
        var query = query(position, false);
        if (!workspace.isEmpty()) query.put("workspaceId", workspace);
        return get("v2", "pools", query).withMaxBody(ApiRequest.WHOLE_LIST);
    }

    /// The workspaces of the project.
    public ApiRequest workspaces(V2PagedListAssembler.Position position) {
        return get("v1", "workspaces", query(position, true));
    }

    /// Capacity and allocation of all pools.
    public ApiRequest runtimeMetrics(V2PagedListAssembler.Position position) {
        return get("v2", "metrics/runtime/pools", query(position, false)).withMaxBody(ApiRequest.WHOLE_LIST);
    }

    /// The resources of a node of each specification.
    public ApiRequest resourceFlavors(V2PagedListAssembler.Position position) {
        return get("v1", "resourceflavors", query(position, false));
    }

    /// Planned maintenance in the project.
    public ApiRequest scheduledEvents(V2PagedListAssembler.Position position) {
        return get("v1", "scheduled-events", query(position, true));
    }

    /// Nodes of a pool.
    ///
    /// @param poolId
    ///            its id, not its name
    public ApiRequest nodes(String poolId, V2PagedListAssembler.Position position) {
        return get("v2", "pools/" + segment(poolId) + "/nodes", query(position, false));
    }

    /// Jobs of a pool.
    public ApiRequest workloads(String poolId, V2PagedListAssembler.Position position) {
        return get("v2", "pools/" + segment(poolId) + "/workloads", query(position, true));
    }

    /// The events of a pool.
    public ApiRequest events(String poolId, V2PagedListAssembler.Position position) {
        var query = new LinkedHashMap<String, String>();
        query.put("resource", "pools");
        query.put("name", poolId);
        query.putAll(query(position, true));
        return get("v1", "events", query);
    }

    private static Map<String, String> query(V2PagedListAssembler.Position position, boolean hasOffset) {
        var query = new LinkedHashMap<String, String>();
        if (!position.token().isEmpty()) query.put("continue", position.token());
        else if (hasOffset && position.offset() > 0) query.put("offset", Integer.toString(position.offset()));
        return query;
    }

    private ApiRequest get(String api, String path, Map<String, String> query) {
        var text = query.entrySet()
                .stream()
                .map(entry -> entry.getKey() + "=" + PercentEncoding.encode(entry.getValue()))
                .collect(Collectors.joining("&"));
        var address = serviceAndProject.endpoint() + "/" + api + "/" + serviceAndProject.projectId() + "/" + path;
        return ApiRequest.json(URI.create(text.isEmpty() ? address : address + "?" + text));
    }

    /// One segment of a path; dots are encoded too, so that an id can't change the path.
    private static String segment(String id) {
        return PercentEncoding.encode(id).replace(".", "%2E");
    }
}
