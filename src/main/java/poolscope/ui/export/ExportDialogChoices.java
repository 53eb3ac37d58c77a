package poolscope.ui.export;

import java.util.Arrays;
import java.util.Locale;
import poolscope.export.ExportFormat;
import poolscope.settings.RecentCommandsAndExport;

/// The choices of the export dialog.
///
/// @param forSpreadsheets
///            whether CSV and TSV get a byte order mark and escaped formulas
/// @param rawNames
///            whether columns have the names of the API instead of those on screen
/// @param asShown
///            whether values have the words and units of the screen
/// @param withSources
///            whether a file about the origin of the pools is written beside the export
public record ExportDialogChoices(Rows rows, Columns columns, ExportFormat format, boolean forSpreadsheets,
        boolean rawNames, boolean asShown, boolean withSources) {

    /// Which pools.
    public enum Rows {
        FILTERED, SELECTED, ALL
    }

    /// Which fields.
    public enum Columns {
        SHOWN, ALL
    }

    /// The default: what is on screen, for a spreadsheet.
    public static final ExportDialogChoices DEFAULT = new ExportDialogChoices(Rows.FILTERED, Columns.SHOWN,
            ExportFormat.CSV, true, false, false, false);

    /// The last choices; unknown ones are replaced by the default.
    static ExportDialogChoices of(RecentCommandsAndExport.Export last) {
        return new ExportDialogChoices(named(last.rows(), DEFAULT.rows()), named(last.columns(), DEFAULT.columns()),
                named(last.format(), DEFAULT.format()), last.forSpreadsheets(), last.rawNames(), last.asShown(),
                last.withSources());
    }

    private static <E extends Enum<E>> E named(String word, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants())
                .filter(one -> word(one).equals(word))
                .findFirst()
                .orElse(otherwise);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /// The choices to remember.
    RecentCommandsAndExport.Export remembered() {
        return new RecentCommandsAndExport.Export(word(rows), word(columns), word(format), forSpreadsheets, rawNames,
                asShown, withSources);
    }

    /// Whether [#asShown] has an effect for this format: JSON is what the service sent.
    public boolean writesAsShown() {
        return asShown && format.hasColumns();
    }

    /// Whether [#rawNames] has an effect: a value in the units of the screen has not the name of the API.
    public boolean writesRawNames() {
        return rawNames && !writesAsShown();
    }

    /// Whether [#forSpreadsheets] has an effect for this format.
    public boolean escapesFormulas() {
        return forSpreadsheets && format.isForSpreadsheets();
    }

    public ExportDialogChoices withRows(Rows value) {
        return new ExportDialogChoices(value, columns, format, forSpreadsheets, rawNames, asShown, withSources);
    }
}
