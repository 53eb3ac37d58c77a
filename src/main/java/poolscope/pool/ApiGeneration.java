package poolscope.pool;

/// The two generations of the service's API. Each lists pools that the other may not know.
public enum ApiGeneration {
    /// `GET /v1/{project_id}/clusters`.
    V1("v1"),
    /// `GET /v2/{project_id}/pools`.
    V2("v2");

    private final String id;
    private final FieldValue fieldValue;

    ApiGeneration(String id) {
        this.id = id;
        fieldValue = FieldValue.text(id);
    }

    /// As in addresses, exports and filters.
    public String id() {
        return id;
    }

    /// The same as a field of a pool.
    FieldValue fieldValue() {
        return fieldValue;
    }
}
