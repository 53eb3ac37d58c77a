/// Background work as observable properties: the only package in which background threads pass results to the FX
/// thread.
///
/// May import `pool`, `api`, `connection`, `settings`, `disk`, `history` and of JavaFX only properties, bindings,
/// collections, animation and `Platform`. Everything public is for the FX thread alone, unless it says otherwise. No
/// widgets, no words.
package poolscope.live;
