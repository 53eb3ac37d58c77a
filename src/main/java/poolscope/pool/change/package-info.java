/// What is different between two moments of the same pools.
///
/// May import `pool` and Java.
package poolscope.pool.change;
