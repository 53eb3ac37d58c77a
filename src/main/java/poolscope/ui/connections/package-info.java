/// The connections on the left and what each of them is doing; the form of one, its test, and the log of requests.
///
/// Controllers may import their own model, `ui.text`, `ui.navigation`, `pool`, the values of `live`, JavaFX and
/// ControlsFX. Models may import `pool`, `live`, `connection`, `settings`, properties and collections, here also the
/// values of `api` that a test of a connection yields; no widgets, no words.
package poolscope.ui.connections;
