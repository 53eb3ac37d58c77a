/// HTTP requests and responses: client, proxies, TLS, redaction, and the classification of failures.
///
/// May import `api`, `api.json`, `connection` and `java.net.http`. Only `HttpTransport` owns threads.
package poolscope.api.http;
