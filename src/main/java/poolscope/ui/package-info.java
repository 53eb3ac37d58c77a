/// The window: it shows properties and passes on what the operator does. All of it is thrown away and built again when
/// the language changes. One package for each screen; words are in `ui.text` alone.
package poolscope.ui;
