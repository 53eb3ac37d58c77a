package poolscope.export;

import static poolscope.export.PoolContentsRow.ofItem;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;
import poolscope.pool.PoolField.Unit;
import poolscope.pool.node.PoolJob;

/// The columns of jobs, for programs: raw names, times in UTC.
public final class JobExportColumns {
    private static final List<ExportColumn<PoolContentsRow<PoolJob>>> ALL = Stream
            .of(PoolContentsRow.<PoolJob>ofPool(PoolField.ID, PoolField.NAME), identity(), needs(), timing(),
                    PoolContentsRow.<PoolJob>ofPool(PoolField.POOL_TYPE, PoolField.PARENT, PoolField.CONNECTION,
                            PoolField.REGION, PoolField.PROJECT))
            .flatMap(columns -> columns)
            .toList();

    private JobExportColumns() {}

    /// @param forSpreadsheets
    ///            as of [PoolExportColumns]
    public static ExportTableLayout<PoolContentsRow<PoolJob>> layout(boolean forSpreadsheets) {
        return new ExportTableLayout<>("jobs", ALL, ZoneOffset.UTC, forSpreadsheets);
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolJob>>> identity() {
        return Stream.of(ofItem("job_id", Unit.ID, PoolJob::id), ofItem("job_name", Unit.TEXT, PoolJob::name),
                ofItem("job_type", Unit.TEXT, PoolJob::type), ofItem("job_status", Unit.TEXT, PoolJob::status));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolJob>>> needs() {
        return Stream.of(ofItem("cards", Unit.CARDS, job -> job.needs().cardCount()),
                ofItem("nodes", Unit.COUNT, JobExportColumns::nodeCount),
                ofItem("cpu_cores", Unit.CORES, job -> job.needs().cpuCores()),
                ofItem("memory", Unit.MEBIBYTES, job -> job.needs().memoryMiB()),
                ofItem("accelerator", Unit.TEXT,
                        job -> job.needs().accelerator().map(FieldValue::text).orElse(FieldValue.ABSENT)),
                ofItem("specification", Unit.TEXT, PoolJob::flavor),
                ofItem("host_ips", Unit.TEXT, job -> addresses(job.hostIps())));
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolJob>>> timing() {
        return Stream.of(ofItem("priority", Unit.TEXT, PoolJob::priority),
                ofItem("queue_place", Unit.COUNT, PoolJob::place),
                ofItem("created_at", Unit.TIME, job -> job.timing().createdAt()),
                ofItem("waited_seconds", Unit.COUNT, job -> job.timing().waitedSeconds()),
                ofItem("ran_seconds", Unit.COUNT, job -> job.timing().ranSeconds()));
    }

    /// A job that names no node waits, has ended, or its service did not say.
    private static FieldValue nodeCount(PoolJob job) {
        return job.hostIps().isEmpty() ? FieldValue.ABSENT : FieldValue.Number.of(job.hostIps().size());
    }

    private static FieldValue addresses(List<String> hostIps) {
        return hostIps.isEmpty() ? FieldValue.ABSENT : FieldValue.text(String.join(" ", hostIps));
    }
}
