package poolscope.ui.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.util.Subscription;
import poolscope.pool.PoolField;
import poolscope.ui.commands.MenuItemDisabler;
import poolscope.ui.commands.PlatformMenuShortcuts;
import poolscope.ui.export.CopyModel.Kind;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TicketPoolListHeadingText;

/// The copy commands, for the menu bar and for the context menu of a row.
public final class CopyMenu {
    private final CopyModel model;
    private final Texts texts;
    private final PoolFieldText fields;
    private final TicketPoolListHeadingText tickets;

    public CopyMenu(CopyModel model, Texts texts, PoolFieldText fields, TicketPoolListHeadingText tickets) {
        this.tickets = tickets;
        this.model = model;
        this.texts = texts;
        this.fields = fields;
    }

    /// Copies in this format.
    public void copy(Kind kind) {
        boolean inWords = kind == Kind.AS_SHOWN || kind == Kind.DETAILS;
        if (kind == Kind.TICKET)
            model.copyForTicket(tickets::head, fields::shownHeader, fields::cell, ClipboardText::put);
        else
            model.copy(kind, inWords ? fields::shownHeader : fields::header, fields::cell, ClipboardText::put);
    }

    /// The items of *Copy as* for the context menu of a row, as they can be chosen now.
    public List<MenuItem> items() {
        var items = all();
        var menuItemDisabler = new MenuItemDisabler(texts);
        items.forEach(item -> possible(item).ifPresent(
                possible -> menuItemDisabler.update(possible.getValue(), item, item.getText(), whyNot(item))));
        return items;
    }

    /// Disables the items that can't be chosen, as long as the subscription lasts.
    public Subscription watch(List<MenuItem> items) {
        var menuItemDisabler = new MenuItemDisabler(texts);
        return items.stream()
                .flatMap(item -> possible(item).map(possible -> menuItemDisabler.unless(possible, item, whyNot(item)))
                        .stream())
                .reduce(Subscription.EMPTY, Subscription::and);
    }

    /// Whether an item can be chosen; empty for one that always can.
    private Optional<ObservableValue<Boolean>> possible(MenuItem item) {
        if (item.getUserData() == Kind.CURL) return Optional.of(model.isListedProperty());
        return item.getUserData() == Kind.HCLOUD ? Optional.of(model.isListedByV2Property()) : Optional.empty();
    }

    private String whyNot(MenuItem item) {
        return texts.format(item.getUserData() == Kind.CURL ? "copy.curl.disabled" : "copy.hcloud.disabled");
    }

    private List<MenuItem> all() {
        var items = new ArrayList<MenuItem>();
        for (var kind : List.of(Kind.WITH_HEADER, Kind.AS_SHOWN, Kind.LINES, Kind.COMMA_LIST, Kind.CELL))
            items.add(item(kind));
        items.add(new SeparatorMenuItem());
        for (var kind : List.of(Kind.DETAILS, Kind.TICKET, Kind.JSON, Kind.MARKDOWN, Kind.CURL, Kind.HCLOUD))
            items.add(item(kind));
        return items;
    }

    /// The items of *Copy as* with their keys, for the menu bar, where the list for a ticket is an item of its own; see
    /// [#watch].
    public List<MenuItem> itemsWithKeys(PlatformMenuShortcuts platformMenuShortcuts) {
        var items = all();
        items.removeIf(item -> item.getUserData() == Kind.TICKET);
        for (var item : items) {
            if (item.getUserData() == Kind.WITH_HEADER)
                platformMenuShortcuts.give(item, "Shortcut+Shift+C", "Shortcut+Shift+C");
            if (item.getUserData() == Kind.DETAILS)
                platformMenuShortcuts.give(item, "Shortcut+Shift+I", "Shortcut+Shift+I");
            if (item.getUserData() == Kind.CELL) platformMenuShortcuts.give(item, "Alt+Shift+C", "Shortcut+Alt+C");
        }
        return items;
    }

    /// Copies one column, a value per line: of the selected, the shown, or all pools.
    public List<MenuItem> ofColumn(PoolField field) {
        var items = new ArrayList<MenuItem>();
        for (var columnScope : CopyModel.ColumnScope.values()) {
            var item = new MenuItem(texts.format("copy.column." + columnScope.name()));
            item.setId("copy-column-" + columnScope.name());
            item.setOnAction(_ -> model.copyColumn(field, columnScope, ClipboardText::put));
            items.add(item);
        }
        return items;
    }

    private MenuItem item(Kind kind) {
        var item = new MenuItem(word(kind));
        item.setId("copy-" + kind.name());
        item.setUserData(kind);
        item.setOnAction(_ -> copy(kind));
        return item;
    }

    private String word(Kind kind) {
        return switch (kind) {
            case ROWS -> texts.format("copy.rows");
            case WITH_HEADER -> texts.format("copy.withHeader");
            case AS_SHOWN -> texts.format("copy.asShown");
            case LINES -> texts.format("copy.lines");
            case COMMA_LIST -> texts.format("copy.commaList");
            case CELL -> texts.format("copy.cell");
            case DETAILS -> texts.format("copy.details");
            case TICKET -> texts.format("copy.ticket");
            case JSON -> texts.format("copy.json");
            case MARKDOWN -> texts.format("copy.markdown");
            case CURL -> texts.format("copy.curl");
            case HCLOUD -> texts.format("copy.hcloud");
        };
    }
}
