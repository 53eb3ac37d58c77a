package poolscope.ui.export;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import poolscope.export.ExportProvenance;
import poolscope.export.PoolExportColumns;
import poolscope.export.PoolsExportContent;
import poolscope.export.TranslatedValueLookup;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;

/// The pools and columns of the table that the choices of the export dialog select.
record ChosenPoolsForExport(ExportModel.Dependencies dependencies, ExportDialogChoices choices) {
    /// How many pools there are.
    int count() {
        return switch (choices.rows()) {
            case FILTERED -> dependencies.pools().arrangedPools().size();
            case SELECTED -> dependencies.pools().selection().count();
            case ALL -> dependencies.observableTickedConnectionPools().poolsProperty().get().size();
        };
    }

    List<Pool> pools() {
        return switch (choices.rows()) {
            case FILTERED -> dependencies.pools().shownPools();
            case SELECTED -> dependencies.pools().selectedPools();
            case ALL -> dependencies.pools().allPools();
        };
    }

    /// What a file of these pools contains.
    ///
    /// @param names
    ///            column names, unless the API's names were chosen
    /// @param words
    ///            the words of the screen, for rows as shown
    PoolsExportContent content(List<Pool> pools, Function<PoolField, String> names, TranslatedValueLookup words) {
        var columns = new PoolExportColumns(fields(), choices.writesRawNames() ? PoolField::id : names,
                dependencies.zone().get(), choices.escapesFormulas(),
                Optional.of(words).filter(_ -> choices.writesAsShown()));
        return new PoolsExportContent(choices.format(), columns, pools);
    }

    private List<PoolField> fields() {
        return switch (choices.columns()) {
            case SHOWN -> dependencies.pools().shownFields();
            case ALL -> dependencies.pools().fields();
        };
    }

    /// Where the pools come from.
    ExportProvenance provenance() {
        return new ExportProvenance(dependencies.program(), dependencies.clock().instant(),
                choices.rows().name().toLowerCase(Locale.ROOT),
                dependencies.pools().filter().filterProperty().get().print(),
                dependencies.observableTickedConnectionPools()
                        .allConnectionsStatus()
                        .lines()
                        .stream()
                        .map(ExportProvenanceBuilder::of)
                        .toList());
    }
}
