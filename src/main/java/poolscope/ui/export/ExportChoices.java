package poolscope.ui.export;

import java.util.Arrays;
import java.util.Locale;
import poolscope.export.ExportFormat;
import poolscope.settings.RecentChoices;

/// What the operator chose to write.
///
/// @param forSpreadsheets
///            whether CSV and TSV are marked as UTF-8 and disarmed
/// @param rawNames
///            whether columns have the names of the API instead of those on screen
/// @param withSources
///            whether the account of where the pools come from is written beside them
public record ExportChoices(Rows rows, Columns columns, ExportFormat format, boolean forSpreadsheets, boolean rawNames,
        boolean withSources) {

    /// Which pools.
    public enum Rows {
        FILTERED, SELECTED, ALL
    }

    /// Which of their fields.
    public enum Columns {
        SHOWN, ALL
    }

    /// What one sees, for a spreadsheet.
    public static final ExportChoices FIRST = new ExportChoices(Rows.FILTERED, Columns.SHOWN, ExportFormat.CSV, true,
            false, false);

    /// What was chosen last; for what is not known, the first choice.
    static ExportChoices of(RecentChoices.Export last) {
        return new ExportChoices(named(last.rows(), FIRST.rows()), named(last.columns(), FIRST.columns()),
                named(last.format(), FIRST.format()), last.forSpreadsheets(), last.rawNames(), last.withSources());
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

    /// As it is remembered.
    RecentChoices.Export remembered() {
        return new RecentChoices.Export(word(rows), word(columns), word(format), forSpreadsheets, rawNames,
                withSources);
    }

    /// Whether [#forSpreadsheets] is in force.
    public boolean disarms() {
        return forSpreadsheets && format.isForSpreadsheets();
    }

    public ExportChoices withRows(Rows value) {
        return new ExportChoices(value, columns, format, forSpreadsheets, rawNames, withSources);
    }

    public ExportChoices withColumns(Columns value) {
        return new ExportChoices(rows, value, format, forSpreadsheets, rawNames, withSources);
    }

    public ExportChoices withForSpreadsheets(boolean value) {
        return new ExportChoices(rows, columns, format, value, rawNames, withSources);
    }

    public ExportChoices withSources(boolean value) {
        return new ExportChoices(rows, columns, format, forSpreadsheets, rawNames, value);
    }
}
