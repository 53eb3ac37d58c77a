package poolscope.settings;

import java.util.List;
import java.util.stream.Stream;

/// What the operator did last, and will probably do again.
///
/// @param chosen
///            the ids of what was chosen in the palette, newest first, each once, at most [#MOST]; longer ones than
///            [#LONGEST] are not remembered
/// @param export
///            how pools were exported
public record RecentCommandsAndExport(List<String> chosen, Export export) {

    /// Entries of the palette.
    public static final int MOST = 20;
    /// Characters of one id.
    public static final int LONGEST = 500;

    public RecentCommandsAndExport {
        chosen = chosen.stream().filter(id -> !id.isEmpty() && id.length() <= LONGEST).distinct().limit(MOST).toList();
    }

    /// The choices of an export, in the words of the file. A word that nobody knows is as good as none.
    ///
    /// @param rows
    ///            which pools, at most [#LONGEST] characters, as the other words
    /// @param columns
    ///            which of their fields
    /// @param format
    ///            as what
    /// @param forSpreadsheets
    ///            whether texts are kept from being run as formulas
    /// @param rawNames
    ///            whether columns have the names of the API
    /// @param asShown
    ///            whether values have the words and units of the screen
    /// @param withSources
    ///            whether an account is written beside them
    public record Export(String rows, String columns, String format, boolean forSpreadsheets, boolean rawNames,
            boolean asShown, boolean withSources) {

        /// Characters of one word.
        public static final int LONGEST = 100;

        public Export {
            rows = word(rows);
            columns = word(columns);
            format = word(format);
        }

        public Export withForSpreadsheets(boolean forSpreadsheets) {
            return new Export(rows, columns, format, forSpreadsheets, rawNames, asShown, withSources);
        }

        public Export withAsShown(boolean asShown) {
            return new Export(rows, columns, format, forSpreadsheets, rawNames, asShown, withSources);
        }

        private static String word(String text) {
            return text.length() <= LONGEST ? text : "";
        }
    }

    public static RecentCommandsAndExport defaults() {
        return new RecentCommandsAndExport(List.of(), new Export("", "", "", true, false, false, false));
    }

    /// With that on top of what was chosen.
    public RecentCommandsAndExport choosing(String id) {
        return new RecentCommandsAndExport(Stream.concat(Stream.of(id), chosen.stream()).toList(), export);
    }

    public RecentCommandsAndExport withExport(Export export) {
        return new RecentCommandsAndExport(chosen, export);
    }
}
