package poolscope.api;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import poolscope.api.FailureDetails.RequestLine;

/// The calls that this program sends to the service, and the permission that each needs (*Pools of v2*
/// in api-notes.md).
public enum ApiCallKind {
    V1_POOLS("/v1/PROJECT/clusters", Permission.NOT_DOCUMENTED),
    V2_POOLS("/v2/PROJECT/pools", Permission.LIST),
    WORKSPACES("/v1/PROJECT/workspaces", Permission.NOT_DOCUMENTED),
    METRICS("/v2/PROJECT/metrics/runtime/pools", Permission.LIST),
    FLAVORS("/v1/PROJECT/resourceflavors", Permission.NOT_DOCUMENTED),
    MAINTENANCE("/v1/PROJECT/scheduled-events", Permission.NOT_DOCUMENTED),
    NODES("/v2/PROJECT/pools/POOL/nodes", Permission.GET),
    JOBS("/v2/PROJECT/pools/POOL/workloads", Permission.GET),
    EVENTS("/v1/PROJECT/events", Permission.GET);

    private static final class Permission {
        static final String LIST = "modelarts:pool:list";
        static final String GET = "modelarts:pool:get";
        /// The documentation names no permission for the call.
        static final String NOT_DOCUMENTED = "";
    }

    private final String path;
    private final String permission;
    private final Pattern pattern;

    ApiCallKind(String path, String permission) {
        this.path = path;
        this.permission = permission;
        pattern = Pattern.compile(".*" + path.replaceAll("PROJECT|POOL", "[^/]+"));
    }

    /// The call of that request; empty for another service's, such as a sign-in.
    public static Optional<ApiCallKind> of(RequestLine request) {
        return Arrays.stream(values()).filter(call -> call.pattern.matcher(request.path()).matches()).findFirst();
    }

    /// The request with placeholders, such as `GET /v2/PROJECT/pools`.
    public String request() {
        return "GET " + path;
    }

    /// The documented name of the permission, such as `modelarts:pool:list`; empty when none is documented.
    public Optional<String> permission() {
        return permission.isEmpty() ? Optional.empty() : Optional.of(permission);
    }
}
