/// The filter language: text to [poolscope.pool.filter.PoolFilter] and back, what is wrong with a text, what could
/// follow, and search in names and values.
///
/// May import `pool` and Java.
package poolscope.pool.filter;
