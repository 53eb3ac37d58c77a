package poolscope.ui.table;

import poolscope.ui.pools.ChangedPoolsModel;
import poolscope.ui.text.ChangeText;

/// The changes that the table marks, and their texts.
///
/// @param showLog
///            opens the change log
public record TableChangeMarks(ChangedPoolsModel model, ChangeText text, Runnable showLog) {}
