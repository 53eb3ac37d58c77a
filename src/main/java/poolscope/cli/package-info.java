/// The same work without a window, and the arguments that the program is started with.
///
/// May import everything but `ui`. It speaks English, in sentences of its own: scripts read them.
package poolscope.cli;
