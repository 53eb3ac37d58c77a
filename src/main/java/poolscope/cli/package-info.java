/// The command line: parses the arguments of the program and runs `export` without a window.
///
/// May import everything but `ui`. Its messages are English, because scripts read them.
package poolscope.cli;
