/// The connections while the program runs: readers, refreshes, states, settings, secrets, as observable properties.
/// With its sections it is the only package in which background threads pass results to the FX thread.
///
/// May import its section `background`, `pool`, `api`, `connection`, `settings`, `disk` and of JavaFX only properties,
/// bindings, collections and the `Service` of a refresh. Everything public is for the FX thread alone, unless it says
/// otherwise. No widgets, no words.
package poolscope.live;
