/// The form of all settings of the program, and the storage of the history that it shows.
package poolscope.ui.settings;
