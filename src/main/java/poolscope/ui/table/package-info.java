/// The table of pools: columns, cells, headers, rows, groups, totals, selection, and the menus of all these.
///
/// May import `ui.pools`, `ui.values` (a column's values open from its header), `ui.export` (copying), `ui.commands`,
/// `ui.navigation`, `ui.parts`, `ui.text` and JavaFX.
package poolscope.ui.table;
