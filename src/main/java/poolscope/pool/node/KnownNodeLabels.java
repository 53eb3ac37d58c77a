package poolscope.pool.node;

import poolscope.pool.FieldValue;

/// What a node's labels and annotations say, each as sent.
///
/// @param nodePool
///            name of the node pool
/// @param subPool
///            logical sub-pool that it is bound to
/// @param spare
///            `true`: it takes no jobs until another node fails
/// @param drain
///            being drained, when there is anything
/// @param lock
///            what it is locked against, such as `delete`
/// @param billingStatus
///            `0` normal, `1` frozen, `2` deleted or ended
/// @param billingMode
///            `0` pay-per-use, `1` prepaid
/// @param resourceId
///            its own id in billing
/// @param cabinet
///            its cabinet, or rack switch
/// @param superNode
///            the super node that it is a part of
public record KnownNodeLabels(FieldValue nodePool, FieldValue subPool, FieldValue spare, FieldValue drain,
        FieldValue lock, FieldValue billingStatus, FieldValue billingMode, FieldValue resourceId, FieldValue cabinet,
        FieldValue superNode) {
    /// Nothing is known.
    public static final KnownNodeLabels NONE = new KnownNodeLabels(FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT, FieldValue.ABSENT);
}
