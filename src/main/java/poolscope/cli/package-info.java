/// The same work without a window, and the options that the program is started with.
///
/// May import everything but `ui`. Kept off the way to the window: without an argument nothing here is loaded.
package poolscope.cli;
