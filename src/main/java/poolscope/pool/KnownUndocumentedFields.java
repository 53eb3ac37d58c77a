package poolscope.pool;

/// What some answers hold although the document does not know it.
///
/// @param chargingMode
///            how the pool is charged, as sent
/// @param maxNodeCount
///            nodes
/// @param realtimeServices
///            running real-time services
/// @param batchServices
///            running batch services
public record KnownUndocumentedFields(FieldValue chargingMode, FieldValue maxNodeCount, FieldValue realtimeServices,
        FieldValue batchServices) {

    /// Nothing beyond the document was sent.
    public static final KnownUndocumentedFields NONE = new KnownUndocumentedFields(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT);
}
