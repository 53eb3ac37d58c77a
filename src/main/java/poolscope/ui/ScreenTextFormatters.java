package poolscope.ui;

import java.time.Clock;
import java.time.ZoneId;
import poolscope.ui.export.CopyMenu;
import poolscope.ui.export.CopyModel;
import poolscope.ui.text.ChangeText;
import poolscope.ui.text.ConnectionStateText;
import poolscope.ui.text.FailureText;
import poolscope.ui.text.FilterText;
import poolscope.ui.text.PoolFieldText;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TicketPoolListHeadingText;
import poolscope.ui.text.TimeText;

/// Formats values as text, in one language.
///
/// @param words
///            the message bundle
record ScreenTextFormatters(Texts words, PoolFieldText fields, TimeText times, FilterText filters,
        ConnectionStateText states, ChangeText changes) {
    static ScreenTextFormatters of(Texts words, ZoneId zone) {
        var times = new TimeText(words, zone);
        var fields = new PoolFieldText(words, zone);
        return new ScreenTextFormatters(words, fields, times, new FilterText(words),
                new ConnectionStateText(words, times, new FailureText(words)),
                new ChangeText(words, fields, zone, Clock.system(zone)));
    }

    /// The commands that copy pools, in these words.
    CopyMenu copyMenu(CopyModel model) {
        return new CopyMenu(model, words, fields, new TicketPoolListHeadingText(words, fields, times, states));
    }
}
