package poolscope.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import poolscope.pool.PoolField;

/// The parts of a workbook that are the same for all pools: what belongs together, how cells look, how wide
/// columns are.
final class XlsxFixedParts {
    /// Styles of cells: places in the list of [#STYLES].
    static final int NUMBER = 0;
    static final int HEADER = 1;
    static final int TEXT = 2;
    static final int DATE = 3;
    static final int DAY = 4;

    private static final String DECLARATION = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    /// First in the file, when nobody knows yet how many sheets there will be: so a sheet is what any other XML is.
    static final String CONTENT_TYPES = DECLARATION + filled(
            """
                    <Types xmlns="%1$scontent-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
                    <Default Extension="xml" ContentType="%2$sworksheet+xml"/>\
                    <Override PartName="/xl/workbook.xml" ContentType="%2$ssheet.main+xml"/>\
                    <Override PartName="/xl/styles.xml" ContentType="%2$sstyles+xml"/></Types>""",
            PACKAGE, TYPE);

    static final String RELATIONS = DECLARATION + filled(
            """
                    <Relationships xmlns="%1$srelationships"><Relationship Id="rId1" Type="%2$s/officeDocument" Target="xl/workbook.xml"/>\
                    </Relationships>""",
            PACKAGE, RELATION);

    static final String SHEET_END = "</sheetData></worksheet>";

    /// Text has the text format, so that it stays text when somebody edits its cell.
    static final String STYLES = DECLARATION + filled(
            """
                    <styleSheet xmlns="%1$s">\
                    <numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss.000"/>\
                    <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd"/></numFmts>\
                    <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
                    <fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>\
                    <borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>\
                    <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
                    <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
                    <xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/>\
                    <xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                    <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
                    <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
                    <cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>\
                    </styleSheet>""",
            MAIN);

    private XlsxFixedParts() {}

    /// By the same digits in every locale.
    @SuppressWarnings("AnnotateFormatMethod")
    private static String filled(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    /// Everything before the rows. The first row stays in view.
    ///
    /// @param dimension
    ///            the cells that are used, such as `A1:U31`; empty when nobody knows yet
    static String sheetBegin(List<PoolField.Unit> columns, boolean isFirst, String dimension) {
        var widths = IntStream.range(0, columns.size())
                .mapToObj(i -> filled("<col min=\"%1$d\" max=\"%1$d\" width=\"%2$d\" customWidth=\"1\"/>", i + 1,
                        width(columns.get(i))))
                .collect(Collectors.joining());
        var used = dimension.isEmpty() ? "" : "<dimension ref=\"" + dimension + "\"/>";
        return DECLARATION + filled("""
                <worksheet xmlns="%1$s">%4$s<sheetViews><sheetView workbookViewId="0"%2$s>\
                <pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>\
                <cols>%3$s</cols><sheetData>""", MAIN, isFirst ? " tabSelected=\"1\"" : "", widths, used);
    }

    /// In letters. A date that is wider than its column is drawn as hashes.
    private static int width(PoolField.Unit unit) {
        return switch (unit) {
            case TEXT -> 24;
            case ID -> 36;
            case STATUS, COUNT, PORTION, CORES, MEBIBYTES, CARDS -> 14;
            case TIME -> 32;
            case DAY -> 24;
        };
    }

    /// @param title
    ///            name of the first sheet, and the beginning of the others' names
    static String workbook(String title, int sheets) {
        return DECLARATION + "<workbook xmlns=\"" + MAIN + "\" xmlns:r=\"" + RELATION
                + "\"><bookViews><workbookView/></bookViews><sheets>"
                + IntStream.rangeClosed(1, sheets)
                        .mapToObj(n -> filled("<sheet name=\"%1$s\" sheetId=\"%2$d\" r:id=\"rId%2$d\"/>",
                                name(title, n), n))
                        .collect(Collectors.joining())
                + "</sheets></workbook>";
    }

    private static String name(String title, int sheet) {
        return sheet == 1 ? title : title + " " + sheet;
    }

    static String workbookRelations(int sheets) {
        return DECLARATION + "<Relationships xmlns=\"" + PACKAGE + "relationships\">"
                + IntStream.rangeClosed(1, sheets)
                        .mapToObj(n -> relation(n, "worksheet", "worksheets/sheet" + n + ".xml"))
                        .collect(Collectors.joining())
                + relation(sheets + 1, "styles", "styles.xml") + "</Relationships>";
    }

    private static String relation(int id, String type, String target) {
        return filled("<Relationship Id=\"rId%1$d\" Type=\"%2$s/%3$s\" Target=\"%4$s\"/>", id, RELATION, type, target);
    }
}
