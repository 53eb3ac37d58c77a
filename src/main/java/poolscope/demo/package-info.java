/// The stand-in cloud: a real HTTP server on loopback with a seeded fleet that drifts, and faults that a test scripts.
/// It speaks the contract of ModelArts and of IAM, and holds no knowledge of the program that reads it.
///
/// An island: it imports `java.*`, `com.sun.net.httpserver` and jackson-core, and nothing of ours. It spells the JSON by
/// its own hand, so that a misspelt field cannot cancel itself out.
package poolscope.demo;
