/// About dialog and field reference: version, licences, the fields of a pool. May import `pool`, `ui.text`.
package poolscope.ui.about;
