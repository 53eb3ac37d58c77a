package poolscope.ui.fit;

import java.util.Optional;
import poolscope.pool.fit.FitResult;
import poolscope.ui.text.FitResultText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TotalsAndChartsText;

/// The sentence that answers a demand: the best pool, and how many others there are.
final class FitAnswerText {
    private final Texts texts;
    private final FitResultText fits;
    private final TotalsAndChartsText sources;

    FitAnswerText(Texts texts, FitResultText fits, TotalsAndChartsText sources) {
        this.texts = texts;
        this.fits = fits;
        this.sources = sources;
    }

    /// @param result
    ///            empty while nothing is asked
    String of(Optional<FitFinderResult> result) {
        return result.map(this::sentence).orElseGet(() -> texts.format("fit.ask"));
    }

    /// That the answer is not known yet.
    ///
    /// @param isCheckNext
    ///            whether nodes are checked after that
    String computing(boolean isCheckNext) {
        return texts.format(isCheckNext ? "fit.computing.check" : "fit.computing");
    }

    private String sentence(FitFinderResult fitFinderResult) {
        if (fitFinderResult.sources().isNothingRead()) return texts.format("fit.answer.nothingRead");
        var found = fitFinderResult.best()
                .map(best -> found(fitFinderResult, best))
                .orElseGet(() -> texts.format("fit.answer.noPool"));
        var among = sources.coverageNote(fitFinderResult.sources());
        return among.isEmpty() ? found : texts.format("fit.answer.among", found, among);
    }

    private String found(FitFinderResult fitFinderResult, FitFinderResult.Best best) {
        var counts = fitFinderResult.counts();
        var all = texts.format("fit.answer.counts", counts.fits(), counts.inSum(), counts.lacking(), counts.unknown(),
                counts.byCapacity());
        var name = fits.name(best.pool());
        return switch (best.fitResult()) {
            case FitResult.Fits(var _, var isByCapacity) ->
                texts.format(isByCapacity ? "fit.answer.capacity" : "fit.answer.fits", name, all);
            case FitResult.OnNodes fit when fit.hasRoom() ->
                texts.format("fit.answer.room", name, fits.reason(fit), all);
            case FitResult.OnNodes _, FitResult.FitsInTotalOnly _, FitResult.Lacking _ ->
                texts.format("fit.answer.none", name, fits.reason(best.fitResult()), all);
            case FitResult.Unknown _ -> texts.format("fit.answer.unknown", all);
        };
    }
}
