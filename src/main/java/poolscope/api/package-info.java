/// The wire, blocking and interruptible: what all of its sections speak of, and what others may know.
///
/// Here are the failures ([poolscope.api.Failure], expected and data), who is asked ([poolscope.api.ApiTarget]) and with
/// what ([poolscope.api.ApiEnvironment]). The sections are, each on top of those before it: `json`, `http`, `signin`,
/// `v1` (the document's `ListClusters`) and `check` (*Test connection*). What the service calls a *cluster* becomes a
/// [poolscope.pool.Pool]. This room may import `pool`, `connection`, `java.net.http` and jackson; never JavaFX.
package poolscope.api;
