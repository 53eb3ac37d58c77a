/// Creates the program's objects and starts it; also the training of the AOT caches.
///
/// May import every package; only `poolscope.App` and `poolscope.Cli`, which have `main`, import it.
package poolscope.start;
