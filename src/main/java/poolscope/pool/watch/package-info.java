/// Rules that watch a filter: which pools begin to match it or no longer match it.
///
/// May import `pool`, `pool.filter`, `pool.change` and Java.
package poolscope.pool.watch;
