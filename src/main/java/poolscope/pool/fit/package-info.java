/// Whether a job fits into a pool, and if not, what is missing.
///
/// May import `pool`, `pool.filter` and Java.
package poolscope.pool.fit;
