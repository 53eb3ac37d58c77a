package poolscope.export;

import static poolscope.export.PoolContentsRow.ofItem;

import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import poolscope.pool.PoolField;
import poolscope.pool.PoolField.Unit;
import poolscope.pool.node.PoolEvent;

/// The columns of events, for programs: raw names, times in UTC.
public final class EventExportColumns {
    private static final List<ExportColumn<PoolContentsRow<PoolEvent>>> ALL = Stream
            .of(PoolContentsRow.<PoolEvent>ofPool(PoolField.ID, PoolField.NAME), event(),
                    PoolContentsRow.<PoolEvent>ofPool(PoolField.POOL_TYPE, PoolField.PARENT, PoolField.CONNECTION,
                            PoolField.REGION, PoolField.PROJECT))
            .flatMap(columns -> columns)
            .toList();

    private EventExportColumns() {}

    /// @param forSpreadsheets
    ///            as of [PoolExportColumns]
    public static ExportTableLayout<PoolContentsRow<PoolEvent>> layout(boolean forSpreadsheets) {
        return new ExportTableLayout<>("events", ALL, ZoneOffset.UTC, forSpreadsheets);
    }

    private static Stream<ExportColumn<PoolContentsRow<PoolEvent>>> event() {
        return Stream.of(ofItem("last_at", Unit.TIME, PoolEvent::lastAt),
                ofItem("first_at", Unit.TIME, PoolEvent::firstAt), ofItem("event_type", Unit.TEXT, PoolEvent::type),
                ofItem("reason", Unit.TEXT, PoolEvent::reason), ofItem("message", Unit.TEXT, PoolEvent::message),
                ofItem("count", Unit.COUNT, PoolEvent::count));
    }
}
