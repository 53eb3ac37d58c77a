/// Pools as a table: which of them in which order ([poolscope.pool.table.ArrangedPools]), groups, sums, counts and
/// charts. Pure functions of what was read.
///
/// May import `pool`, `pool.filter`, `pool.fit` and Java.
package poolscope.pool.table;
