/// What the program says of itself: version, licences, the fields of a pool. May import `pool`, `ui.text`.
package poolscope.ui.about;
