/// The demo cloud: a real HTTP server on loopback that answers the calls of ModelArts from a fleet of made-up pools,
/// which follows from a seed and changes with time.
///
/// It imports `java.*`, `com.sun.net.httpserver` and jackson-core, and nothing of the program: it writes the JSON of the
/// API's documentation itself, so that a field that the reader misspells is not misspelt here too. Tests hand in a
/// `DemoRequestInterceptor` for what the demo does not need: faults, access control, IAM.
package poolscope.demo;
