/// Connections and credentials: a service, a project and how to sign in, validated when they are created.
///
/// Secrets are stored by the operating system ([poolscope.connection.SecretStoreFinder]), through its libraries and
/// programs, or in memory; never in a file of this program (P29). Their type doesn't print. Invalid values are data
/// ([poolscope.connection.ValidationResult.Refused]), and so are errors of a store
/// ([poolscope.connection.SecretStoreFailure]). May import `java.*` and `javax.crypto` only: no JavaFX, no JSON,
/// no network.
package poolscope.connection;
