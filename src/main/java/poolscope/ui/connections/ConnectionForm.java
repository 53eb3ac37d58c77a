package poolscope.ui.connections;

import java.util.Optional;
import poolscope.connection.Checked;
import poolscope.connection.ColourTag;
import poolscope.connection.Connection;
import poolscope.connection.Credentials;
import poolscope.connection.Flaw;
import poolscope.connection.Listing;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Route;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignIn;

/// What stands in the form's fields, as typed, and what it means when it is checked.
///
/// @param id the connection's key
/// @param service name, region, endpoint and project
/// @param signIn how to sign in, and with what
/// @param route proxy and certificates
/// @param listing where it stands in the list
record ConnectionForm(String id, Service service, Secrets signIn, Way route, Place listing) {

    /// How to sign in.
    enum SignInWay {
        TOKEN, ACCESS_KEY, PASSWORD, NONE
    }

    /// Which proxy.
    enum ProxyWay {
        SYSTEM, DIRECT, MANUAL
    }

    record Service(String name, String region, String endpoint, String project) {
    }

    /// What is typed to sign in with; only the fields of the chosen way count. An edited connection's secrets stay as kept when
    /// nothing is typed.
    record Secrets(SignInWay way, String first, String second, String third) {
        boolean isUntouched() {
            return first.isEmpty() && second.isEmpty() && third.isEmpty();
        }
    }

    record Way(ProxyWay proxy, String address, String user, String caFile) {
    }

    record Place(String group, ColourTag colour, boolean ticked) {
    }

    /// A checked form.
    ///
    /// @param credentials empty to leave what is kept as it is
    record Meaning(SavedConnection connection, Optional<Credentials> credentials) {
    }

    /// What the form means, or the first thing that is wrong with it.
    ///
    /// @param before the connection that is edited, empty for a new one
    Checked<Meaning> check(Optional<SavedConnection> before) {
        var draft = new Connection.Draft(id, service.name(), service.region(), service.endpoint(), service.project());
        return SavedConnection.check(draft).then(connection -> Listing.group(listing.group()).then(group -> checkRoute().then(way -> {
            var kept = before.filter(b -> signIn.isUntouched() && wayOf(b.signIn()) == signIn.way()
                    && b.connection().endpoint().equals(connection.endpoint()));
            var place = new Listing(group, listing.colour(), listing.ticked());
            if (kept.isPresent()) return Checked.accepted(new Meaning(
                    SavedConnection.of(connection, kept.get().signIn()).withListing(place).withRoute(way), Optional.empty()));
            return credentials().then(credentials -> Checked.accepted(new Meaning(
                    SavedConnection.of(connection, SignIn.of(credentials)).withListing(place).withRoute(way), Optional.of(credentials))));
        })));
    }

    /// The credentials that are typed.
    Checked<Credentials> credentials() {
        return switch (signIn.way()) {
            case TOKEN -> Credentials.token(signIn.first());
            case ACCESS_KEY -> Credentials.accessKey(signIn.first(), signIn.second(), signIn.third());
            case PASSWORD -> Checked.refused(Flaw.USER_EMPTY);
            case NONE -> Checked.accepted(Credentials.NONE);
        };
    }

    private Checked<Route> checkRoute() {
        Checked<ProxyChoice> proxy = switch (route.proxy()) {
            case SYSTEM -> Checked.accepted(ProxyChoice.SYSTEM);
            case DIRECT -> Checked.accepted(ProxyChoice.DIRECT);
            case MANUAL -> ProxyChoice.manual(route.address(), route.user());
        };
        return proxy.then(choice -> Route.caFile(route.caFile()).then(file -> Checked.accepted(new Route(choice, file))));
    }

    static SignInWay wayOf(SignIn signIn) {
        return switch (signIn) {
            case SignIn.None _ -> SignInWay.NONE;
            case SignIn.Token _ -> SignInWay.TOKEN;
            case SignIn.AccessKey _ -> SignInWay.ACCESS_KEY;
            case SignIn.Password _ -> SignInWay.PASSWORD;
        };
    }
}
