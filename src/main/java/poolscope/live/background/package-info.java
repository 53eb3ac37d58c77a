/// Background work and what becomes of it on the FX thread: jobs, tasks of which the newest counts, saving, ticks.
///
/// May import `settings` and of JavaFX only properties, bindings, animation and, in
/// `BackgroundAndFxExecutors`, `Platform`.
package poolscope.live.background;
