/// The list of connections with their status; the connection form, its test, and the request log.
///
/// Controllers may import their own model, `ui.text`, `ui.navigation`, `pool`, the values of `live`, JavaFX and
/// ControlsFX. Models may import `pool`, `live`, `connection`, `settings`, properties and collections, here also the
/// values of `api` that a test of a connection yields; no widgets, no words.
package poolscope.ui.connections;
