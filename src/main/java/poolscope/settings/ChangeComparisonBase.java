package poolscope.settings;

/// With which moment the pools are compared.
public enum ChangeComparisonBase {
    /// When somebody last looked at the window, before being away from it.
    LAST_LOOK,
    /// When the current shift began.
    SHIFT_START,
    /// The refresh before the last one.
    PREVIOUS_REFRESH,
    /// 24 hours ago.
    DAY_AGO,
    /// A moment that the operator chose.
    CHOSEN_MOMENT
}
