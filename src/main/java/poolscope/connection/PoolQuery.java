package poolscope.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a connection asks its service for: the parameters of the list call that are not where it is in the list.
///
/// The service may so be asked for a part of the list only. What its `cluster_name` and `status` match exactly is
/// documented nowhere, so their values go out as they are typed.
///
/// @param name
///            `cluster_name`, at most 200 characters; empty for all names
/// @param status
///            `status`, at most 200 characters; empty for all. The document has deploying, running, concerning and
///            abnormal
/// @param sortBy
///            `sort_by`
/// @param order
///            `order`
/// @param pageSize
///            `limit`: pools an answer, 1 to [#LARGEST_PAGE]; the service may give fewer
/// @param scope
///            which lists it is asked for; the other parameters are those of v1's list
public record PoolQuery(String name, String status, SortBy sortBy, Order order, int pageSize, ApiScope scope) {

    /// The service's words for what the list is sorted by.
    public enum SortBy {
        CREATED_AT, CLUSTER_NAME;

        /// As the service takes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The service's words for the direction of the sorting.
    public enum Order {
        DESC, ASC;

        /// As the service takes it.
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int LARGEST_PAGE = 1000;

    /// Everything, the newest first, a thousand pools an answer: what the document has as defaults.
    public static final PoolQuery ALL = new PoolQuery("", "", SortBy.CREATED_AT, Order.DESC, LARGEST_PAGE);

    /// Of the usual scope.
    public PoolQuery(String name, String status, SortBy sortBy, Order order, int pageSize) {
        this(name, status, sortBy, order, pageSize, ApiScope.USUAL);
    }

    /// @throws IllegalArgumentException
    ///             when a part was not checked before; the message doesn't repeat it
    public PoolQuery {
        name = text(name).orThrow();
        status = text(status).orThrow();
        checkPageSize(pageSize).orThrow();
    }

    /// A value of `cluster_name` or `status` without blanks around it.
    public static Validated<String> text(String typed) {
        return NameRules.name(typed, ValidationError.NAME_UNSHOWABLE);
    }

    /// The number of pools an answer, when the service allows it.
    public static Validated<Integer> checkPageSize(int pools) {
        return pools < 1 || pools > LARGEST_PAGE
                ? Validated.refused(ValidationError.PAGE_SIZE_OUT_OF_RANGE)
                : Validated.accepted(pools);
    }

    /// What the service is asked for only, in its own words, such as `status=running`; empty when it is asked for
    /// everything, as it always is of v2, whose list has no such parameters.
    public String narrowing() {
        if (!scope.generations().hasV1()) return "";
        List<String> parts = new ArrayList<>();
        if (!name.isEmpty()) parts.add("cluster_name=" + name);
        if (!status.isEmpty()) parts.add("status=" + status);
        return String.join(", ", parts);
    }

    /// The address of the list call. What was typed is percent-encoded; everything else in it is digits or was checked
    /// by [Connection] (P44).
    ///
    /// @param offset
    ///            where in the list, as the service counts
    /// @param limit
    ///            pools an answer
    public String address(Connection connection, long offset, int limit) {
        return connection.address() + "/v1/" + connection.projectId() + "/clusters?offset=" + offset + "&limit=" + limit
                + "&sort_by=" + sortBy.word() + "&order=" + order.word() + parameter("cluster_name", name)
                + parameter("status", status);
    }

    /// One more parameter; nothing when its value is empty, which the service may take for something that
    /// matches nothing.
    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + PercentEncoding.encode(value);
    }

    public PoolQuery withName(String name) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }

    public PoolQuery withStatus(String status) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }

    public PoolQuery withSortBy(SortBy sortBy) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }

    public PoolQuery withOrder(Order order) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }

    public PoolQuery withPageSize(int pageSize) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }

    public PoolQuery withScope(ApiScope scope) {
        return new PoolQuery(name, status, sortBy, order, pageSize, scope);
    }
}
