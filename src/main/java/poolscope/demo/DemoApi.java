package poolscope.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;

/// Decides what a request gets when nothing goes wrong by script.
final class DemoApi {
    private static final Pattern CLUSTERS = Pattern.compile("/v1/([^/]*)/clusters");

    private final DemoSettings settings;
    private final DemoFleet fleet;
    private final String projectId;
    private final Gate gate;

    DemoApi(DemoSettings settings, DemoFleet fleet, String projectId) {
        this.settings = settings;
        this.fleet = fleet;
        this.projectId = projectId;
        gate = new Gate(settings);
    }

    Answer answer(DemoRequest request) {
        var clusters = CLUSTERS.matcher(request.path());
        if (!clusters.matches())
            return gateway(404, "APIG.0101", "The API does not exist or has not been published in the environment");
        if (!request.method().equals("GET"))
            return gateway(405, "APIG.0101", "The method " + request.method() + " is not allowed.").with("Allow", "GET");
        return gate.refusal(request).orElseGet(() -> clusters(clusters.group(1), request.query()));
    }

    private Answer clusters(String project, String query) {
        if (!project.equals(projectId))
            return error(403, ErrorBody.modelArts("ModelArts.0210", "The project id in the URI is not that of the token."));
        try {
            var asked = ClusterQuery.parse(parameters(query), settings.limitCap());
            return Answer.of(200, Answer.JSON, ClusterPage.of(fleet.plan(), projectId, fleet.page(asked)));
        } catch (ClusterQuery.BadParameterException bad) {
            return error(400, ErrorBody.modelArts("ModelArts.0104", String.valueOf(bad.getMessage())));
        }
    }

    /// Decoded; of a name that occurs twice the first value counts.
    private static Map<String, String> parameters(String query) throws ClusterQuery.BadParameterException {
        var parameters = new HashMap<String, String>();
        for (var part : query.split("&")) {
            var equals = part.indexOf('=');
            var name = equals < 0 ? part : part.substring(0, equals);
            parameters.putIfAbsent(decoded(name), equals < 0 ? "" : decoded(part.substring(equals + 1)));
        }
        return parameters;
    }

    private static String decoded(String text) throws ClusterQuery.BadParameterException {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw new ClusterQuery.BadParameterException("Invalid parameter: " + text + ".");
        }
    }

    static Answer gateway(int status, String code, String message) {
        return error(status, ErrorBody.gateway(code, message));
    }

    static Answer error(int status, String body) {
        return Answer.text(status, Answer.JSON, body);
    }
}
