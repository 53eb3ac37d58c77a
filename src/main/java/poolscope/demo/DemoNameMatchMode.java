package poolscope.demo;

/// How the query parameter `cluster_name` selects: the document does not say.
public enum DemoNameMatchMode {
    /// The whole name, case-sensitive.
    EXACT,
    /// Any part of the name, case-sensitive.
    PART;

    boolean accepts(String name, String wanted) {
        return switch (this) {
            case EXACT -> name.equals(wanted);
            case PART -> name.contains(wanted);
        };
    }
}
