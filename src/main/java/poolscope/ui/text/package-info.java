/// Texts: the only package that converts values to language. English and Simplified Chinese, as whole sentences, never
/// concatenated.
///
/// May import the values of `pool`, `api`, `connection`, `settings`, `history` and `live` that have words, resource
/// bundles and `java.text`. No widgets.
package poolscope.ui.text;
