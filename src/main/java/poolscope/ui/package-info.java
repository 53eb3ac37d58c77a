/// Glass: it shows properties and passes intents on. It can be torn down and built again at any time, which is how the
/// language changes. One folder a screen; words live in `ui.text` alone.
package poolscope.ui;
