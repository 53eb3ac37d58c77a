/// Who asks: signatures, tokens and passwords, and calls that sign in, try again and give up.
///
/// May import `api`, `api.json`, `api.http` and `connection`.
package poolscope.api.signin;
