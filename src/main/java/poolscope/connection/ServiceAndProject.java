package poolscope.connection;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// A service and a project in it. Contains no secret; those are in [Credentials].
///
/// @param id
///            identifies it, stable over renames, never shown
/// @param name
///            given by the operator
/// @param region
///            the region's name, empty for an endpoint outside the public cloud's regions
/// @param endpoint
///            `scheme://host[:port]` only; `http` only to this machine (P22)
/// @param projectId
///            `[0-9A-Za-z-]{1,64}`, so that it can't change the path of a request (P44)
public record ServiceAndProject(String id, String name, Optional<String> region, URI endpoint, String projectId) {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern PROJECT_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /// @throws IllegalArgumentException
    ///             when a part is invalid; the message doesn't repeat it
    public ServiceAndProject {
        if (name.isBlank()) throw new IllegalArgumentException(ValidationError.NAME_EMPTY.name());
        endpoint = EndpointParser.parse(endpoint.toString()).orThrow();
        projectId = projectId(projectId).orThrow();
    }

    /// Whether both have the same service and project, whoever signs in, so that they list the same pools. A missing
    /// port is the default port of the scheme.
    public boolean asksTheSameAs(ServiceAndProject other) {
        return endpoint.getScheme().equals(other.endpoint.getScheme())
                && endpoint.getHost().equals(other.endpoint.getHost()) && port() == other.port()
                && projectId.equals(other.projectId);
    }

    private int port() {
        if (endpoint.getPort() >= 0) return endpoint.getPort();
        return endpoint.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    /// The endpoint for display.
    public String address() {
        return endpoint.toString();
    }

    /// Typed values, not yet validated.
    ///
    /// @param region
    ///            blank for none
    public record Draft(String id, String name, String region, String endpoint, String projectId) {}

    /// The connection, or the first error of the draft.
    public static ValidationResult<ServiceAndProject> of(Draft draft) {
        if (draft.name.isBlank()) return ValidationResult.refused(ValidationError.NAME_EMPTY);
        var region = Optional.of(draft.region.strip()).filter(text -> !text.isEmpty());
        return EndpointParser.parse(draft.endpoint)
                .then(endpoint -> projectId(draft.projectId).then(project -> ValidationResult
                        .accepted(new ServiceAndProject(draft.id, draft.name.strip(), region, endpoint, project))));
    }

    /// The project id without surrounding blanks, when it is valid.
    public static ValidationResult<String> projectId(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return ValidationResult.refused(ValidationError.PROJECT_ID_EMPTY);
        return PROJECT_ID.matcher(text).matches()
                ? ValidationResult.accepted(text)
                : ValidationResult.refused(ValidationError.PROJECT_ID_MALFORMED);
    }
}
