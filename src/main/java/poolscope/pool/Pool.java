package poolscope.pool;

/// One dedicated resource pool at one moment, as the service described it. On the wire it is called a *cluster*.
public record Pool(Identity identity, Value createdAt, PoolStatus status, Nodes nodes, Allocatable allocatable, Billing billing,
        Undocumented undocumented, Origin origin, RawJson raw) {

    /// Whether the service sent an id: only that says that a pool of two lists is one.
    public boolean hasId() {
        return identity.id() instanceof Value.Text;
    }

    /// What tells this pool from the others of its connection: its id, or, when the service sent none, where it stood in
    /// the answer.
    public String key() {
        return identity.id() instanceof Value.Text(String id) ? id : "without id: page " + origin.page() + ", byte " + raw.from();
    }

    /// A pool of which nothing is known but its status: what a filter on the status alone can be tried with.
    static Pool withNothingBut(PoolStatus status) {
        var absent = Value.ABSENT;
        return new Pool(new Identity(absent, absent, absent, absent, absent, absent), absent, status, Nodes.UNSAID,
                new Allocatable(absent, absent, absent), Billing.ON_DEMAND, Undocumented.NONE, Origin.NOWHERE, RawJson.NONE);
    }

    /// Whether both stand for the same pool of the same connection, whatever they say of it.
    public boolean isSamePoolAs(Pool other) {
        return origin.connectionId().equals(other.origin.connectionId()) && key().equals(other.key());
    }
}
