package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.Connection;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.NoProxyRule;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.SavedConnection;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationResult;

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
    static Optional<SavedConnection> parse(String id, JsonFieldReader jsonFieldReader) {
        var draft = new Connection.Draft(id, text(jsonFieldReader, "name"), text(jsonFieldReader, "region"),
                text(jsonFieldReader, "endpoint"), text(jsonFieldReader, "projectId"));
        if (!SavedConnection.isId(id)) {
            return Optional.empty();
        }
        return accepted(SavedConnection.check(draft)).map(connection -> new SavedConnection(connection,
                listing(jsonFieldReader), signIn(jsonFieldReader.section("signIn")), route(jsonFieldReader),
                query(jsonFieldReader.section("query")),
                jsonFieldReader.take("refreshSeconds", Optional.empty(), ConnectionJson::refresh)));
    }

    static ObjectNode render(SavedConnection saved) {
        Connection connection = saved.connection();
        ObjectNode object = NODES.objectNode()
                .put("name", connection.name())
                .put("region", connection.region().orElse(""))
                .put("endpoint", connection.endpoint().toString())
                .put("projectId", connection.projectId())
                .put("group", saved.connectionListAppearance().group())
                .put("colour", JsonFieldReader.wordOf(saved.connectionListAppearance().colour()))
                .put("ticked", saved.connectionListAppearance().ticked());
        object.set("signIn", render(saved.signInMethod()));
        object.set("proxy", render(saved.networkRoute().proxy()));
        object.set("query", render(saved.query()));
        return object.put("caFile", saved.networkRoute().caFile().map(Path::toString).orElse(""))
                .put("refreshSeconds", saved.refreshEvery().map(Duration::toSeconds).orElse(0L));
    }

    private static ConnectionListAppearance listing(JsonFieldReader jsonFieldReader) {
        ConnectionListAppearance plain = ConnectionListAppearance.PLAIN;
        return new ConnectionListAppearance(
                jsonFieldReader.take("group", plain.group(), node -> checked(node, ConnectionListAppearance::group)),
                jsonFieldReader.word("colour", plain.colour()), jsonFieldReader.flag("ticked", plain.ticked()));
    }

    private static SignInMethod signIn(JsonFieldReader jsonFieldReader) {
        return switch (jsonFieldReader.word("method", Method.NONE)) {
            case NONE -> SignInMethod.NONE;
            case TOKEN -> SignInMethod.TOKEN;
            case ACCESS_KEY -> new SignInMethod.AccessKey(
                    jsonFieldReader.take("tail", "", node -> checked(node, SignInMethod.AccessKey::tail)),
                    jsonFieldReader.flag("temporary", false));
            case PASSWORD -> jsonFieldReader.take("iam", SignInMethod.NONE, node -> checked(node,
                    iam -> SignInMethod.password(text(jsonFieldReader, "domain"), text(jsonFieldReader, "user"), iam)));
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
                .put("method", JsonFieldReader.wordOf(method))
                .put("tail", tail)
                .put("temporary", temporary)
                .put("domain", "")
                .put("user", "")
                .put("iam", "");
    }

    private static NetworkRoute route(JsonFieldReader jsonFieldReader) {
        return new NetworkRoute(proxy(jsonFieldReader.section("proxy")),
                jsonFieldReader.take("caFile", Optional.empty(), node -> checked(node, NetworkRoute::caFile)));
    }

    private static ProxyChoice proxy(JsonFieldReader jsonFieldReader) {
        return switch (jsonFieldReader.word("mode", ProxyMode.SYSTEM)) {
            case SYSTEM -> ProxyChoice.SYSTEM;
            case DIRECT -> ProxyChoice.DIRECT;
            case MANUAL -> jsonFieldReader.take("address", ProxyChoice.SYSTEM,
                    node -> checked(node, address -> ProxyChoice.manual(address, text(jsonFieldReader, "user"),
                            jsonFieldReader.take("noProxy", "", rule -> checked(rule, NoProxyRule::check)))));
        };
    }

    private static ObjectNode render(ProxyChoice proxy) {
        return switch (proxy) {
            case ProxyChoice.System _ -> proxy(ProxyMode.SYSTEM, "", "", "");
            case ProxyChoice.Direct _ -> proxy(ProxyMode.DIRECT, "", "", "");
            case ProxyChoice.Manual manual ->
                proxy(ProxyMode.MANUAL, manual.address(), manual.user().orElse(""), manual.exceptions());
        };
    }

    private static ObjectNode proxy(ProxyMode mode, String address, String user, String exceptions) {
        return NODES.objectNode()
                .put("mode", JsonFieldReader.wordOf(mode))
                .put("address", address)
                .put("user", user)
                .put("noProxy", exceptions);
    }

    private static PoolQuery query(JsonFieldReader jsonFieldReader) {
        PoolQuery all = PoolQuery.ALL;
        return new PoolQuery(jsonFieldReader.take("clusterName", all.name(), node -> checked(node, PoolQuery::text)),
                jsonFieldReader.take("status", all.status(), node -> checked(node, PoolQuery::text)),
                jsonFieldReader.word("sortBy", all.sortBy()), jsonFieldReader.word("order", all.order()),
                jsonFieldReader.whole("pageSize", all.pageSize(), 1, PoolQuery.MAX_PAGE_SIZE),
                new RequestedPoolLists(jsonFieldReader.word("api", all.scope().generations()),
                        jsonFieldReader.word("workspaces", all.scope().workspaces())));
    }

    private static ObjectNode render(PoolQuery query) {
        return NODES.objectNode()
                .put("clusterName", query.name())
                .put("status", query.status())
                .put("sortBy", JsonFieldReader.wordOf(query.sortBy()))
                .put("order", JsonFieldReader.wordOf(query.order()))
                .put("pageSize", query.pageSize())
                .put("api", JsonFieldReader.wordOf(query.scope().generations()))
                .put("workspaces", JsonFieldReader.wordOf(query.scope().workspaces()));
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

    private static String text(JsonFieldReader jsonFieldReader, String key) {
        return jsonFieldReader.text(key, "", LONGEST);
    }

    private static <T> Optional<T> checked(JsonNode node, Function<String, ValidationResult<T>> parse) {
        return node.isTextual() ? accepted(parse.apply(node.textValue())) : Optional.empty();
    }

    private static <T> Optional<T> accepted(ValidationResult<T> validationResult) {
        return switch (validationResult) {
            case ValidationResult.Accepted<T>(T value) -> Optional.of(value);
            case ValidationResult.Refused<T> _ -> Optional.empty();
        };
    }
}
