/// The window: it shows properties of models and passes on the operator's actions. All nodes are created again when the
/// language changes. One package for each screen; texts are only in `ui.text`.
package poolscope.ui;
