package poolscope.ui.connections;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.connection.ConnectionColour;
import poolscope.connection.PoolQuery;
import poolscope.connection.RequestedPoolLists;
import poolscope.connection.ValidationError;

class ConnectionFormValuesTest {
    private static final RequestedPoolLists SCOPE = new RequestedPoolLists(RequestedPoolLists.Generations.V1,
            RequestedPoolLists.Workspaces.ALL);

    private static ConnectionFormValues asking(PoolQueryFormValues query) {
        return new ConnectionFormValues("id",
                new ConnectionFormValues.Service("mine", "", "https://a.example.com", "0123"),
                new ConnectionFormValues.Secrets(ConnectionFormValues.SignInChoice.NONE, "", "", "",
                        new ConnectionFormValues.User("", "", "")),
                new ConnectionFormValues.Route(ConnectionFormValues.ProxyOption.SYSTEM, "", "", "", "", "", ""), query,
                new ConnectionFormValues.Listing("", ConnectionColour.NONE, true), Optional.empty());
    }

    @Test
    void an_empty_form_asks_the_service_for_everything() {
        var form = asking(new PoolQueryFormValues(" ", "", PoolQueryFormValues.Sorting.NEWEST_FIRST, " ",
                RequestedPoolLists.DEFAULT));
        assertThat(form.validate(Optional.empty()).orThrow().connection().query()).isEqualTo(PoolQuery.ALL);
    }

    @ParameterizedTest
    @CsvSource({"NEWEST_FIRST, CREATED_AT, DESC", "OLDEST_FIRST, CREATED_AT, ASC", "NAME, CLUSTER_NAME, ASC",
            "NAME_REVERSED, CLUSTER_NAME, DESC"})
    void what_a_connection_asks_for_comes_out_of_the_form_as_it_went_in(PoolQueryFormValues.Sorting sorting,
            PoolQuery.SortBy sortBy, PoolQuery.Order order) {
        var typed = new PoolQueryFormValues("训练 & co", "running", sorting, "50", SCOPE);
        var query = asking(typed).validate(Optional.empty()).orThrow().connection().query();
        assertThat(query.pageSize()).isEqualTo(50);
        assertThat(query.sortBy()).isEqualTo(sortBy);
        assertThat(query.order()).isEqualTo(order);
        assertThat(query.narrowing()).isEqualTo("cluster_name=训练 & co, status=running");
        assertThat(PoolQueryFormValues.of(query)).isEqualTo(typed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "ten", "1e3", "99999999999"})
    void a_page_size_that_the_service_does_not_have_is_refused(String typed) {
        assertThat(asking(new PoolQueryFormValues("", "", PoolQueryFormValues.Sorting.NAME, typed, SCOPE))
                .validate(Optional.empty())
                .error()).contains(ValidationError.PAGE_SIZE_OUT_OF_RANGE);
    }

    @Test
    void the_interval_of_a_connection_is_that_of_the_form() {
        var typed = asking(PoolQueryFormValues.ALL);
        var own = new ConnectionFormValues(typed.id(), typed.service(), typed.signIn(), typed.route(), typed.query(),
                typed.listing(), Optional.of(Duration.ofMinutes(15))).validate(Optional.empty()).orThrow().connection();
        assertThat(own.refreshEvery()).contains(Duration.ofMinutes(15));
        assertThat(typed.validate(Optional.of(own)).orThrow().connection().refreshEvery()).isEmpty();
    }

    private static ConnectionFormValues withToken(String endpoint, String token) {
        return new ConnectionFormValues("id", new ConnectionFormValues.Service("mine", "", endpoint, "0123"),
                new ConnectionFormValues.Secrets(ConnectionFormValues.SignInChoice.TOKEN, token, "", "",
                        new ConnectionFormValues.User("", "", "")),
                new ConnectionFormValues.Route(ConnectionFormValues.ProxyOption.SYSTEM, "", "", "", "", "", ""),
                PoolQueryFormValues.ALL, new ConnectionFormValues.Listing("", ConnectionColour.NONE, true),
                Optional.empty());
    }

    /// *Enter the token* alone would contradict the field, which says that there is one.
    @Test
    void P32_a_saved_secret_is_not_sent_to_another_endpoint_and_that_is_said() {
        var saved = withToken("https://a.example.com", "secret").validate(Optional.empty()).orThrow().connection();
        assertThat(withToken("https://a.example.com", "").validate(Optional.of(saved)).orThrow().credentials())
                .isEmpty();
        assertThat(withToken("https://b.example.com", "").validate(Optional.of(saved)).error())
                .contains(ValidationError.SECRET_OF_OTHER_ENDPOINT);
        assertThat(withToken("https://b.example.com", "").validate(Optional.empty()).error())
                .contains(ValidationError.TOKEN_EMPTY);
    }

    /// A form with that address of IAM, proxy and CA file, in region cn-north-4.
    private static ConnectionFormValues routed(String iam, ConnectionFormValues.ProxyOption proxy, String caFile) {
        return new ConnectionFormValues("id",
                new ConnectionFormValues.Service("mine", "cn-north-4", "https://a.example.com", "0123"),
                new ConnectionFormValues.Secrets(ConnectionFormValues.SignInChoice.NONE, "", "", "",
                        new ConnectionFormValues.User("", "", iam)),
                new ConnectionFormValues.Route(proxy, "", "", "", "", caFile, ""), PoolQueryFormValues.ALL,
                new ConnectionFormValues.Listing("", ConnectionColour.NONE, true), Optional.empty());
    }

    @Test
    void only_what_differs_from_the_default_counts_as_a_setting_of_the_folded_section() {
        var system = ConnectionFormValues.ProxyOption.SYSTEM;
        assertThat(routed("", system, "").hasMoreSettings()).isFalse();
        assertThat(routed("https://iam.cn-north-4.myhuaweicloud.com", system, "").hasMoreSettings()).isFalse();
        assertThat(routed("https://iam.cn-east-3.myhuaweicloud.com", system, "").hasMoreSettings()).isTrue();
        assertThat(routed("", ConnectionFormValues.ProxyOption.DIRECT, "").hasMoreSettings()).isTrue();
        assertThat(routed("", system, "/ca.pem").hasMoreSettings()).isTrue();
    }

    @Test
    void an_error_of_the_folded_section_is_found_there() {
        var system = ConnectionFormValues.ProxyOption.SYSTEM;
        assertThat(routed("", system, "/ca.pem").hasErrorInMore()).isFalse();
        assertThat(routed("", system, "ca.pem").hasErrorInMore()).isTrue();
        assertThat(routed("", ConnectionFormValues.ProxyOption.MANUAL, "").hasErrorInMore()).isTrue();
    }

    @Test
    void P28_a_form_does_not_print_what_was_typed() {
        var form = new ConnectionFormValues("id",
                new ConnectionFormValues.Service("mine", "", "https://a.example.com", "0123"),
                new ConnectionFormValues.Secrets(ConnectionFormValues.SignInChoice.ACCESS_KEY, "CNRYak", "CNRYsk",
                        "CNRYtoken", new ConnectionFormValues.User("", "", "")),
                new ConnectionFormValues.Route(ConnectionFormValues.ProxyOption.MANUAL, "proxy:8080", "me", "CNRYproxy",
                        "", "/ca.p12", "CNRYstore"),
                PoolQueryFormValues.ALL, new ConnectionFormValues.Listing("", ConnectionColour.NONE, true),
                Optional.empty());
        assertThat(form.toString()).contains("mine").doesNotContain("CNRY");
    }
}
