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
public record UndocumentedFields(Value chargingMode, Value maxNodeCount, Value realtimeServices, Value batchServices) {

    /// Nothing beyond the document was sent.
    public static final UndocumentedFields NONE = new UndocumentedFields(Value.ABSENT, Value.ABSENT, Value.ABSENT,
            Value.ABSENT);
}
