/// The filter bar with chips, suggestions and mistakes, the list of statuses, and the ways out of a filter that hides
/// everything.
///
/// May import `ui.pools`, `ui.parts`, `ui.text` and JavaFX.
package poolscope.ui.filter;
