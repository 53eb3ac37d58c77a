/// Where a thread meets the window's thread: work becomes observable properties here and nowhere else.
///
/// May import `pool`, `api`, `connection`, `settings`, `history` and of JavaFX only properties, collections,
/// concurrency, animation and `Platform`. Everything public is for the FX thread alone, unless it says otherwise. No
/// widgets, no words.
package poolscope.live;
