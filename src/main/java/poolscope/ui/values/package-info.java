/// The list of a column's values with their counts, from which some are selected.
///
/// May import `ui.commands`' key bindings, `ui.parts`, `ui.pools`' filter, `ui.text` and JavaFX.
package poolscope.ui.values;
