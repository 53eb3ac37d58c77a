/// Words: the only place where meaning becomes language. English and Simplified Chinese, in whole sentences, never glued
/// together.
///
/// May import `pool`, `api.Failure`, `live.LoadState`, resource bundles and `java.text`. No widgets.
package poolscope.ui.text;
