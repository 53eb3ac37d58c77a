package poolscope.api.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.HostnameVerifier;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.api.ApiTarget;
import poolscope.api.RawServer;
import poolscope.api.RequestClockAndTimeouts;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.check.ConnectionTestRun;
import poolscope.api.check.NetworkConnectionChecks;
import poolscope.api.signin.TokenRequest;
import poolscope.api.v1.TestService;

/// Nothing but `GET`, and the one `POST` that gets a token, exists in the program: read in its classes.
class OnlyReadsTest {

    @Test
    void every_request_says_that_it_is_about_json_as_the_services_gateway_lists_it() throws Exception {
        try (var server = RawServer
                .saying(RawServer.ok("{\"total_count\":0,\"count\":0,\"clusters\":[],\"items\":[]}"))) {
            var key = poolscope.connection.Credentials.accessKey(TestService.AK, TestService.SK, "").orThrow();
            var apiTarget = ApiTarget.of(server.connection("http"), key);
            assertThat(ConnectionTestRun.of(apiTarget, RequestClockAndTimeouts.real()).run(_ -> {
            })).noneMatch(ConnectionCheckResult::isFailed);
            assertThat(server.requests).hasSizeGreaterThan(2)
                    .allMatch(request -> request.toLowerCase(java.util.Locale.ROOT)
                            .contains("\r\ncontent-type: application/json\r\n"));
            assertThat(server.requests)
                    .filteredOn(request -> request.contains("/clusters") || request.contains("/pools"))
                    .hasSizeGreaterThan(2)
                    .allMatch(request -> request.contains("SignedHeaders=accept;content-type;host;"));
        }
    }
    private static final JavaClasses PROGRAM = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("poolscope");
    /// Everything by which a request of the JDK's client gets a method.
    private static final Set<String> METHODS = Set.of("POST", "PUT", "DELETE", "HEAD", "method");

    @Test
    void the_one_post_is_in_the_class_that_gets_a_token() {
        noClasses().that()
                .doNotHaveFullyQualifiedName(TokenRequest.class.getName())
                .should()
                .callMethodWhere(onBuilder(METHODS))
                .because("this program only reads")
                .check(PROGRAM);
        noClasses().should().callMethodWhere(onBuilder(Set.of("PUT", "DELETE", "HEAD", "method"))).check(PROGRAM);
        var posts = PROGRAM.get(TokenRequest.class)
                .getMethodCallsFromSelf()
                .stream()
                .filter(onBuilder(Set.of("POST")))
                .toList();
        assertThat(posts).hasSize(1);
    }

    @Test
    void that_post_goes_to_one_path() throws Exception {
        try (var testService = new TestService(poolscope.demo.AccessRequirement.open());
                var reader = testService.reader(testService.password(TestService.PASSWORD))) {
            TestService.read(reader);
            assertThat(testService.cloud.requests()).filteredOn(request -> !request.method().equals("GET"))
                    .singleElement()
                    .satisfies(request -> assertThat(request.method() + " " + request.path())
                            .isEqualTo("POST /v3/auth/tokens"));
        }
    }

    @Test
    void requests_are_built_and_sent_in_two_classes() {
        noClasses().that()
                .doNotHaveFullyQualifiedName(TokenRequest.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(HttpTransport.class.getName())
                .should()
                .dependOnClassesThat()
                .areAssignableTo(HttpRequest.class)
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(HttpRequest.Builder.class)
                .check(PROGRAM);
        noClasses().that()
                .doNotHaveFullyQualifiedName(HttpTransport.class.getName())
                .should()
                .callMethodWhere(on(HttpClient.class, Set.of("send", "sendAsync", "newWebSocketBuilder")))
                .check(PROGRAM);
    }

    @Test
    void there_is_no_other_way_out() {
        noClasses().should()
                .dependOnClassesThat()
                .areAssignableTo(java.net.URLConnection.class)
                .orShould()
                .callMethodWhere(on(java.net.URL.class, Set.of("openConnection", "openStream", "getContent")))
                .orShould()
                .dependOnClassesThat()
                .areAssignableTo(java.net.DatagramSocket.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("javafx.scene.web..", "java.rmi..", "javax.naming..")
                .because("every request is in the log")
                .check(PROGRAM);
        noClasses().that()
                .doNotHaveFullyQualifiedName("poolscope.start.DisplayAvailabilityCheck")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.nio.channels.SocketChannel.class)
                .because("only the window system is reached beside HTTP, on this machine")
                .check(PROGRAM);
        // ClientCertificateRequestRecorder only passes on the sockets of handshakes; the training of the AOT cache accepts a
        // connection and closes it.
        noClasses().that()
                .doNotHaveFullyQualifiedName(NetworkConnectionChecks.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(ConnectTunnel.class.getName())
                .and()
                .doNotHaveFullyQualifiedName(ClientCertificateRequestRecorder.class.getName())
                .and()
                .doNotHaveFullyQualifiedName("poolscope.start.AotTraining")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(java.net.Socket.class)
                .because("only the connection test opens connections of its own, to see whether they open")
                .check(PROGRAM);
    }

    @Test
    void P19_nothing_in_the_program_can_make_it_trust_everybody() {
        noClasses().should()
                .implement(X509TrustManager.class)
                .orShould()
                .implement(HostnameVerifier.class)
                .orShould()
                .beAssignableTo(javax.net.ssl.X509ExtendedTrustManager.class)
                .check(PROGRAM);
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "PATCH", "get", ""})
    void a_request_is_a_get_or_is_not_made(String method) {
        assertThatThrownBy(() -> new ApiRequest(method, URI.create("https://h/"), Map.of(), ApiRequest.PAGE))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private static DescribedPredicate<JavaMethodCall> onBuilder(Set<String> names) {
        return on(HttpRequest.Builder.class, names);
    }

    private static DescribedPredicate<JavaMethodCall> on(Class<?> owner, Set<String> names) {
        return DescribedPredicate.describe("calls " + names + " of " + owner.getSimpleName(),
                call -> call.getTargetOwner().isAssignableTo(owner) && names.contains(call.getName()));
    }
}
