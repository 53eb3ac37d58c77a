/// Who and where: a connection names a service, a project and how to sign in, checked once at the door.
///
/// Secrets are kept by the operating system ([poolscope.connection.SecretStoreFinder]), through its own libraries and
/// programs, or in memory; never in a file of ours (P29). They are of a type that doesn't print. What is wrong with
/// something typed is data ([poolscope.connection.Validated.Refused]), and so is what a store refuses
/// ([poolscope.connection.SecretStoreFailure]). It may import `java.*` and `javax.crypto` and nothing else: no JavaFX,
/// no JSON, no network.
package poolscope.connection;
