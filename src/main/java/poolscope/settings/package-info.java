/// What is remembered between two starts: connections, looks, the window's place, the table's columns, the filter; and
/// where files live.
///
/// Values are parsed at the door ([poolscope.settings.SettingsFile]) and hold no nonsense behind it. Files are reached
/// through [poolscope.settings.FileOps] only, so that a full disk or a crash can be played in a test. It may import
/// `java.*`, Jackson and `connection`, never JavaFX; what went wrong is told as meaning
/// ([poolscope.settings.FileNotice]), the words are elsewhere.
package poolscope.settings;
