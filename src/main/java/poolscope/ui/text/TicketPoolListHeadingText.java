package poolscope.ui.text;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.live.AllConnectionsStatus;
import poolscope.live.AllConnectionsStatus.SourceStatus;
import poolscope.pool.ExternalTextCleaner;
import poolscope.pool.filter.PoolFilter;
import poolscope.pool.table.ArrangedPools;
import poolscope.pool.table.PoolGroupingCriterion;
import poolscope.pool.table.TableQuery;

/// What stands above a list of pools in a ticket, in Markdown: how many of how many pools it has, the filter, the
/// order, where the pools come from, when they were read, and what is missing.
public final class TicketPoolListHeadingText {
    private static final int MOST_SOURCES = 20;

    private final Texts texts;
    private final PoolFieldText fields;
    private final TimeText times;
    private final ConnectionStateText states;

    public TicketPoolListHeadingText(Texts texts, PoolFieldText fields, TimeText times, ConnectionStateText states) {
        this.texts = texts;
        this.fields = fields;
        this.times = times;
        this.states = states;
    }

    /// @param shown
    ///            the pools on screen
    /// @param listed
    ///            how many of them are in the list
    public String head(ArrangedPools shown, int listed, AllConnectionsStatus sources) {
        var lines = new ArrayList<String>();
        lines.add(title(listed, shown.size(), shown.set().size()));
        lines.add("");
        lines.add(shown.filter().equals(PoolFilter.ALL)
                ? texts.format("ticket.filter.none")
                : texts.format("ticket.filter", code(new FilterText(texts).print(shown.filter().print()))));
        order(shown.tableQuery()).ifPresent(lines::add);
        sources.lines().stream().limit(MOST_SOURCES).map(this::source).forEach(lines::add);
        if (sources.lines().size() > MOST_SOURCES)
            lines.add(texts.format("ticket.source.more", sources.lines().size() - MOST_SOURCES));
        missing(sources).forEach(lines::add);
        return lines.stream()
                .map(line -> line.isEmpty() || line.equals(lines.getFirst()) ? line : "- " + line)
                .collect(Collectors.joining("\n"));
    }

    private String title(int listed, int shown, int all) {
        if (listed < shown)
            return shown < all
                    ? texts.format("ticket.title.firstMatching", listed, shown, all)
                    : texts.format("ticket.title.first", listed, all);
        return shown < all ? texts.format("ticket.title.matching", shown, all) : texts.format("ticket.title", all);
    }

    private Optional<String> order(TableQuery tableQuery) {
        var parts = new ArrayList<String>();
        if (tableQuery.jobDemand().isPresent()) parts.add(texts.format("ticket.order.fit"));
        else
            tableQuery.sortOrder()
                    .keys()
                    .forEach(key -> parts.add(fields.name(key.field()) + (key.descending() ? " ↓" : " ↑")));
        if (tableQuery.poolGroupingCriterion() != PoolGroupingCriterion.NONE)
            parts.addFirst(texts.format("ticket.grouped",
                    texts.format("grouping." + tableQuery.poolGroupingCriterion().name())));
        return parts.isEmpty()
                ? Optional.empty()
                : Optional.of(texts.format("ticket.order", String.join(texts.format("shortfall.names.join"), parts)));
    }

    private String source(SourceStatus source) {
        var serviceAndProject = source.serviceAndProject();
        var name = ExternalTextCleaner.of(serviceAndProject.region()
                .filter(region -> !region.isEmpty())
                .map(region -> texts.format("details.where", serviceAndProject.name(), region))
                .orElse(serviceAndProject.name()));
        return source.inventory()
                .map(read -> texts.format("ticket.source", name, read.pools().size(), moment(read.readAt())))
                .orElseGet(() -> texts.format("ticket.source.none", name));
    }

    private String moment(Instant instant) {
        long minutes = times.offsetSeconds(instant) / 60;
        return String.format(Locale.ROOT, "%s (UTC%s%02d:%02d)", times.moment(instant), minutes < 0 ? "-" : "+",
                Math.abs(minutes) / 60, Math.abs(minutes) % 60);
    }

    private List<String> missing(AllConnectionsStatus sources) {
        var missing = new ArrayList<String>();
        sources.shortfalls()
                .stream()
                .map(states.shortfalls()::of)
                .filter(text -> !text.isEmpty())
                .map(text -> texts.format("export.incomplete", text))
                .forEach(missing::add);
        sources.narrowed()
                .stream()
                .map(source -> states.narrowed(source.serviceAndProject().name(), source.narrowing()))
                .forEach(missing::add);
        return missing.stream().map(text -> ExternalTextCleaner.of(text).replace("\n", " ")).toList();
    }

    /// As code, so that no character of a filter is taken for Markdown.
    private static String code(String text) {
        var line = ExternalTextCleaner.of(text).replace("\n", " ");
        return line.contains("`") ? "`` " + line + " ``" : "`" + line + "`";
    }
}
