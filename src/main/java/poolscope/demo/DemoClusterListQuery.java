package poolscope.demo;

import java.util.Map;

/// The validated query of `GET /v1/{project_id}/clusters`.
///
/// @param name
///            part of a name or a name, empty for all
/// @param status
///            a status, empty for all
/// @param offset
///            0 or more
/// @param limit
///            rows in a response, 1 or more, cap applied
record DemoClusterListQuery(String name, String status, int offset, int limit, boolean byName, boolean ascending) {
    /// A parameter that the document does not allow; the message is for the caller.
    static final class BadParameterException extends Exception {
        private static final long serialVersionUID = 1;

        BadParameterException(String message) {
            super(message);
        }
    }

    /// @param asked
    ///            the query, decoded; an empty `cluster_name` or `status` asks for all
    /// @param limitCap
    ///            the most rows that are granted, 0 for no cap
    static DemoClusterListQuery parse(Map<String, String> asked, int limitCap) throws BadParameterException {
        var limit = number(asked, "limit", "1000", 1);
        return new DemoClusterListQuery(asked.getOrDefault("cluster_name", ""), asked.getOrDefault("status", ""),
                number(asked, "offset", "0", 0), limitCap == 0 ? limit : Math.min(limit, limitCap),
                oneOf(asked, "sort_by", "created_at", "cluster_name"), oneOf(asked, "order", "desc", "asc"));
    }

    /// @throws BadParameterException
    ///             when it is no whole number or too small
    static int number(Map<String, String> asked, String name, String otherwise, int least)
            throws BadParameterException {
        var text = asked.getOrDefault(name, otherwise);
        try {
            var value = Integer.parseInt(text);
            if (value >= least) return value;
        } catch (NumberFormatException notANumber) {
            // Reported below, as a number that is too small is.
        }
        throw new BadParameterException("Invalid parameter: " + name + " = " + text + ".");
    }

    /// Whether the second word was asked; the first is the default.
    private static boolean oneOf(Map<String, String> asked, String name, String first, String second)
            throws BadParameterException {
        var text = asked.getOrDefault(name, first);
        if (!text.equals(first) && !text.equals(second))
            throw new BadParameterException("Invalid parameter: " + name + " = " + text + ".");
        return text.equals(second);
    }
}
