package poolscope.ui.main;

import java.util.function.Consumer;
import java.util.function.IntConsumer;
import poolscope.pool.Pool;

/// Actions of the menus in other parts of the window. A step is 1 forwards and -1 backwards.
///
/// @param find
///            moves the focus to the filter bar
/// @param jump
///            selects a pool and shows it
record MenuActionTargets(Runnable find, IntConsumer walk, IntConsumer walkToProblem, IntConsumer walkToChange,
        IntConsumer goToArea, Consumer<Pool> jump) {

    /// Does nothing; used before the window exists.
    static final MenuActionTargets NONE = new MenuActionTargets(() -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    }, _ -> {
    });
}
