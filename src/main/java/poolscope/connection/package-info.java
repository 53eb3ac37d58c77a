/// Who and where: a connection names a service, a project and how to sign in, checked once at the door.
///
/// What is wrong with something typed is data ([poolscope.connection.Checked.Refused]); secrets are of a type that doesn't print.
/// It may import `java.*` and `javax.crypto` and nothing else: no JavaFX, no JSON, no network.
package poolscope.connection;
