/// What v2 says beyond a pool: its nodes, jobs and events, the blocks of free cards, and whether a job has room on
/// them. What a node's labels, taints and placement bits mean is under *Nodes and jobs* in api-notes.md.
///
/// May import `pool` and Java.
package poolscope.pool.node;
