package poolscope.pool;

/// How a pool is paid for.
public sealed interface Billing {

    /// Pay-per-use: the service sends no order, product or period.
    record OnDemand() implements Billing {}

    /// Paid for a number of months or years ahead.
    ///
    /// @param periodType
    ///            `month` or `year` as sent
    /// @param periodNumber
    ///            how many of them
    record Prepaid(FieldValue productId, FieldValue orderId, FieldValue periodType,
            FieldValue periodNumber) implements Billing {}

    /// Pay-per-use.
    Billing ON_DEMAND = new OnDemand();
}
