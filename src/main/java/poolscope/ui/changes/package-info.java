/// The change log: what changed since a moment, step by step or in the end, and when nobody watched.
///
/// May import `ui.pools`, `ui.parts`, `ui.text` and what all of `ui` may.
package poolscope.ui.changes;
