/// Sign-in: signatures, tokens and passwords, and service calls with their sign-in and retries.
///
/// May import `api`, `api.json`, `api.http` and `connection`.
package poolscope.api.signin;
