package poolscope.pool.change;

import java.util.List;
import poolscope.pool.Pool;

/// What became of one pool between two moments.
public sealed interface PoolChange {

    /// The pool at the later moment; of one that is gone, as it was last seen.
    Pool pool();

    /// It was not there before.
    record Appeared(Pool pool) implements PoolChange {}

    /// It is not there any more.
    record Gone(Pool pool) implements PoolChange {}

    /// Some of its fields differ.
    ///
    /// @param fields
    ///            at least one, in the order of the catalogue
    record Changed(Pool before, Pool pool, List<FieldChange> fields) implements PoolChange {
        public Changed {
            fields = List.copyOf(fields);
        }
    }

    default PoolKey key() {
        return PoolKey.of(pool());
    }

    /// The worst of its fields; a pool that is gone needs attention.
    default ChangeBetterOrWorse meaning() {
        return switch (this) {
            case Appeared _ -> ChangeBetterOrWorse.BETTER;
            case Gone _ -> ChangeBetterOrWorse.WORSE;
            case Changed changed ->
                changed.fields.stream().map(FieldChange::meaning).min(Enum::compareTo).orElseThrow();
        };
    }
}
