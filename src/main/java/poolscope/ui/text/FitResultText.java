package poolscope.ui.text;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolField;
import poolscope.pool.fit.FitResult;

/// Formats whether a pool has room for a job: a symbol and a word, never a colour alone.
public final class FitResultText {
    private final Texts texts;
    private final PoolFieldText fields;

    public FitResultText(Texts texts, PoolFieldText fields) {
        this.texts = texts;
        this.fields = fields;
    }

    /// The column header.
    public String column() {
        return texts.format("fit.column");
    }

    /// The meaning of the column.
    public String columnMeaning() {
        return texts.format("fit.column.meaning");
    }

    /// The error of a typed field, and what to do.
    ///
    /// @param nodes
    ///            the typed number of nodes
    public String wrong(String error, String field, String typed, String nodes) {
        return texts.format("fit.flaw." + error, field, ExternalTextCleaner.of(typed), ExternalTextCleaner.of(nodes));
    }

    /// The pool's name, or a dash.
    public String name(Pool pool) {
        return fields.cell(PoolField.NAME, pool.poolNamesAndOwner().name());
    }

    /// The result in a table cell.
    public String cell(FitResult fitResult) {
        return switch (fitResult) {
            case FitResult.OnNodes(var room, var _) -> texts.format(switch (room) {
                case NOW, BEHIND_QUEUE -> "fit.cell.room";
                case BY_COUNT, NOT_NOW -> "fit.cell.partly";
                case NEVER -> "fit.cell.short";
            }, reason(fitResult));
            case FitResult.Fits(var _, var isByCapacity) ->
                texts.format(isByCapacity ? "fit.cell.capacity" : "fit.cell.fits");
            case FitResult.FitsInTotalOnly _ -> texts.format("fit.cell.inSum");
            case FitResult.Lacking _ -> texts.format("fit.cell.short", reason(fitResult));
            case FitResult.Unknown _ -> texts.format("fit.cell.unknown", reason(fitResult));
        };
    }

    /// The full result.
    public String whole(FitResult fitResult) {
        return switch (fitResult) {
            case FitResult.OnNodes _ -> texts.format("fit.whole.onNodes", cell(fitResult));
            case FitResult.Fits(var left, var isByCapacity) ->
                texts.format(isByCapacity ? "fit.whole.capacity" : "fit.whole.fits",
                        list(left.stream()
                                .filter(one -> one.amount().isKnown())
                                .map(one -> amount(one.field(), one.amount()))));
            case FitResult.FitsInTotalOnly _ -> texts.format("fit.whole.inSum", reason(fitResult));
            case FitResult.Lacking _ -> texts.format("fit.cell.short", reason(fitResult));
            case FitResult.Unknown _ -> texts.format("fit.whole.unknown", reason(fitResult));
        };
    }

    /// Why it does not fit completely, or what its nodes say; empty when it fits by its sums.
    public String reason(FitResult fitResult) {
        return switch (fitResult) {
            case FitResult.Fits _ -> "";
            case FitResult.OnNodes(var room, var asOf) ->
                texts.format("fit.onNodes." + room.name(), fields.clock(asOf));
            case FitResult.FitsInTotalOnly(var unevenShares) -> list(unevenShares.stream()
                    .map(one -> texts.format(one.field() == PoolField.LARGEST_FREE_BLOCK ? "fit.block" : "fit.thin",
                            amount(one.field(), one.share()), amount(one.field(), one.asked()))));
            case FitResult.Lacking(var shortfalls, var differs) -> missing(shortfalls, differs);
            case FitResult.Unknown(var unknown) -> list(unknown.stream().map(fields::name));
        };
    }

    private String missing(List<FitResult.Shortfall> shortfalls, List<PoolField> differs) {
        var amounts = list(shortfalls.stream().map(one -> amount(one.field(), one.by())));
        var shortOf = shortfalls.isEmpty() ? Stream.<String>of() : Stream.of(texts.format("fit.short", amounts));
        return list(Stream.concat(shortOf, differs.stream()
                .map(field -> texts.format(field == PoolField.STATUS ? "fit.differs.status" : "fit.differs.spec"))));
    }

    private String list(Stream<String> parts) {
        return parts.collect(Collectors.joining(texts.format("fit.join")));
    }

    private String amount(PoolField field, FieldValue amount) {
        var figure = fields.figure(field, amount);
        var number = amount.asNumber().orElse(BigDecimal.ZERO);
        return switch (field) {
            case ACCELERATORS, LARGEST_FREE_BLOCK -> texts.format("fit.amount.accelerators", figure, number);
            case FREE_ACCELERATORS -> texts.format("fit.amount.free.accelerators", figure, number);
            case FREE_CPU_CORES -> texts.format("fit.amount.free.cores", figure, number);
            case FREE_MEMORY -> texts.format("fit.amount.free.memory", figure);
            case CPU_CORES -> texts.format("fit.amount.cores", figure, number);
            case MEMORY -> texts.format("fit.amount.memory", figure);
            case AVAILABLE_NODES -> texts.format("fit.amount.nodes", figure, number);
            default -> figure;
        };
    }
}
