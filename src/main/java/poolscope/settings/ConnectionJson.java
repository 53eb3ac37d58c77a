package poolscope.settings;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import poolscope.connection.ConnectionListAppearance;
import poolscope.connection.NetworkRoute;
import poolscope.connection.NoProxyRule;
import poolscope.connection.PoolQuery;
import poolscope.connection.ProxyChoice;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.SavedConnection;
import poolscope.connection.ServiceAndProject;
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
    static Optional<SavedConnection> parse(String id, JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        var draft = new ServiceAndProject.Draft(id, text(jsonFieldReaderWithDefaults, "name"),
                text(jsonFieldReaderWithDefaults, "region"), text(jsonFieldReaderWithDefaults, "endpoint"),
                text(jsonFieldReaderWithDefaults, "projectId"));
        if (!SavedConnection.isId(id)) {
            return Optional.empty();
        }
        return accepted(SavedConnection.check(draft)).map(serviceAndProject -> new SavedConnection(serviceAndProject,
                listing(jsonFieldReaderWithDefaults), signIn(jsonFieldReaderWithDefaults.section("signIn")),
                route(jsonFieldReaderWithDefaults), query(jsonFieldReaderWithDefaults.section("query")),
                jsonFieldReaderWithDefaults.take("refreshSeconds", Optional.empty(), ConnectionJson::refresh)));
    }

    static ObjectNode render(SavedConnection saved) {
        ServiceAndProject serviceAndProject = saved.serviceAndProject();
        ObjectNode object = NODES.objectNode()
                .put("name", serviceAndProject.name())
                .put("region", serviceAndProject.region().orElse(""))
                .put("endpoint", serviceAndProject.endpoint().toString())
                .put("projectId", serviceAndProject.projectId())
                .put("group", saved.connectionListAppearance().group())
                .put("colour", JsonFieldReaderWithDefaults.wordOf(saved.connectionListAppearance().colour()))
                .put("ticked", saved.connectionListAppearance().ticked());
        object.set("signIn", render(saved.signInMethod()));
        object.set("proxy", render(saved.networkRoute().proxy()));
        object.set("query", render(saved.query()));
        return object.put("caFile", saved.networkRoute().caFile().map(Path::toString).orElse(""))
                .put("refreshSeconds", saved.refreshEvery().map(Duration::toSeconds).orElse(0L));
    }

    private static ConnectionListAppearance listing(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        ConnectionListAppearance plain = ConnectionListAppearance.PLAIN;
        return new ConnectionListAppearance(
                jsonFieldReaderWithDefaults.take("group", plain.group(),
                        node -> checked(node, ConnectionListAppearance::group)),
                jsonFieldReaderWithDefaults.word("colour", plain.colour()),
                jsonFieldReaderWithDefaults.flag("ticked", plain.ticked()));
    }

    private static SignInMethod signIn(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return switch (jsonFieldReaderWithDefaults.word("method", Method.NONE)) {
            case NONE -> SignInMethod.NONE;
            case TOKEN -> SignInMethod.TOKEN;
            case ACCESS_KEY -> new SignInMethod.AccessKey(
                    jsonFieldReaderWithDefaults.take("tail", "", node -> checked(node, SignInMethod.AccessKey::tail)),
                    jsonFieldReaderWithDefaults.flag("temporary", false));
            case PASSWORD -> jsonFieldReaderWithDefaults.take("iam", SignInMethod.NONE,
                    node -> checked(node, iam -> SignInMethod.password(text(jsonFieldReaderWithDefaults, "domain"),
                            text(jsonFieldReaderWithDefaults, "user"), iam)));
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
                .put("method", JsonFieldReaderWithDefaults.wordOf(method))
                .put("tail", tail)
                .put("temporary", temporary)
                .put("domain", "")
                .put("user", "")
                .put("iam", "");
    }

    private static NetworkRoute route(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return new NetworkRoute(proxy(jsonFieldReaderWithDefaults.section("proxy")), jsonFieldReaderWithDefaults
                .take("caFile", Optional.empty(), node -> checked(node, NetworkRoute::caFile)));
    }

    private static ProxyChoice proxy(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        return switch (jsonFieldReaderWithDefaults.word("mode", ProxyMode.SYSTEM)) {
            case SYSTEM -> ProxyChoice.SYSTEM;
            case DIRECT -> ProxyChoice.DIRECT;
            case MANUAL -> jsonFieldReaderWithDefaults.take("address", ProxyChoice.SYSTEM,
                    node -> checked(node,
                            address -> ProxyChoice.manual(address, text(jsonFieldReaderWithDefaults, "user"),
                                    jsonFieldReaderWithDefaults.take("noProxy", "",
                                            rule -> checked(rule, NoProxyRule::check)))));
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
                .put("mode", JsonFieldReaderWithDefaults.wordOf(mode))
                .put("address", address)
                .put("user", user)
                .put("noProxy", exceptions);
    }

    private static PoolQuery query(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults) {
        PoolQuery all = PoolQuery.ALL;
        return new PoolQuery(
                jsonFieldReaderWithDefaults.take("clusterName", all.name(), node -> checked(node, PoolQuery::text)),
                jsonFieldReaderWithDefaults.take("status", all.status(), node -> checked(node, PoolQuery::text)),
                jsonFieldReaderWithDefaults.word("sortBy", all.sortBy()),
                jsonFieldReaderWithDefaults.word("order", all.order()),
                jsonFieldReaderWithDefaults.whole("pageSize", all.pageSize(), 1, PoolQuery.MAX_PAGE_SIZE),
                new RequestedPoolLists(jsonFieldReaderWithDefaults.word("api", all.scope().generations()),
                        jsonFieldReaderWithDefaults.word("workspaces", all.scope().workspaces())));
    }

    private static ObjectNode render(PoolQuery query) {
        return NODES.objectNode()
                .put("clusterName", query.name())
                .put("status", query.status())
                .put("sortBy", JsonFieldReaderWithDefaults.wordOf(query.sortBy()))
                .put("order", JsonFieldReaderWithDefaults.wordOf(query.order()))
                .put("pageSize", query.pageSize())
                .put("api", JsonFieldReaderWithDefaults.wordOf(query.scope().generations()))
                .put("workspaces", JsonFieldReaderWithDefaults.wordOf(query.scope().workspaces()));
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

    private static String text(JsonFieldReaderWithDefaults jsonFieldReaderWithDefaults, String key) {
        return jsonFieldReaderWithDefaults.text(key, "", LONGEST);
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
