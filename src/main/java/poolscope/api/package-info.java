/// The wire, blocking and interruptible: reads all dedicated resource pools of one connection, or says why it can't.
///
/// What the service calls a *cluster* becomes a [poolscope.pool.Pool] here. Expected failures are data
/// ([poolscope.api.Failure]). It may import `pool`, `connection`, `java.net.http` and jackson; never JavaFX. Only `HttpTransport`
/// owns threads.
package poolscope.api;
