/// Notifications of the operating system.
///
/// May import Java only.
package poolscope.desktop;
