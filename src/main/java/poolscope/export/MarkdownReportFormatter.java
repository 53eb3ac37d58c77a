package poolscope.export;

import poolscope.handover.ReportPage;

/// A report in Markdown. Text of the service is shown, never interpreted, as in [MarkdownTableFormatter].
public final class MarkdownReportFormatter {

    private MarkdownReportFormatter() {}

    /// Lines end with a line feed. Paragraphs under the title are lines of their own by two blanks at the end.
    public static String of(ReportPage page) {
        var text = new StringBuilder("# ").append(MarkdownTableFormatter.escape(page.title())).append("\n\n");
        page.head().forEach(line -> text.append(MarkdownTableFormatter.escape(line)).append("  \n"));
        for (var section : page.sections()) {
            text.append("\n## ").append(MarkdownTableFormatter.escape(section.title())).append('\n');
            section.lines().forEach(line -> text.append("- ").append(MarkdownTableFormatter.escape(line)).append('\n'));
        }
        return text.toString();
    }
}
