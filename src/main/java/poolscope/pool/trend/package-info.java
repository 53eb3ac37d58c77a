/// How the capacity of the pools went over the time that was watched.
///
/// May import `pool`, `pool.change` and Java.
package poolscope.pool.trend;
