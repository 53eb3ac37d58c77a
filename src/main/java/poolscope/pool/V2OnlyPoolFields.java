package poolscope.pool;

/// What only the newer generation of the API (v2) says of a pool.
///
/// @param phase
///            state of the pool in v2's words
/// @param message
///            why the pool is in that state; mostly empty
/// @param autoRenew
///            [#RENEWS] or `no`; prepaid pools only
/// @param accelerator
///            type of the cards; several are joined by `, `
/// @param nextMaintenance
///            when the next planned maintenance of one of its nodes begins
public record V2OnlyPoolFields(FieldValue phase, FieldValue message, FieldValue autoRenew, FieldValue accelerator,
        FieldValue nextMaintenance, V2PoolConfiguration setup, FreeResources free) {
    /// Value of `autoRenew` of a pool whose period renews itself.
    public static final String RENEWS = "yes";

    /// Of a pool of v1.
    public static final V2OnlyPoolFields NONE = new V2OnlyPoolFields(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, V2PoolConfiguration.NOT_REPORTED,
            FreeResources.NOT_REPORTED);

    /// The same with other free resources.
    public V2OnlyPoolFields withFree(FreeResources other) {
        return new V2OnlyPoolFields(phase, message, autoRenew, accelerator, nextMaintenance, setup, other);
    }
}
