package poolscope.ui.main;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import poolscope.pool.Pool;

/// What the menus do to other parts of the window. A step is 1 forwards and -1 backwards.
///
/// @param find
///            puts the cursor into the filter bar
/// @param jump
///            brings a pool into view
record WindowActions(Runnable find, IntConsumer walk, IntConsumer walkToProblem, IntConsumer goToArea,
        Consumer<Pool> jump) {

    /// Does nothing, until there is a window.
    static final WindowActions NONE = new WindowActions(() -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    });
}
