/// Trends: how the capacity of the pools in view went over the time that is kept, as a chart, a table and files.
///
/// May import `ui.pools`, `ui.parts`, `ui.text` and what all of `ui` may.
package poolscope.ui.trends;
