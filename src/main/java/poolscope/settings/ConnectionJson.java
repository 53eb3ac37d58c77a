package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.Checked;
import poolscope.connection.Connection;
import poolscope.connection.Listing;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.Route;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignIn;

/// One connection as it stands in the file. There is no place for a secret in it.
final class ConnectionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST = 4096;

    /// The words of the file for the kinds of [SignIn].
    private enum Method {
        NONE, TOKEN, ACCESS_KEY, PASSWORD
    }

    /// The words of the file for the kinds of [ProxyChoice].
    private enum ProxyMode {
        SYSTEM, DIRECT, MANUAL
    }

    private ConnectionJson() {}

    /// The connection, if name, endpoint and project make one. Everything else that makes no sense becomes the usual.
    static Optional<SavedConnection> parse(String id, Fields fields) {
        var draft = new Connection.Draft(id, text(fields, "name"), text(fields, "region"), text(fields, "endpoint"),
                text(fields, "projectId"));
        if (!SavedConnection.isId(id)) {
            return Optional.empty();
        }
        return accepted(SavedConnection.check(draft)).map(connection -> new SavedConnection(connection, listing(fields),
                signIn(fields.section("signIn")), route(fields), query(fields.section("query")),
                fields.take("refreshSeconds", Optional.empty(), ConnectionJson::refresh)));
    }

    static ObjectNode render(SavedConnection saved) {
        Connection connection = saved.connection();
        ObjectNode object = NODES.objectNode().put("name", connection.name()).put("region", connection.region().orElse(""))
                .put("endpoint", connection.endpoint().toString()).put("projectId", connection.projectId())
                .put("group", saved.listing().group()).put("colour", Fields.wordOf(saved.listing().colour()))
                .put("ticked", saved.listing().ticked());
        object.set("signIn", render(saved.signIn()));
        object.set("proxy", render(saved.route().proxy()));
        object.set("query", render(saved.query()));
        return object.put("caFile", saved.route().caFile().map(Path::toString).orElse("")).put("refreshSeconds",
                saved.refreshEvery().map(Duration::toSeconds).orElse(0L));
    }

    private static Listing listing(Fields fields) {
        Listing plain = Listing.PLAIN;
        return new Listing(fields.take("group", plain.group(), node -> checked(node, Listing::group)),
                fields.word("colour", plain.colour()), fields.flag("ticked", plain.ticked()));
    }

    private static SignIn signIn(Fields fields) {
        return switch (fields.word("method", Method.NONE)) {
            case NONE -> SignIn.NONE;
            case TOKEN -> SignIn.TOKEN;
            case ACCESS_KEY -> new SignIn.AccessKey(fields.take("tail", "", node -> checked(node, SignIn.AccessKey::tail)),
                    fields.flag("temporary", false));
            case PASSWORD -> fields.take("iam", SignIn.NONE,
                    node -> checked(node, iam -> SignIn.password(text(fields, "domain"), text(fields, "user"), iam)));
        };
    }

    private static ObjectNode render(SignIn signIn) {
        return switch (signIn) {
            case SignIn.None _ -> signIn(Method.NONE, "", false);
            case SignIn.Token _ -> signIn(Method.TOKEN, "", false);
            case SignIn.AccessKey(String tail, boolean temporary) -> signIn(Method.ACCESS_KEY, tail, temporary);
            case SignIn.Password(String domain, String user, URI iam) ->
                signIn(Method.PASSWORD, "", false).put("domain", domain).put("user", user).put("iam", iam.toString());
        };
    }

    private static ObjectNode signIn(Method method, String tail, boolean temporary) {
        return NODES.objectNode().put("method", Fields.wordOf(method)).put("tail", tail).put("temporary", temporary)
                .put("domain", "").put("user", "").put("iam", "");
    }

    private static Route route(Fields fields) {
        return new Route(proxy(fields.section("proxy")),
                fields.take("caFile", Optional.empty(), node -> checked(node, Route::caFile)));
    }

    private static ProxyChoice proxy(Fields fields) {
        return switch (fields.word("mode", ProxyMode.SYSTEM)) {
            case SYSTEM -> ProxyChoice.SYSTEM;
            case DIRECT -> ProxyChoice.DIRECT;
            case MANUAL -> fields.take("address", ProxyChoice.SYSTEM,
                    node -> checked(node, address -> ProxyChoice.manual(address, text(fields, "user"))));
        };
    }

    private static ObjectNode render(ProxyChoice proxy) {
        return switch (proxy) {
            case ProxyChoice.System _ -> proxy(ProxyMode.SYSTEM, "", "");
            case ProxyChoice.Direct _ -> proxy(ProxyMode.DIRECT, "", "");
            case ProxyChoice.Manual manual -> proxy(ProxyMode.MANUAL, manual.address(), manual.user().orElse(""));
        };
    }

    private static ObjectNode proxy(ProxyMode mode, String address, String user) {
        return NODES.objectNode().put("mode", Fields.wordOf(mode)).put("address", address).put("user", user);
    }

    private static PoolQuery query(Fields fields) {
        PoolQuery all = PoolQuery.ALL;
        return new PoolQuery(fields.take("clusterName", all.name(), node -> checked(node, PoolQuery::text)),
                fields.take("status", all.status(), node -> checked(node, PoolQuery::text)), fields.word("sortBy", all.sortBy()),
                fields.word("order", all.order()), fields.whole("pageSize", all.pageSize(), 1, PoolQuery.LARGEST_PAGE));
    }

    private static ObjectNode render(PoolQuery query) {
        return NODES.objectNode().put("clusterName", query.name()).put("status", query.status())
                .put("sortBy", Fields.wordOf(query.sortBy())).put("order", Fields.wordOf(query.order()))
                .put("pageSize", query.pageSize());
    }

    /// Zero: as the settings say.
    private static Optional<Optional<Duration>> refresh(JsonNode node) {
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            return Optional.empty();
        }
        return node.intValue() == 0
                ? Optional.of(Optional.empty())
                : accepted(SavedConnection.checkRefresh(Duration.ofSeconds(node.intValue()))).map(Optional::of);
    }

    private static String text(Fields fields, String key) {
        return fields.text(key, "", LONGEST);
    }

    private static <T> Optional<T> checked(JsonNode node, Function<String, Checked<T>> door) {
        return node.isTextual() ? accepted(door.apply(node.textValue())) : Optional.empty();
    }

    private static <T> Optional<T> accepted(Checked<T> checked) {
        return switch (checked) {
            case Checked.Accepted<T>(T value) -> Optional.of(value);
            case Checked.Refused<T> _ -> Optional.empty();
        };
    }
}
