package poolscope.pool;

/// One dedicated resource pool at one moment, as the service described it. On the wire it is called a *cluster*.
///
/// @param statusSince
///            since when it has its status, as far as this program has seen; the service does not say it
public record Pool(PoolNamesAndOwner poolNamesAndOwner, FieldValue createdAt, PoolStatus status,
        PoolNodeGroups poolNodeGroups, AllocatableResources allocatableResources, Billing billing,
        KnownUndocumentedFields knownUndocumentedFields, V2OnlyPoolFields v2, PoolOrigin poolOrigin, RawJson raw,
        FieldValue statusSince) {

    /// A pool of which it is not known since when it has its status.
    public Pool(PoolNamesAndOwner poolNamesAndOwner, FieldValue createdAt, PoolStatus status,
            PoolNodeGroups poolNodeGroups, AllocatableResources allocatableResources, Billing billing,
            KnownUndocumentedFields knownUndocumentedFields, V2OnlyPoolFields v2, PoolOrigin poolOrigin, RawJson raw) {
        this(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, v2, poolOrigin, raw, FieldValue.ABSENT);
    }

    /// A pool of v1.
    public Pool(PoolNamesAndOwner poolNamesAndOwner, FieldValue createdAt, PoolStatus status,
            PoolNodeGroups poolNodeGroups, AllocatableResources allocatableResources, Billing billing,
            KnownUndocumentedFields knownUndocumentedFields, PoolOrigin poolOrigin, RawJson raw) {
        this(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, V2OnlyPoolFields.NONE, poolOrigin, raw);
    }

    /// Whether the service sent an id: only that says that a pool of two lists is one.
    public boolean hasId() {
        return poolNamesAndOwner.id() instanceof FieldValue.Text;
    }

    /// What tells this pool from the others of its connection: its id, or, when the service sent none, where it stood
    /// in the answer.
    public String key() {
        return poolNamesAndOwner.id() instanceof FieldValue.Text(String id)
                ? id
                : "without id: " + poolOrigin.api().id() + ", page " + poolOrigin.page() + ", byte " + raw.from();
    }

    /// A pool of which nothing is known but its status: what a filter on the status alone can be tried with.
    public static Pool withNothingBut(PoolStatus status) {
        var absent = FieldValue.ABSENT;
        return new Pool(new PoolNamesAndOwner(absent, absent, absent, absent, absent, absent), absent, status,
                PoolNodeGroups.NOT_REPORTED, new AllocatableResources(absent, absent, absent), Billing.ON_DEMAND,
                KnownUndocumentedFields.NONE, PoolOrigin.NONE, RawJson.NONE);
    }

    /// The same pool with what another part of the inventory says of it.
    public Pool with(AllocatableResources allocatableResources, V2OnlyPoolFields v2) {
        return new Pool(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, v2, poolOrigin, raw, statusSince);
    }

    /// The same pool as another reading found it.
    public Pool with(PoolOrigin origin) {
        return new Pool(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, v2, origin, raw, statusSince);
    }

    /// The same pool, which [#key] identifies too, without its JSON and so without the page of the answer in memory.
    public Pool withoutRaw() {
        return new Pool(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, v2, poolOrigin, raw.withoutText(), statusSince);
    }

    /// The same pool with that since when it has its status.
    public Pool withStatusSince(FieldValue since) {
        return new Pool(poolNamesAndOwner, createdAt, status, poolNodeGroups, allocatableResources, billing,
                knownUndocumentedFields, v2, poolOrigin, raw, since);
    }

    /// Whether both stand for the same pool of the same connection, whatever they say of it.
    public boolean isSamePoolAs(Pool other) {
        return poolOrigin.connectionId().equals(other.poolOrigin.connectionId()) && key().equals(other.key());
    }
}
