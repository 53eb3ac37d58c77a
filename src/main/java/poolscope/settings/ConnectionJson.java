package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.ApiScope;
import poolscope.connection.Connection;
import poolscope.connection.ListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignInMethod;
import poolscope.connection.Validated;

/// One connection as it stands in the file. There is no place for a secret in it.
final class ConnectionJson {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int LONGEST = 4096;

    /// The words of the file for the kinds of [SignInMethod].
    private enum Method {
        NONE, TOKEN, ACCESS_KEY, PASSWORD
    }

    /// The words of the file for the kinds of [ProxyChoice].
    private enum ProxyMode {
        SYSTEM, DIRECT, MANUAL
    }

    private ConnectionJson() {}

    /// The connection, if name, endpoint and project make one. Everything else that makes no sense becomes the usual.
    static Optional<SavedConnection> parse(String id, JsonFields jsonFields) {
        var draft = new Connection.Draft(id, text(jsonFields, "name"), text(jsonFields, "region"),
                text(jsonFields, "endpoint"), text(jsonFields, "projectId"));
        if (!SavedConnection.isId(id)) {
            return Optional.empty();
        }
        return accepted(SavedConnection.check(draft))
                .map(connection -> new SavedConnection(connection, listing(jsonFields),
                        signIn(jsonFields.section("signIn")), route(jsonFields), query(jsonFields.section("query")),
                        jsonFields.take("refreshSeconds", Optional.empty(), ConnectionJson::refresh)));
    }

    static ObjectNode render(SavedConnection saved) {
        Connection connection = saved.connection();
        ObjectNode object = NODES.objectNode()
                .put("name", connection.name())
                .put("region", connection.region().orElse(""))
                .put("endpoint", connection.endpoint().toString())
                .put("projectId", connection.projectId())
                .put("group", saved.listAppearance().group())
                .put("colour", JsonFields.wordOf(saved.listAppearance().colour()))
                .put("ticked", saved.listAppearance().ticked());
        object.set("signIn", render(saved.signInMethod()));
        object.set("proxy", render(saved.networkRoute().proxy()));
        object.set("query", render(saved.query()));
        return object.put("caFile", saved.networkRoute().caFile().map(Path::toString).orElse(""))
                .put("refreshSeconds", saved.refreshEvery().map(Duration::toSeconds).orElse(0L));
    }

    private static ListAppearance listing(JsonFields jsonFields) {
        ListAppearance plain = ListAppearance.PLAIN;
        return new ListAppearance(jsonFields.take("group", plain.group(), node -> checked(node, ListAppearance::group)),
                jsonFields.word("colour", plain.colour()), jsonFields.flag("ticked", plain.ticked()));
    }

    private static SignInMethod signIn(JsonFields jsonFields) {
        return switch (jsonFields.word("method", Method.NONE)) {
            case NONE -> SignInMethod.NONE;
            case TOKEN -> SignInMethod.TOKEN;
            case ACCESS_KEY -> new SignInMethod.AccessKey(
                    jsonFields.take("tail", "", node -> checked(node, SignInMethod.AccessKey::tail)),
                    jsonFields.flag("temporary", false));
            case PASSWORD -> jsonFields.take("iam", SignInMethod.NONE, node -> checked(node,
                    iam -> SignInMethod.password(text(jsonFields, "domain"), text(jsonFields, "user"), iam)));
        };
    }

    private static ObjectNode render(SignInMethod signInMethod) {
        return switch (signInMethod) {
            case SignInMethod.None _ -> signIn(Method.NONE, "", false);
            case SignInMethod.Token _ -> signIn(Method.TOKEN, "", false);
            case SignInMethod.AccessKey(String tail, boolean temporary) -> signIn(Method.ACCESS_KEY, tail, temporary);
            case SignInMethod.Password(String domain, String user, URI iam) ->
                signIn(Method.PASSWORD, "", false).put("domain", domain).put("user", user).put("iam", iam.toString());
        };
    }

    private static ObjectNode signIn(Method method, String tail, boolean temporary) {
        return NODES.objectNode()
                .put("method", JsonFields.wordOf(method))
                .put("tail", tail)
                .put("temporary", temporary)
                .put("domain", "")
                .put("user", "")
                .put("iam", "");
    }

    private static NetworkRoute route(JsonFields jsonFields) {
        return new NetworkRoute(proxy(jsonFields.section("proxy")),
                jsonFields.take("caFile", Optional.empty(), node -> checked(node, NetworkRoute::caFile)));
    }

    private static ProxyChoice proxy(JsonFields jsonFields) {
        return switch (jsonFields.word("mode", ProxyMode.SYSTEM)) {
            case SYSTEM -> ProxyChoice.SYSTEM;
            case DIRECT -> ProxyChoice.DIRECT;
            case MANUAL -> jsonFields.take("address", ProxyChoice.SYSTEM,
                    node -> checked(node, address -> ProxyChoice.manual(address, text(jsonFields, "user"))));
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
        return NODES.objectNode().put("mode", JsonFields.wordOf(mode)).put("address", address).put("user", user);
    }

    private static PoolQuery query(JsonFields jsonFields) {
        PoolQuery all = PoolQuery.ALL;
        return new PoolQuery(jsonFields.take("clusterName", all.name(), node -> checked(node, PoolQuery::text)),
                jsonFields.take("status", all.status(), node -> checked(node, PoolQuery::text)),
                jsonFields.word("sortBy", all.sortBy()), jsonFields.word("order", all.order()),
                jsonFields.whole("pageSize", all.pageSize(), 1, PoolQuery.MAX_PAGE_SIZE),
                new ApiScope(jsonFields.word("api", all.scope().generations()),
                        jsonFields.word("workspaces", all.scope().workspaces())));
    }

    private static ObjectNode render(PoolQuery query) {
        return NODES.objectNode()
                .put("clusterName", query.name())
                .put("status", query.status())
                .put("sortBy", JsonFields.wordOf(query.sortBy()))
                .put("order", JsonFields.wordOf(query.order()))
                .put("pageSize", query.pageSize())
                .put("api", JsonFields.wordOf(query.scope().generations()))
                .put("workspaces", JsonFields.wordOf(query.scope().workspaces()));
    }

    /// Zero: as the settings say.
    @SuppressWarnings("OptionalMapToOptional")
    private static Optional<Optional<Duration>> refresh(JsonNode node) {
        if (!node.canConvertToInt() || !node.isIntegralNumber()) {
            return Optional.empty();
        }
        return node.intValue() == 0
                ? Optional.of(Optional.empty())
                : accepted(SavedConnection.checkRefresh(Duration.ofSeconds(node.intValue()))).map(Optional::of);
    }

    private static String text(JsonFields jsonFields, String key) {
        return jsonFields.text(key, "", LONGEST);
    }

    private static <T> Optional<T> checked(JsonNode node, Function<String, Validated<T>> parse) {
        return node.isTextual() ? accepted(parse.apply(node.textValue())) : Optional.empty();
    }

    private static <T> Optional<T> accepted(Validated<T> validated) {
        return switch (validated) {
            case Validated.Accepted<T>(T value) -> Optional.of(value);
            case Validated.Refused<T> _ -> Optional.empty();
        };
    }
}
