/// What is remembered between two starts: connections, appearance, the window's bounds, the table's columns, the
/// filter; and in which folders.
///
/// Values are checked when a file is read ([poolscope.settings.SettingsFile]) and are valid everywhere else. Files are
/// reached through [poolscope.disk.FileSystemOperations] only, so that tests can simulate a full disk or a crash. May
/// import `java.*`, Jackson, `connection`, `pool.watch` and `disk`, never JavaFX. What went wrong is a value
/// ([poolscope.settings.FileNotice]) without words.
package poolscope.settings;
