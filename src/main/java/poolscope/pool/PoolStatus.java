package poolscope.pool;

import java.util.Comparator;

/// How a pool is, with the word that the service used.
///
/// The document knows four words. Any other one is kept as it came, as [Kind#OTHER]: it is shown, counted and can be
/// filtered, but never guessed at (a status in capitals is another word). A missing status is [#NOT_REPORTED].
public record PoolStatus(Kind kind, String word) implements Comparable<PoolStatus> {

    /// The order of the constants is that of lists of statuses: what needs attention stands together, unknown
    /// words last.
    public enum Kind {
        /// Usable.
        RUNNING,
        /// Being deployed.
        DEPLOYING,
        /// An alarm has been reported.
        CONCERNING,
        /// Malfunctions.
        ABNORMAL,
        /// A word that the document does not know, or none.
        OTHER
    }

    /// The service sent no status.
    public static final PoolStatus NOT_REPORTED = new PoolStatus(Kind.OTHER, "");

    private static final PoolStatus RUNNING = new PoolStatus(Kind.RUNNING, "running");
    private static final PoolStatus DEPLOYING = new PoolStatus(Kind.DEPLOYING, "deploying");
    private static final PoolStatus CONCERNING = new PoolStatus(Kind.CONCERNING, "concerning");
    private static final PoolStatus ABNORMAL = new PoolStatus(Kind.ABNORMAL, "abnormal");

    /// Being deleted; in v2 only.
    public static final PoolStatus DELETING = new PoolStatus(Kind.OTHER, "Deleting");
    /// The order is not paid or not approved; in v2 only.
    public static final PoolStatus WAITING = new PoolStatus(Kind.OTHER, "Waiting");

    private static final Comparator<PoolStatus> ORDER = Comparator.comparing(PoolStatus::kind)
            .thenComparing(PoolStatus::word);

    /// The order of a sorted column: unknown words stand between what is being deployed and what needs attention.
    public static final Comparator<PoolStatus> WORST_LAST = Comparator.comparing(PoolStatus::severity)
            .thenComparing(PoolStatus::word);

    private int severity() {
        return switch (kind) {
            case RUNNING -> 0;
            case DEPLOYING -> 1;
            case OTHER -> 2;
            case CONCERNING -> 3;
            case ABNORMAL -> 4;
        };
    }

    /// The status that the service's word stands for.
    public static PoolStatus of(String word) {
        return switch (word) {
            case "running" -> RUNNING;
            case "deploying" -> DEPLOYING;
            case "concerning" -> CONCERNING;
            case "abnormal" -> ABNORMAL;
            case "" -> NOT_REPORTED;
            default -> new PoolStatus(Kind.OTHER, word);
        };
    }

    /// Whether the pool is being deleted: the word that v2 sends then; v1's document has none.
    public boolean isDeleting() {
        return equals(DELETING);
    }

    /// Whether it is known what the word means.
    public boolean isDocumented() {
        return kind != Kind.OTHER || equals(DELETING) || equals(WAITING);
    }

    @Override
    public int compareTo(PoolStatus other) {
        return ORDER.compare(this, other);
    }
}
