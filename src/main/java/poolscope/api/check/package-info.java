/// The checks of *Test connection*, one after the other, and the text in which they are passed on.
///
/// May import all sections of `api`, `connection` and `pool`.
package poolscope.api.check;
