/// What v2 says beyond a pool: its nodes, jobs and events, the blocks of free cards, and whether a job has room on
/// them.
///
/// May import `pool` and Java.
package poolscope.pool.node;
