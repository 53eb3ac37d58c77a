package poolscope.demo;

/// How the query parameter `cluster_name` selects: the document does not say.
public enum NameMatchMode {
    /// The whole name, case and all.
    EXACT,
    /// Any part of the name, case and all.
    PART;

    boolean accepts(String name, String wanted) {
        return switch (this) {
            case EXACT -> name.equals(wanted);
            case PART -> name.contains(wanted);
        };
    }
}
