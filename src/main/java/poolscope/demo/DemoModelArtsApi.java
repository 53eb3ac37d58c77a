package poolscope.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/// Answers the calls of ModelArts.
final class DemoModelArtsApi {
    private static final Pattern CLUSTERS = Pattern.compile("/v1/([^/]*)/clusters");
    private static final Pattern OF_V2 = Pattern.compile("/(v[12])/([^/]*)/(.+)");

    private final DemoCloudSettings settings;
    private final V1Fleet fleet;
    private final V2Api v2Api;

    DemoModelArtsApi(DemoCloudSettings settings, V1Fleet fleet) {
        this.settings = settings;
        this.fleet = fleet;
        v2Api = new V2Api(new V2Fleet(fleet.plan(), settings.v2Pools()), fleet.plan().projectId(), fleet::tick);
    }

    DemoResponse answer(DemoRequest request) {
        var clusters = CLUSTERS.matcher(request.path());
        if (clusters.matches()) return only("GET", request, () -> clusters(request, clusters.group(1)));
        var path = OF_V2.matcher(request.path());
        if (settings.v2Pools() > 0 && path.matches())
            return v2(request, path.group(1), path.group(2), path.group(3)).orElseGet(DemoModelArtsApi::noSuchApi);
        return noSuchApi();
    }

    private static DemoResponse noSuchApi() {
        return error(404, DemoErrorBody.gateway("APIG.0101", DemoErrorBody.NO_SUCH_API));
    }

    private Optional<DemoResponse> v2(DemoRequest request, String version, String project, String path) {
        if (!request.method().equals("GET")) return Optional.of(only("GET", request, DemoModelArtsApi::noSuchApi));
        if (!project.equals(fleet.plan().projectId())) return Optional.of(otherProject());
        try {
            return v2Api.answer(version, path, parameters(request.query()));
        } catch (DemoClusterListQuery.BadParameterException bad) {
            return Optional.of(
                    error(400, DemoErrorBody.newerModelArts("ModelArts.50004000", String.valueOf(bad.getMessage()))));
        }
    }

    /// 405 for another method.
    static DemoResponse only(String method, DemoRequest request, Supplier<DemoResponse> demoResponse) {
        if (request.method().equals(method)) return demoResponse.get();
        return error(405, DemoErrorBody.gateway("APIG.0101", "The method " + request.method() + " is not allowed."))
                .with("Allow", method);
    }

    private DemoResponse clusters(DemoRequest request, String project) {
        if (project.equals(fleet.plan().projectId())) return clusters(request.query());
        return otherProject();
    }

    private static DemoResponse otherProject() {
        return error(403,
                DemoErrorBody.modelArts("ModelArts.0210", "The project id in the URI is not that of the token."));
    }

    private DemoResponse clusters(String query) {
        try {
            var asked = DemoClusterListQuery.parse(parameters(query), settings.limitCap());
            return DemoResponse.of(200, DemoResponse.JSON,
                    ClusterListResponseBody.of(fleet.plan(), fleet.plan().projectId(), fleet.page(asked)));
        } catch (DemoClusterListQuery.BadParameterException bad) {
            return error(400, DemoErrorBody.modelArts("ModelArts.0104", String.valueOf(bad.getMessage())));
        }
    }

    /// Decoded; of a name that occurs twice the first value counts.
    @SuppressWarnings("StringSplitter")
    private static Map<String, String> parameters(String query) throws DemoClusterListQuery.BadParameterException {
        var parameters = new HashMap<String, String>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) throws DemoClusterListQuery.BadParameterException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new DemoClusterListQuery.BadParameterException("Invalid parameter: " + text + ".");
        }
    }

    private static DemoResponse error(int status, String body) {
        return DemoResponse.text(status, DemoResponse.JSON, body);
    }
}
