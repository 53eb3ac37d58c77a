package poolscope.ui.export;

import java.util.Arrays;
import java.util.Locale;
import poolscope.export.ExportFormat;
import poolscope.settings.Habits;

/// What the operator chose to write.
///
/// @param forSpreadsheets
///            whether CSV and TSV are marked as UTF-8 and disarmed
/// @param rawNames
///            whether columns have the names of the API instead of those on screen
/// @param withSources
///            whether the account of where the pools come from is written beside them
public record Choices(Rows rows, Columns columns, ExportFormat format, boolean forSpreadsheets, boolean rawNames,
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
    public static final Choices FIRST = new Choices(Rows.FILTERED, Columns.SHOWN, ExportFormat.CSV, true, false, false);

    /// What was chosen last; for what is not known, the first choice.
    static Choices of(Habits.Export last) {
        return new Choices(named(last.rows(), FIRST.rows()), named(last.columns(), FIRST.columns()),
                named(last.format(), FIRST.format()), last.forSpreadsheets(), last.rawNames(), last.withSources());
    }

    private static <E extends Enum<E>> E named(String word, E otherwise) {
        return Arrays.stream(otherwise.getDeclaringClass().getEnumConstants()).filter(one -> word(one).equals(word)).findFirst()
                .orElse(otherwise);
    }

    private static String word(Enum<?> one) {
        return one.name().toLowerCase(Locale.ROOT);
    }

    /// As it is remembered.
    Habits.Export remembered() {
        return new Habits.Export(word(rows), word(columns), word(format), forSpreadsheets, rawNames, withSources);
    }

    /// Whether [#forSpreadsheets] is in force.
    public boolean disarms() {
        return forSpreadsheets && format.isForSpreadsheets();
    }

    public Choices withRows(Rows value) {
        return new Choices(value, columns, format, forSpreadsheets, rawNames, withSources);
    }

    public Choices withColumns(Columns value) {
        return new Choices(rows, value, format, forSpreadsheets, rawNames, withSources);
    }

    public Choices withFormat(ExportFormat value) {
        return new Choices(rows, columns, value, forSpreadsheets, rawNames, withSources);
    }

    public Choices withForSpreadsheets(boolean value) {
        return new Choices(rows, columns, format, value, rawNames, withSources);
    }

    public Choices withRawNames(boolean value) {
        return new Choices(rows, columns, format, forSpreadsheets, value, withSources);
    }

    public Choices withSources(boolean value) {
        return new Choices(rows, columns, format, forSpreadsheets, rawNames, value);
    }
}
