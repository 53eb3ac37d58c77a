/// The checks of *Test connection*, and the report of their results that a person can copy.
///
/// May import all sections of `api`, `connection` and `pool`.
package poolscope.api.check;
