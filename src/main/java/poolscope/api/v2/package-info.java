/// Reads v2 of the service's API: pools, their free resources, nodes, jobs and events. Only `GET` is sent. What is
/// known about it, and what is not, is under *Pools of v2* in api-notes.md.
///
/// May import `api`, its `json`, `http` and `signin`, `connection`, `pool` and `pool.node`.
package poolscope.api.v2;
