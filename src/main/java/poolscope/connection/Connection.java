package poolscope.connection;

import java.net.URI;
import java.util.Optional;
import java.util.regex.Pattern;

/// One service and one project in it. Holds no secret; those are in [Credentials].
///
/// @param id
///            the key, stable over renames, never shown
/// @param name
///            as the operator calls it
/// @param region
///            the region's name, empty for an endpoint that belongs to none
/// @param endpoint
///            `scheme://host[:port]`, nothing more; `http` only to this machine (P22)
/// @param projectId
///            `[0-9A-Za-z-]{1,64}`, so that it can't lead the path elsewhere (P44)
public record Connection(String id, String name, Optional<String> region, URI endpoint, String projectId) {
    private static final int HTTPS_PORT = 443;
    private static final int HTTP_PORT = 80;
    private static final Pattern PROJECT_ID = Pattern.compile("[0-9A-Za-z-]{1,64}");

    /// @throws IllegalArgumentException
    ///             when a part was not checked by [#of] before; the message doesn't repeat it
    public Connection {
        if (name.isBlank()) throw new IllegalArgumentException(ValidationError.NAME_EMPTY.name());
        endpoint = Endpoint.parse(endpoint.toString()).orThrow();
        projectId = projectId(projectId).orThrow();
    }

    /// Whether both ask one service about one project, whoever signs in, so that a pool of the one is the same pool of
    /// the other. A port that is left out is the scheme's own.
    public boolean asksTheSameAs(Connection other) {
        return endpoint.getScheme().equals(other.endpoint.getScheme())
                && endpoint.getHost().equals(other.endpoint.getHost()) && port() == other.port()
                && projectId.equals(other.projectId);
    }

    private int port() {
        if (endpoint.getPort() >= 0) return endpoint.getPort();
        return endpoint.getScheme().equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    /// The endpoint as a person reads it.
    public String address() {
        return endpoint.toString();
    }

    /// What a person types, unchecked.
    ///
    /// @param region
    ///            blank for none
    public record Draft(String id, String name, String region, String endpoint, String projectId) {}

    /// The connection that the draft means, or the first thing that is wrong with it.
    public static Validated<Connection> of(Draft draft) {
        if (draft.name.isBlank()) return Validated.refused(ValidationError.NAME_EMPTY);
        var region = Optional.of(draft.region.strip()).filter(text -> !text.isEmpty());
        return Endpoint.parse(draft.endpoint)
                .then(endpoint -> projectId(draft.projectId).then(project -> Validated
                        .accepted(new Connection(draft.id, draft.name.strip(), region, endpoint, project))));
    }

    /// The project id without blanks around it, when it is one.
    public static Validated<String> projectId(String typed) {
        String text = typed.strip();
        if (text.isEmpty()) return Validated.refused(ValidationError.PROJECT_ID_EMPTY);
        return PROJECT_ID.matcher(text).matches()
                ? Validated.accepted(text)
                : Validated.refused(ValidationError.PROJECT_ID_MALFORMED);
    }
}
