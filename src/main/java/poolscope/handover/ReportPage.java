package poolscope.handover;

import java.util.List;

/// A report as plain text, not yet in the syntax of a format.
///
/// @param title
///            the heading of the page
/// @param head
///            paragraphs under the title, a line each
public record ReportPage(String title, List<String> head, List<Section> sections) {

    /// @param lines
    ///            its items, at least one
    public record Section(String title, List<String> lines) {
        public Section {
            lines = List.copyOf(lines);
        }
    }

    public ReportPage {
        head = List.copyOf(head);
        sections = List.copyOf(sections);
    }
}
