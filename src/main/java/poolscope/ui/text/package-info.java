/// Words: the only place where meaning becomes language. English and Simplified Chinese, in whole sentences, never
/// glued together.
///
/// May import the values of `pool`, `api`, `connection`, `settings` and `live` that have words, resource bundles and
/// `java.text`. No widgets.
package poolscope.ui.text;
