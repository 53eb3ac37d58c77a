package poolscope.connection;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/// A saved connection with its settings. Contains no secret; those are in a [SecretStore], or asked for.
///
/// @param serviceAndProject
///            service and project
/// @param connectionListAppearance
///            how it appears in the list
/// @param signInMethod
///            how it signs in
/// @param networkRoute
///            proxy and certificates
/// @param query
///            parameters of the list request
/// @param refreshEvery
///            its own interval between [#FASTEST_REFRESH] and [#SLOWEST_REFRESH]; empty for that of the window
public record SavedConnection(ServiceAndProject serviceAndProject, ConnectionListAppearance connectionListAppearance,
        SignInMethod signInMethod, NetworkRoute networkRoute, PoolQuery query, Optional<Duration> refreshEvery) {
    private static final Pattern ID = Pattern.compile("[0-9A-Za-z-]{1,64}");
    public static final Duration FASTEST_REFRESH = Duration.ofSeconds(5);
    public static final Duration SLOWEST_REFRESH = Duration.ofDays(1);

    /// @throws IllegalArgumentException
    ///             when a part is invalid; the message doesn't repeat it
    public SavedConnection {
        if (!isId(serviceAndProject.id())) throw new IllegalArgumentException("The id can't be kept");
        ConnectionNameValidation.name(serviceAndProject.name(), ValidationError.NAME_UNSHOWABLE).orThrow();
        refreshEvery.ifPresent(interval -> checkRefresh(interval).orThrow());
    }

    /// A connection without group and colour, with the default network route and query.
    public static SavedConnection of(ServiceAndProject serviceAndProject, SignInMethod signInMethod) {
        return new SavedConnection(serviceAndProject, ConnectionListAppearance.PLAIN, signInMethod,
                NetworkRoute.DEFAULT, PoolQuery.ALL, Optional.empty());
    }

    /// Validates as [ServiceAndProject#of] does, and the name in addition.
    public static ValidationResult<ServiceAndProject> check(ServiceAndProject.Draft draft) {
        return ConnectionNameValidation.name(draft.name(), ValidationError.NAME_UNSHOWABLE)
                .then(_ -> ServiceAndProject.of(draft));
    }

    /// Whether the id is valid in a file and in the name of a secret: `[0-9A-Za-z-]{1,64}`.
    public static boolean isId(String id) {
        return ID.matcher(id).matches();
    }

    /// A new unique id.
    public static String freshId() {
        return UUID.randomUUID().toString();
    }

    /// The interval, when it is in the allowed range.
    public static ValidationResult<Duration> checkRefresh(Duration interval) {
        return interval.compareTo(FASTEST_REFRESH) < 0 || interval.compareTo(SLOWEST_REFRESH) > 0
                ? ValidationResult.refused(ValidationError.REFRESH_OUT_OF_RANGE)
                : ValidationResult.accepted(interval);
    }

    /// Whether the other connection has the same endpoint, so that it may use the same secrets (P32).
    public boolean isAt(ServiceAndProject other) {
        return serviceAndProject.endpoint().equals(other.endpoint());
    }

    /// Whether the typed endpoint is that of this connection; false for an invalid one.
    public boolean isAt(String typed) {
        return EndpointParser.parse(typed) instanceof ValidationResult.Accepted<URI>(var endpoint)
                && serviceAndProject.endpoint().equals(endpoint);
    }

    public String id() {
        return serviceAndProject.id();
    }

    public SavedConnection withConnection(ServiceAndProject serviceAndProject) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }

    public SavedConnection withListing(ConnectionListAppearance connectionListAppearance) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }

    public SavedConnection withSignIn(SignInMethod signInMethod) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }

    public SavedConnection withRoute(NetworkRoute networkRoute) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }

    public SavedConnection withRefreshEvery(Optional<Duration> refreshEvery) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }

    public SavedConnection withQuery(PoolQuery query) {
        return new SavedConnection(serviceAndProject, connectionListAppearance, signInMethod, networkRoute, query,
                refreshEvery);
    }
}
