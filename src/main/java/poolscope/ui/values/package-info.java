/// The list of a column's values, each with a count, from which some are chosen.
///
/// May import `ui.pools`' filter, `ui.text` and JavaFX.
package poolscope.ui.values;
