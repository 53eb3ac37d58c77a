package poolscope.api.signin;

import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.NetworkRouteAndPasswords;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.http.ApiRequest;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.HttpTransport;
import poolscope.api.json.StrictJsonParser;
import poolscope.api.json.UnreadableResponseException;
import poolscope.connection.Credentials;
import poolscope.connection.ServiceAndProject;

/// Requests from IAM the projects that a user may use. Needs no permission (*Signing in* in api-notes.md).
public final class IamProjectsReader {
    private IamProjectsReader() {}

    /// A project.
    ///
    /// @param id
    ///            as [ServiceAndProject#projectId]
    /// @param name
    ///            the region, or `region_sub` for a sub-project
    /// @param enabled
    ///            whether it can be used
    public record Project(String id, String name, boolean enabled) {}

    /// The projects in IAM's order. Because a person asked for them, a sign-in that was held back is tried again
    /// (`SignInLockoutGuard.release`). Projects whose id is invalid for a connection are left out. Blocks, at most for
    /// `HttpTimeouts.reading`.
    ///
    /// @param iam
    ///            `scheme://host[:port]`
    /// @throws ApiException
    ///             when IAM refused or didn't respond with projects
    public static List<Project> find(URI iam, Credentials credentials,
            NetworkRouteAndPasswords networkRouteAndPasswords, RequestClockAndTimeouts requestClockAndTimeouts)
            throws ApiException, InterruptedException {
        long until = requestClockAndTimeouts.nanoTime().getAsLong()
                + requestClockAndTimeouts.httpTimeouts().reading().toNanos();
        requestClockAndTimeouts.guard().release(credentials, networkRouteAndPasswords);
        try (var requestAuthentication = RequestAuthentication.ofIam(credentials, networkRouteAndPasswords,
                requestClockAndTimeouts);
                var transport = new HttpTransport(iam, networkRouteAndPasswords,
                        requestAuthentication.secretRedaction(), requestClockAndTimeouts)) {
            var call = new RetryingServiceCall(transport, requestAuthentication, requestClockAndTimeouts);
            return call.ask(ApiRequest.json(URI.create(iam + "/v3/auth/projects")), IamProjectsReader::read, until);
        }
    }

    public static List<Project> read(ApiResponse apiResponse) throws UnreadableResponseException {
        var projects = StrictJsonParser.object(apiResponse.body(), "projects").path("projects");
        if (!projects.isArray())
            throw new UnreadableResponseException(Failure.UnreadableAnswer.Cause.WRONG_SHAPE, "projects");
        return StreamSupport.stream(projects.spliterator(), false)
                .map(project -> new Project(project.path("id").asText(), project.path("name").asText(),
                        project.path("enabled").asBoolean(true)))
                .filter(project -> ServiceAndProject.projectId(project.id()).error().isEmpty())
                .toList();
    }
}
