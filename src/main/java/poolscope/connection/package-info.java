/// A connection names a service, a project and how to sign in; all of it is checked when it is entered.
///
/// Secrets are kept by the operating system ([poolscope.connection.SecretStoreFinder]), through its own libraries and
/// programs, or in memory; never in a file of ours (P29). They are of a type that doesn't print. What is wrong with
/// something typed is data ([poolscope.connection.Validated.Refused]), and so is what a store refuses
/// ([poolscope.connection.SecretStoreFailure]). May import `java.*` and `javax.crypto` and nothing else: no JavaFX, no
/// JSON, no network.
package poolscope.connection;
