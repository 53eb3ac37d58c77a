package poolscope.export;

import java.util.function.Function;
import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// One column of an export.
///
/// @param header
///            what stands above it
/// @param unit
///            decides alignment, width and quotes
/// @param value
///            what it says of a row
/// @param <R>
///            what becomes a row
public record ExportColumn<R>(String header, PoolField.Unit unit, Function<R, FieldValue> value) {}
