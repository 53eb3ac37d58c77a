package poolscope.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The parameters of the list request, except the position in the list.
///
/// A query can select a part of the list. How the service matches `cluster_name` and `status` is not documented, so
/// their values are sent as typed.
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
///            `limit`: pools per response, 1 to [#MAX_PAGE_SIZE]; the service may return fewer
/// @param scope
///            which lists are requested; the other parameters apply to v1's list only
public record PoolQuery(String name, String status, SortBy sortBy, Order order, int pageSize,
        RequestedPoolLists scope) {

    /// The values of the service's `sort_by`.
    public enum SortBy {
        CREATED_AT, CLUSTER_NAME;

        /// The parameter's value.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// The values of the service's `order`.
    public enum Order {
        DESC, ASC;

        /// The parameter's value.
        public String parameter() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public static final int MAX_PAGE_SIZE = 1000;

    /// All pools, newest first, a thousand per response: the defaults of the document.
    public static final PoolQuery ALL = new PoolQuery("", "", SortBy.CREATED_AT, Order.DESC, MAX_PAGE_SIZE);

    /// With the default scope.
    public PoolQuery(String name, String status, SortBy sortBy, Order order, int pageSize) {
        this(name, status, sortBy, order, pageSize, RequestedPoolLists.DEFAULT);
    }

    /// @throws IllegalArgumentException
    ///             when a part is invalid; the message doesn't repeat it
    public PoolQuery {
        name = text(name).orThrow();
        status = text(status).orThrow();
        checkPageSize(pageSize).orThrow();
    }

    /// A value of `cluster_name` or `status` without surrounding blanks.
    public static ValidationResult<String> text(String typed) {
        return ConnectionNameValidation.name(typed, ValidationError.NAME_UNSHOWABLE);
    }

    /// The number of pools per response, when the service allows it.
    public static ValidationResult<Integer> checkPageSize(int pools) {
        return pools < 1 || pools > MAX_PAGE_SIZE
                ? ValidationResult.refused(ValidationError.PAGE_SIZE_OUT_OF_RANGE)
                : ValidationResult.accepted(pools);
    }

    /// The filter parameters in the service's syntax, such as `status=running`; empty without any. v2's list has no
    /// such parameters, so it is always empty for a scope without v1.
    public String narrowing() {
        if (!scope.generations().hasV1()) return "";
        List<String> parts = new ArrayList<>();
        if (!name.isEmpty()) parts.add("cluster_name=" + name);
        if (!status.isEmpty()) parts.add("status=" + status);
        return String.join(", ", parts);
    }

    /// The URL of the list request. Typed values are percent-encoded; everything else is digits or was validated by
    /// [ServiceAndProject] (P44).
    ///
    /// @param offset
    ///            position in the list, in the service's unit
    /// @param limit
    ///            pools per response
    public String address(ServiceAndProject serviceAndProject, long offset, int limit) {
        return serviceAndProject.address() + "/v1/" + serviceAndProject.projectId() + "/clusters?offset=" + offset
                + "&limit=" + limit + "&sort_by=" + sortBy.parameter() + "&order=" + order.parameter()
                + parameter("cluster_name", name) + parameter("status", status);
    }

    /// One more parameter; nothing when its value is empty, because the service may take that for a filter that
    /// matches nothing.
    private static String parameter(String name, String value) {
        return value.isEmpty() ? "" : "&" + name + "=" + PercentEncoding.encode(value);
    }
}
