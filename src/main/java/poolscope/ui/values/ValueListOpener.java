package poolscope.ui.values;

import poolscope.pool.PoolField;

/// Opens the list of a field's values over the window.
public interface ValueListOpener {
    void showValues(PoolField field);
}
