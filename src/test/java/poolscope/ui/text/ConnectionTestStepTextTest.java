package poolscope.ui.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import poolscope.api.ApiCallKind;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.FailureDetails.RequestLine;
import poolscope.api.check.ConnectionCheckKind;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionCheckResult.Outcome;
import poolscope.api.check.PoolListPermissionFinding;
import poolscope.api.check.PoolListPermissionFinding.Finding;

/// The permission of each list of pools, in the words of both languages.
class ConnectionTestStepTextTest {
    private static final Finding TWELVE = new Finding.Permitted(12, true);

    private static FailureDetails details(String path, int status) {
        return new FailureDetails(new RequestLine("GET", "host", path), status, "ModelArts.0005", "req-1", "no", "",
                Optional.empty(), Instant.EPOCH, 1);
    }

    private static Finding refused(String path) {
        return new Finding.Refused(new Failure.NotAllowed(Failure.NotAllowed.Cause.PERMISSION, details(path, 403)));
    }

    private static String text(Locale locale, Finding v1, Finding v2) {
        return new ConnectionTestStepText(Texts.of(locale))
                .result(new ConnectionCheckResult(ConnectionCheckKind.PERMISSION, Duration.ofMillis(5),
                        new Outcome.Permissions(List.of(new PoolListPermissionFinding(ApiCallKind.V1_POOLS, v1),
                                new PoolListPermissionFinding(ApiCallKind.V2_POOLS, v2)))));
    }

    @Test
    void a_refused_list_beside_a_permitted_one_says_both_and_what_that_means_for_the_connection() {
        var v1 = refused("/v1/p/clusters");
        assertThat(text(Locale.ENGLISH, v1, TWELVE)).isEqualTo("""
                v1 clusters: not permitted. Request the permission for GET /v1/PROJECT/clusters; the documentation \
                does not name it. The service says: “no” HTTP 403 · ModelArts.0005 · request req-1
                v2 pools: permitted, 12 pools
                The list may lack pools until both are permitted. If one is enough, choose it under “API” of this \
                connection.""");
        assertThat(text(Locale.SIMPLIFIED_CHINESE, v1, TWELVE)).isEqualTo(
                """
                        v1（clusters）：无权限。请申请 GET /v1/PROJECT/clusters 所需的权限，文档未说明其名称。服务返回：“no” HTTP 403 · ModelArts.0005 · 请求 req-1
                        v2（pools）：有权限，共 12 个资源池
                        两者均有权限之前，列表可能缺少资源池。若只需其中一种，请在此连接的“接口”中选择。""");
    }

    @Test
    void the_permission_that_the_list_of_v2_needs_is_named() {
        var v1 = new Finding.Permitted(1, true);
        assertThat(text(Locale.ENGLISH, v1, refused("/v2/p/pools"))).startsWith("v1 clusters: permitted, 1 pool\n"
                + "v2 pools: not permitted. Request this permission: modelarts:pool:list (needed for "
                + "GET /v2/PROJECT/pools). The service says: “no” HTTP 403");
        assertThat(text(Locale.SIMPLIFIED_CHINESE, v1, refused("/v2/p/pools"))).startsWith("""
                v1（clusters）：有权限，共 1 个资源池
                v2（pools）：无权限。请申请权限 modelarts:pool:list（GET /v2/PROJECT/pools 所需）。服务返回：“no” HTTP 403""");
    }

    @Test
    void a_list_that_the_service_does_not_have_is_no_refusal_and_a_page_that_others_follow_is_not_all() {
        var gone = new Finding.NotOffered(new Failure.NoSuchApi(details("/v1/p/clusters", 404)));
        var page = new Finding.Permitted(1, false);
        assertThat(text(Locale.ENGLISH, gone, page)).isEqualTo("""
                v1 clusters: not offered by this service
                v2 pools: permitted, 1 pool or more""");
        assertThat(text(Locale.SIMPLIFIED_CHINESE, gone, page)).isEqualTo("""
                v1（clusters）：该服务不提供
                v2（pools）：有权限，至少 1 个资源池""");
    }

    @Test
    void a_failure_that_shows_nothing_about_the_permission_leaves_it_open() {
        var failed = new Finding.Unknown(new Failure.ServiceTrouble(Optional.empty(), details("/v2/p/pools", 500)));
        assertThat(text(Locale.ENGLISH, TWELVE, failed)).isEqualTo("""
                v1 clusters: permitted, 12 pools
                v2 pools: not known, the service answered with an error of its own (HTTP 500).""");
        assertThat(text(Locale.SIMPLIFIED_CHINESE, TWELVE, failed)).isEqualTo("""
                v1（clusters）：有权限，共 12 个资源池
                v2（pools）：未知；服务自身出错（HTTP 500）。""");
    }
}
