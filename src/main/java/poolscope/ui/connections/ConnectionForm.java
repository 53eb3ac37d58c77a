package poolscope.ui.connections;

import java.util.Optional;
import poolscope.connection.ColourTag;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.ListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.ProxyChoice;
import poolscope.connection.SavedConnection;
import poolscope.connection.Secret;
import poolscope.connection.SignInMethod;
import poolscope.connection.Validated;

/// What stands in the form's fields, as typed, and what it means when it is checked.
///
/// @param id
///            the connection's key
/// @param service
///            name, region, endpoint and project
/// @param signIn
///            how to sign in, and with what
/// @param route
///            proxy and certificates
/// @param query
///            what the service is asked for
/// @param listing
///            where it stands in the list
record ConnectionForm(String id, Service service, Secrets signIn, Way route, PoolQueryForm query, Place listing) {

    /// How to sign in.
    enum SignInWay {
        TOKEN, ACCESS_KEY, PASSWORD, NONE
    }

    /// Which proxy.
    enum ProxyWay {
        SYSTEM, DIRECT, MANUAL
    }

    record Service(String name, String region, String endpoint, String project) {}

    /// Account, user and the IAM endpoint that the password goes to.
    record User(String domain, String name, String iam) {}

    /// What is typed to sign in with; only the fields of the chosen way count. An edited connection's secrets stay as
    /// kept when nothing is typed.
    ///
    /// @param first
    ///            token, access key or password
    /// @param second
    ///            secret key
    /// @param third
    ///            security token
    /// @param user
    ///            of a password
    record Secrets(SignInWay way, String first, String second, String third, User user) {
        boolean isUntouched() {
            return first.isEmpty() && second.isEmpty() && third.isEmpty();
        }

        /// Without what was typed (P28).
        @Override
        public String toString() {
            return "Secrets[" + way + "]";
        }
    }

    record Way(ProxyWay proxy, String address, String user, String password, String caFile) {
        /// Without the password (P28).
        @Override
        public String toString() {
            return "Way[" + proxy + ", " + address + "]";
        }
    }

    record Place(String group, ColourTag colour, boolean ticked) {}

    /// A checked form.
    ///
    /// @param credentials
    ///            empty to leave what is kept as it is
    /// @param proxyPassword
    ///            empty to leave what is kept as it is
    record Meaning(SavedConnection connection, Optional<Credentials> credentials, Optional<Secret> proxyPassword) {}

    /// What the form means, or the first thing that is wrong with it.
    ///
    /// @param before
    ///            the connection that is edited, empty for a new one
    Validated<Meaning> check(Optional<SavedConnection> before) {
        var draft = new Connection.Draft(id, service.name(), service.region(), service.endpoint(), service.project());
        return SavedConnection.check(draft).then(connection -> checkRest(connection, before).then(rest -> {
            boolean isKept = before
                    .filter(b -> signIn.isUntouched() && isAsBefore(b.signInMethod()) && b.isAt(connection))
                    .isPresent();
            if (isKept) return Validated.accepted(new Meaning(rest, Optional.empty(), proxyPassword()));
            return credentials()
                    .then(credentials -> Validated.accepted(new Meaning(rest.withSignIn(SignInMethod.of(credentials)),
                            Optional.of(credentials), proxyPassword())));
        }));
    }

    /// The connection with everything but its sign-in as typed. What the form doesn't show stays as it was.
    private Validated<SavedConnection> checkRest(Connection connection, Optional<SavedConnection> before) {
        var base = before.map(was -> was.withConnection(connection))
                .orElseGet(() -> SavedConnection.of(connection, SignInMethod.NONE));
        return ListAppearance.group(listing.group())
                .then(group -> checkRoute().then(way -> query.check()
                        .then(asked -> Validated.accepted(
                                base.withListing(new ListAppearance(group, listing.colour(), listing.ticked()))
                                        .withRoute(way)
                                        .withQuery(asked)))));
    }

    /// The proxy's password, when one was typed.
    Optional<Secret> proxyPassword() {
        return Secret.ofPassword(route.password()) instanceof Validated.Accepted<Secret>(var secret)
                && route.proxy() == ProxyWay.MANUAL ? Optional.of(secret) : Optional.empty();
    }

    /// The credentials that are typed.
    Validated<Credentials> credentials() {
        return switch (signIn.way()) {
            case TOKEN -> Credentials.token(signIn.first());
            case ACCESS_KEY -> Credentials.accessKey(signIn.first(), signIn.second(), signIn.third());
            case PASSWORD -> SignInMethod.password(signIn.user().domain(), signIn.user().name(), signIn.user().iam())
                    .then(how -> Secret.ofPassword(signIn.first())
                            .then(password -> Validated
                                    .accepted(Credentials.password((SignInMethod.Password) how, password))));
            case NONE -> Validated.accepted(Credentials.NONE);
        };
    }

    private boolean isAsBefore(SignInMethod was) {
        return wayOf(was) == signIn.way() && (!(was instanceof SignInMethod.Password password)
                || password.domain().equals(signIn.user().domain()) && password.user().equals(signIn.user().name())
                        && password.address().equals(signIn.user().iam()));
    }

    /// Proxy and certificates.
    Validated<NetworkRoute> checkRoute() {
        Validated<ProxyChoice> proxy = switch (route.proxy()) {
            case SYSTEM -> Validated.accepted(ProxyChoice.SYSTEM);
            case DIRECT -> Validated.accepted(ProxyChoice.DIRECT);
            case MANUAL -> ProxyChoice.manual(route.address(), route.user());
        };
        return proxy.then(choice -> NetworkRoute.caFile(route.caFile())
                .then(file -> Validated.accepted(new NetworkRoute(choice, file))));
    }

    static SignInWay wayOf(SignInMethod signInMethod) {
        return switch (signInMethod) {
            case SignInMethod.None _ -> SignInWay.NONE;
            case SignInMethod.Token _ -> SignInWay.TOKEN;
            case SignInMethod.AccessKey _ -> SignInWay.ACCESS_KEY;
            case SignInMethod.Password _ -> SignInWay.PASSWORD;
        };
    }
}
