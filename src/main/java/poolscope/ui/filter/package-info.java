/// The filter bar with chips, suggestions and errors, the status list, and the list of terms to remove when the filter
/// hides everything.
///
/// May import `ui.pools`, `ui.parts`, `ui.text` and JavaFX.
package poolscope.ui.filter;
