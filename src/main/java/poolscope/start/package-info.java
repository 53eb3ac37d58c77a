/// Puts the program together and starts it: what runs before, beside and after the window.
///
/// May import everything of ours; nothing of ours imports it but `poolscope.App` and `poolscope.Cli`, which hold `main`.
package poolscope.start;
