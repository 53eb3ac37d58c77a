package poolscope.export;

import poolscope.pool.FieldValue;
import poolscope.pool.PoolField;

/// The words that a screen has for the service's own: 运行中 for `running`, 月 for `month`. Called in the background.
@FunctionalInterface
public interface TranslatedValueLookup {
    /// What the screen says of a text or a status of that field.
    String of(PoolField field, FieldValue fieldValue);
}
