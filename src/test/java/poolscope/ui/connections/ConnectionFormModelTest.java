package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import poolscope.api.check.ConnectionCheckResult;
import poolscope.api.signin.ConnectionSecretLookup;
import poolscope.connection.ConnectionColour;
import poolscope.connection.CredentialDiscovery.Finding;
import poolscope.connection.CredentialStore;
import poolscope.connection.Credentials;
import poolscope.connection.FaultyStore;
import poolscope.connection.InMemorySecretStore;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.RoutePasswords;
import poolscope.connection.SavedConnection;
import poolscope.connection.SecretStore;
import poolscope.connection.SecretStoreFailure;
import poolscope.connection.SignInMethod;
import poolscope.connection.ValidationError;
import poolscope.live.BackgroundSecretStoreSearch;
import poolscope.live.ConnectionFormBackgroundJobs;
import poolscope.live.LocalCredentialLocations;
import poolscope.live.ObservableConnections;
import poolscope.live.RefreshState;
import poolscope.live.background.BackgroundAndFxExecutors;
import poolscope.ui.ListService;
import poolscope.ui.ListService.SentPool;
import poolscope.ui.ModelFixture;

@Timeout(120)
class ConnectionFormModelTest {
    @TempDir
    Path folder;
    private ModelFixture fixture;
    private ListService service;
    private ObservableConnections connections;

    @BeforeEach
    void open() throws Exception {
        fixture = ModelFixture.withThreads(folder);
        service = new ListService();
        service.has(SentPool.of("a", 8));
        var other = new ListService();
        connections = fixture.saved(folder, fixture.savedConnection("prod", "", other));
    }

    @AfterEach
    void close() throws Exception {
        service.close();
        fixture.close();
    }

    private ConnectionFormModel form(ConnectionFormInitialState start) {
        return form(start, new LocalCredentialLocations(Map.of(), folder));
    }

    private ConnectionFormModel form(ConnectionFormInitialState start, LocalCredentialLocations machine) {
        return form(start, new BackgroundSecretStoreSearch(InMemorySecretStore::new, fixture.executors), machine);
    }

    private ConnectionFormModel form(ConnectionFormInitialState start, BackgroundSecretStoreSearch store,
            LocalCredentialLocations machine) {
        return new ConnectionFormModel(
                new ConnectionFormModel.Dependencies(connections, store,
                        new ConnectionFormBackgroundJobs(fixture.environment(),
                                new ConnectionSecretLookup(store::secrets, fixture.clock), fixture.executors),
                        machine),
                start);
    }

    private ConnectionFormValues typed(ConnectionFormModel model, String name) {
        return typed(model, name, service.endpoint().toString());
    }

    private ConnectionFormValues typed(ConnectionFormModel model, String name, String endpoint) {
        return new ConnectionFormValues(model.id(), new ConnectionFormValues.Service(name, "", endpoint, "p"),
                new ConnectionFormValues.Secrets(ConnectionFormValues.SignInChoice.TOKEN, "CNRY-token", "", "",
                        new ConnectionFormValues.User("", "", "")),
                new ConnectionFormValues.Route(ConnectionFormValues.ProxyOption.DIRECT, "", "", "", "", "", ""),
                new PoolQueryFormValues("", "", PoolQueryFormValues.Sorting.NEWEST_FIRST, "",
                        new RequestedPoolLists(RequestedPoolLists.Generations.V1,
                                RequestedPoolLists.Workspaces.DEFAULT)),
                new ConnectionFormValues.Listing("", ConnectionColour.NONE, true), Optional.empty());
    }

    @Test
    void a_saved_connection_is_listed_and_read_and_its_secret_is_in_no_file() throws Exception {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.save(typed(model, "lab"), true)).isEmpty();
        assertThat(connections.saved().all()).extracting(one -> one.serviceAndProject().name())
                .containsExactly("prod", "lab");
        fixture.executor.runUntil(
                () -> connections.state(model.id()).filter(RefreshState.Loaded.class::isInstance).isPresent());
        connections.close();
        assertThat(Files.readString(folder.resolve("connections.json"))).contains("lab").doesNotContain("CNRY");
    }

    @Test
    void a_name_that_another_connection_has_is_refused_but_an_edited_one_keeps_its_own() {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.save(typed(model, "prod"), false)).contains(ValidationError.NAME_TAKEN);
        assertThat(connections.saved().all()).hasSize(1);
        var edited = form(ConnectionFormInitialState.edit(connections.saved().all().getFirst()));
        assertThat(edited.before()).isPresent();
        assertThat(edited.save(typed(edited, "prod"), false)).isEmpty();
        assertThat(connections.saved().all()).singleElement()
                .extracting((SavedConnection one) -> one.serviceAndProject().endpoint())
                .isEqualTo(service.endpoint());
    }

    @Test
    void a_secret_that_the_key_store_refused_is_not_said_to_be_saved() throws Exception {
        var prod = connections.saved().all().getFirst();
        var token = Credentials.token("CNRY-token").orThrow();
        var saved = prod.withSignIn(SignInMethod.of(token));
        for (SecretStore system : List.of(new FaultyStore(SecretStoreFailure.Reason.DENIED),
                new InMemorySecretStore())) {
            var store = new BackgroundSecretStoreSearch(() -> system, fixture.executors);
            var edited = form(ConnectionFormInitialState.edit(saved), store,
                    new LocalCredentialLocations(Map.of(), folder));
            assertThat(edited.credentialsPlace()).as("stored in an earlier session")
                    .isEqualTo(ConnectionFormModel.SecretPlace.KEPT);
            store.secrets().keep(saved, token, CredentialStore.Storage.SYSTEM);
            assertThat(edited.credentialsPlace()).isEqualTo(ConnectionFormModel.SecretPlace.SESSION);
            assertThat(edited.caFilePasswordPlace()).isEqualTo(ConnectionFormModel.SecretPlace.KEPT);
        }
    }

    @Test
    void an_interval_that_stands_in_the_file_only_can_be_kept() {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.refreshChoices(Optional.of(Duration.ofSeconds(90)))).containsExactly(Optional.empty(),
                Optional.of(Duration.ofSeconds(30)), Optional.of(Duration.ofMinutes(1)),
                Optional.of(Duration.ofSeconds(90)), Optional.of(Duration.ofMinutes(5)),
                Optional.of(Duration.ofMinutes(15)), Optional.of(Duration.ofHours(1)));
        assertThat(model.refreshChoices(Optional.of(Duration.ofMinutes(1)))).hasSize(6);
    }

    @Test
    void a_form_with_an_error_is_neither_tested_nor_saved() {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.test(typed(model, "lab", ""))).contains(ValidationError.ENDPOINT_EMPTY);
        assertThat(model.save(typed(model, "lab", ""), true)).contains(ValidationError.ENDPOINT_EMPTY);
        assertThat(model.testingProperty().get()).isFalse();
        assertThat(model.diagnosis()).isEmpty();
        assertThat(connections.saved().all()).hasSize(1);
    }

    @Test
    void a_test_shows_its_checks_one_by_one_and_its_report_has_no_secret() throws Exception {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.test(typed(model, "lab"))).isEmpty();
        assertThat(model.testingProperty().get()).isTrue();
        assertThat(model.currentProperty().get()).isPresent();
        fixture.executor.runUntil(() -> !model.testingProperty().get());
        assertThat(model.steps()).isNotEmpty().noneMatch(ConnectionCheckResult::isFailed);
        assertThat(model.currentProperty().get()).isEmpty();
        assertThat(model.diagnosis().orElseThrow()).contains("127.0.0.1").doesNotContain("CNRY");
    }

    @Test
    void a_refused_sign_in_is_the_last_check_and_a_new_test_begins_anew() throws Exception {
        var model = form(ConnectionFormInitialState.EMPTY);
        service.refuse(401);
        model.test(typed(model, "lab"));
        fixture.executor.runUntil(() -> !model.testingProperty().get());
        assertThat(model.steps().getLast().isFailed()).isTrue();
        service.has(SentPool.of("a", 8));
        model.test(typed(model, "lab"));
        assertThat(model.steps()).isEmpty();
        fixture.executor.runUntil(() -> !model.testingProperty().get());
        assertThat(model.steps()).isNotEmpty().noneMatch(ConnectionCheckResult::isFailed);
    }

    @Test
    void the_result_of_a_check_that_was_not_shown_yet_is_dropped_when_the_test_is_stopped() throws Exception {
        try (var stepped = new ModelFixture(folder)) {
            var store = new BackgroundSecretStoreSearch(InMemorySecretStore::new,
                    new BackgroundAndFxExecutors(Runnable::run, stepped.executor));
            var model = new ConnectionFormModel(new ConnectionFormModel.Dependencies(connections, store,
                    new ConnectionFormBackgroundJobs(stepped.environment(),
                            new ConnectionSecretLookup(store::secrets, stepped.clock), stepped.executors),
                    new LocalCredentialLocations(Map.of(), folder)), ConnectionFormInitialState.EMPTY);
            model.test(typed(model, "lab"));
            stepped.executor.step();
            assertThat(stepped.executor.waiting()).as("results that were not shown yet").isPositive();
            model.stopTest();
            assertThat(model.testingProperty().get()).isFalse();
            assertThat(model.runningProperty().get()).isFalse();
            stepped.run();
            assertThat(model.steps()).isEmpty();
        }
    }

    @Test
    void credentials_of_other_tools_are_found_on_this_computer() throws Exception {
        var model = form(ConnectionFormInitialState.EMPTY,
                new LocalCredentialLocations(Map.of("HW_ACCESS_KEY", "CNRYAK", "HW_SECRET_KEY", "CNRYsk"), folder));
        List<Finding> found = new ArrayList<>();
        model.searchCredentials(found::addAll);
        fixture.executor.runUntil(() -> !found.isEmpty());
        assertThat(found).singleElement().isInstanceOf(Finding.Usable.class);
    }

    private static final List<IamProject> TWO = List.of(new IamProject("p1", "cn-north-4", true),
            new IamProject("p2", "cn-east-3_lab", true));

    @Test
    void several_projects_become_connections_whose_secrets_do_not_depend_on_each_other() throws Exception {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.saveAll(typed(model, "lab"), TWO, true)).isEmpty();
        assertThat(connections.saved().all()).extracting(one -> one.serviceAndProject().name())
                .containsExactly("prod", "lab / cn-north-4", "lab / cn-east-3_lab");
        assertThat(connections.saved().all()).extracting(one -> one.serviceAndProject().projectId())
                .endsWith("p1", "p2");
        var first = connections.saved().all().get(1);
        var second = connections.saved().all().get(2);
        fixture.executor.runUntil(
                () -> connections.state(second.id()).filter(RefreshState.Loaded.class::isInstance).isPresent());
        connections.remove(first.id());
        // A connection that is saved again reads its secret from the store again.
        connections.keep(second,
                new ObservableConnections.Typed(Optional.empty(), RoutePasswords.NONE, CredentialStore.Storage.SYSTEM));
        assertThat(connections.state(second.id())).get().isNotInstanceOf(RefreshState.Loaded.class);
        fixture.executor.runUntil(
                () -> connections.state(second.id()).filter(RefreshState.Loaded.class::isInstance).isPresent());
    }

    @Test
    void when_one_of_several_connections_can_not_be_saved_none_is() {
        var model = form(ConnectionFormInitialState.EMPTY);
        model.saveAll(typed(model, "lab"), TWO.subList(1, 2), true);
        assertThat(model.saveAll(typed(model, "lab"), TWO, true)).contains(ValidationError.NAME_TAKEN);
        assertThat(connections.saved().all()).extracting(one -> one.serviceAndProject().name())
                .containsExactly("prod", "lab / cn-east-3_lab");
    }

    @Test
    void a_project_of_another_region_is_reached_at_the_endpoint_of_that_region() {
        var form = typed(form(ConnectionFormInitialState.EMPTY), "lab");
        var north = form.with("id", new ConnectionFormValues.Service("lab", "cn-north-4",
                "https://modelarts.cn-north-4.myhuaweicloud.com", ""));
        assertThat(ConnectionPerProject.of(north, TWO.getFirst()).service()).isEqualTo(new ConnectionFormValues.Service(
                "lab / cn-north-4", "cn-north-4", "https://modelarts.cn-north-4.myhuaweicloud.com", "p1"));
        assertThat(ConnectionPerProject.of(north, TWO.getLast()).service()).isEqualTo(new ConnectionFormValues.Service(
                "lab / cn-east-3_lab", "cn-east-3", "https://modelarts.cn-east-3.myhuaweicloud.com", "p2"));
        var ownCloud = form.with("id",
                new ConnectionFormValues.Service(" ", "cn-north-4", "https://modelarts.example.com", ""));
        assertThat(ConnectionPerProject.of(ownCloud, TWO.getLast()).service()).isEqualTo(
                new ConnectionFormValues.Service("cn-east-3_lab", "cn-north-4", "https://modelarts.example.com", "p2"));
    }

    @Test
    void a_copy_is_a_new_connection() {
        var prod = connections.saved().all().getFirst();
        var copy = form(ConnectionFormInitialState.copy(prod));
        assertThat(copy.copied()).isEqualTo(Optional.of(prod));
        assertThat(copy.before()).isEmpty();
        assertThat(copy.id()).isNotEqualTo(prod.id());
        assertThat(copy.isToBeTested()).isFalse();
        assertThat(form(ConnectionFormInitialState.test(prod)).isToBeTested()).isTrue();
    }

    @Test
    void a_test_needs_no_name_and_a_connection_without_one_is_saved_under_a_free_name() {
        var model = form(ConnectionFormInitialState.EMPTY);
        assertThat(model.test(typed(model, "prod"))).as("the name of another connection").isEmpty();
        model.stopTest();
        assertThat(model.test(typed(model, " "))).isEmpty();
        model.stopTest();
        assertThat(model.test(typed(model, "", ""))).contains(ValidationError.ENDPOINT_EMPTY);
        for (int i = 0; i < 2; i++) {
            var next = form(ConnectionFormInitialState.EMPTY);
            assertThat(next.save(typed(next, ""), false)).isEmpty();
        }
        var host = service.endpoint().getAuthority();
        assertThat(connections.saved().all()).extracting(one -> one.serviceAndProject().name())
                .containsExactly("prod", host, host + " 2");
    }
}
