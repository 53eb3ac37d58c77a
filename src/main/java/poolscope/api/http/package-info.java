/// One request and its answer: client, proxies, TLS, redaction, and what a failed answer or exchange means.
///
/// May import `api`, `api.json`, `connection` and `java.net.http`. Only `HttpTransport` owns threads.
package poolscope.api.http;
