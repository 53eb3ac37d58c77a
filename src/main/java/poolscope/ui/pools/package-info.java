/// What the list of pools is about, without a widget: which pools are shown and selected, the filter with its chips and
/// its history, groups, columns, the earlier moment that is shown, and what stands in the place of the rows. `ui.table`,
/// `ui.filter`, `ui.values`, `ui.export` show it.
///
/// May import `pool`, `live`, `settings`, `history`, properties and collections; no widgets, no words.
package poolscope.ui.pools;
