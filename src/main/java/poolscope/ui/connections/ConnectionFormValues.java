package poolscope.ui.connections;

import java.time.Duration;
import java.util.Optional;
import poolscope.connection.CloudRegion;
import poolscope.connection.ConnectionColour;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.Credentials;
import poolscope.connection.EndpointParser;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.ServiceAndProject;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationError;
import poolscope.connection.ValidationResult;

/// The typed values of the form, and their validation.
///
/// @param id
///            the connection's id
/// @param service
///            name, region, endpoint and project
/// @param signIn
///            sign-in method and credentials
/// @param route
///            proxy and certificates
/// @param query
///            parameters of the list request
/// @param listing
///            position in the list
/// @param refreshEvery
///            the connection's own interval, empty for that of the window
record ConnectionFormValues(String id, Service service, Secrets signIn, Route route, PoolQueryFormValues query,
        Listing listing, Optional<Duration> refreshEvery) {

    /// Choices of the sign-in method.
    enum SignInChoice {
        TOKEN, ACCESS_KEY, PASSWORD, NONE
    }

    /// Choices of the proxy.
    enum ProxyOption {
        SYSTEM, DIRECT, MANUAL
    }

    record Service(String name, String region, String endpoint, String project) {}

    /// Account, user and the IAM endpoint that the password is sent to.
    record User(String domain, String name, String iam) {}

    /// The typed credentials; only the fields of the selected method count. The stored secrets of an edited connection
    /// stay when nothing is typed.
    ///
    /// @param first
    ///            token, access key or password
    /// @param second
    ///            secret key
    /// @param third
    ///            security token
    /// @param user
    ///            for a password
    record Secrets(SignInChoice choice, String first, String second, String third, User user) {
        boolean isUntouched() {
            return first.isEmpty() && second.isEmpty() && third.isEmpty();
        }

        /// The first required field that is empty.
        private Optional<ValidationError> emptyField() {
            return switch (choice) {
                case TOKEN -> when(first, ValidationError.TOKEN_EMPTY);
                case ACCESS_KEY -> when(first, ValidationError.ACCESS_KEY_EMPTY)
                        .or(() -> when(second, ValidationError.SECRET_KEY_EMPTY));
                case PASSWORD -> when(user.domain(), ValidationError.ACCOUNT_EMPTY)
                        .or(() -> when(user.name(), ValidationError.USER_EMPTY))
                        .or(() -> when(first, ValidationError.PASSWORD_EMPTY));
                case NONE -> Optional.empty();
            };
        }

        private static Optional<ValidationError> when(String typed, ValidationError empty) {
            return typed.isBlank() ? Optional.of(empty) : Optional.empty();
        }

        /// Without the typed secrets (P28).
        @Override
        public String toString() {
            return "Secrets[" + choice + "]";
        }
    }

    /// @param exceptions
    ///            hosts that are reached without the proxy of that address
    /// @param caFilePassword
    ///            empty when the file needs none, or to keep the stored one
    record Route(ProxyOption proxy, String address, String user, String password, String exceptions, String caFile,
            String caFilePassword) {
        /// Without the passwords (P28).
        @Override
        public String toString() {
            return "Way[" + proxy + ", " + address + "]";
        }
    }

    record Listing(String group, ConnectionColour colour, boolean ticked) {}

    /// A valid form.
    ///
    /// @param credentials
    ///            empty to keep the stored ones
    /// @param passwords
    ///            each empty to keep the stored one
    record Result(SavedConnection connection, Optional<Credentials> credentials, RoutePasswords passwords) {}

    /// The same for another connection.
    ConnectionFormValues with(String id, Service service) {
        return new ConnectionFormValues(id, service, signIn, route, query, listing, refreshEvery);
    }

    /// The same with that name when none was typed.
    ConnectionFormValues orNamed(String suggestion) {
        return service.name().isBlank()
                ? with(id, new Service(suggestion, service.region(), service.endpoint(), service.project()))
                : this;
    }

    /// Whether a value of the section *More* differs from its default. The default address of IAM is that of
    /// the region.
    boolean hasMoreSettings() {
        var iam = signIn.user().iam();
        return !listing.group().isBlank() || listing.colour() != ConnectionColour.NONE || refreshEvery.isPresent()
                || !query.equals(PoolQueryFormValues.ALL) || route.proxy() != ProxyOption.SYSTEM
                || !route.caFile().isBlank()
                || !iam.isBlank() && CloudRegion.find(service.region())
                        .filter(region -> region.iamAddress().equals(iam.strip()))
                        .isEmpty();
    }

    /// What the result of a test depends on.
    record TestedInputs(String endpoint, String project, Secrets signIn, Route route, PoolQueryFormValues query) {
        /// Without the secrets (P28).
        @Override
        public String toString() {
            return "TestedInputs[" + endpoint + ", " + project + "]";
        }
    }

    TestedInputs testedInputs() {
        return new TestedInputs(service.endpoint().strip(), service.project().strip(), signIn, route, query);
    }

    /// Whether one of the values of the section *More* is invalid, the address of IAM aside.
    boolean hasErrorInMore() {
        return ConnectionListAppearance.group(listing.group()).error().isPresent()
                || validateRoute().error().isPresent() || query.validate().error().isPresent();
    }

    /// Whether that is the error of the address of IAM. The endpoint of the service can have the same ones, and is
    /// validated first.
    boolean isErrorOfIam(ValidationError error) {
        return EndpointParser.parse(service.endpoint()).error().isEmpty()
                && EndpointParser.parse(signIn.user().iam()).error().filter(error::equals).isPresent();
    }

    /// The valid form, or its first error.
    ///
    /// @param before
    ///            the connection that is edited, empty for a new one
    ValidationResult<Result> validate(Optional<SavedConnection> before) {
        var draft = new ServiceAndProject.Draft(id, service.name(), service.region(), service.endpoint(),
                service.project());
        return SavedConnection.check(draft)
                .then(serviceAndProject -> validateRest(serviceAndProject, before).then(rest -> {
                    var unchanged = before.filter(b -> signIn.isUntouched() && isAsBefore(b.signInMethod()));
                    if (unchanged.filter(b -> b.isAt(serviceAndProject)).isPresent())
                        return ValidationResult.accepted(new Result(rest, Optional.empty(), passwords()));
                    if (unchanged.isPresent() && signIn.choice() != SignInChoice.NONE)
                        return ValidationResult.refused(ValidationError.SECRET_OF_OTHER_ENDPOINT);
                    return credentials().then(credentials -> ValidationResult.accepted(new Result(
                            rest.withSignIn(SignInMethod.of(credentials)), Optional.of(credentials), passwords())));
                }));
    }

    /// The connection with everything but its sign-in as typed. Properties that the form doesn't have are kept.
    private ValidationResult<SavedConnection> validateRest(ServiceAndProject serviceAndProject,
            Optional<SavedConnection> before) {
        var base = before.map(was -> was.withConnection(serviceAndProject))
                .orElseGet(() -> SavedConnection.of(serviceAndProject, SignInMethod.NONE));
        return ConnectionListAppearance.group(listing.group())
                .then(group -> validateRoute().then(way -> query.validate()
                        .then(asked -> ValidationResult.accepted(base
                                .withListing(new ConnectionListAppearance(group, listing.colour(), listing.ticked()))
                                .withRoute(way)
                                .withQuery(asked)
                                .withRefreshEvery(refreshEvery)))));
    }

    /// The passwords of the network route that were typed.
    RoutePasswords passwords() {
        return new RoutePasswords(password(route.proxy() == ProxyOption.MANUAL ? route.password() : ""),
                password(route.caFilePassword()));
    }

    private static Optional<Secret> password(String typed) {
        return Secret.ofPassword(typed) instanceof ValidationResult.Accepted<Secret>(var secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    /// The typed credentials.
    ValidationResult<Credentials> credentials() {
        var emptyField = signIn.emptyField();
        if (emptyField.isPresent()) return ValidationResult.refused(emptyField.get());
        return switch (signIn.choice()) {
            case TOKEN -> Credentials.token(signIn.first());
            case ACCESS_KEY -> Credentials.accessKey(signIn.first(), signIn.second(), signIn.third());
            case PASSWORD -> SignInMethod.password(signIn.user().domain(), signIn.user().name(), signIn.user().iam())
                    .then(how -> Secret.ofPassword(signIn.first())
                            .then(password -> ValidationResult
                                    .accepted(Credentials.password((SignInMethod.Password) how, password))));
            case NONE -> ValidationResult.accepted(Credentials.NONE);
        };
    }

    private boolean isAsBefore(SignInMethod was) {
        return wayOf(was) == signIn.choice() && (!(was instanceof SignInMethod.Password password)
                || password.domain().equals(signIn.user().domain()) && password.user().equals(signIn.user().name())
                        && password.address().equals(signIn.user().iam()));
    }

    /// Proxy and certificates.
    ValidationResult<NetworkRoute> validateRoute() {
        ValidationResult<ProxyChoice> proxy = switch (route.proxy()) {
            case SYSTEM -> ValidationResult.accepted(ProxyChoice.SYSTEM);
            case DIRECT -> ValidationResult.accepted(ProxyChoice.DIRECT);
            case MANUAL -> ProxyChoice.manual(route.address(), route.user(), route.exceptions());
        };
        return proxy.then(choice -> NetworkRoute.caFile(route.caFile())
                .then(file -> ValidationResult.accepted(new NetworkRoute(choice, file))));
    }

    static SignInChoice wayOf(SignInMethod signInMethod) {
        return switch (signInMethod) {
            case SignInMethod.None _ -> SignInChoice.NONE;
            case SignInMethod.Token _ -> SignInChoice.TOKEN;
            case SignInMethod.AccessKey _ -> SignInChoice.ACCESS_KEY;
            case SignInMethod.Password _ -> SignInChoice.PASSWORD;
        };
    }
}
