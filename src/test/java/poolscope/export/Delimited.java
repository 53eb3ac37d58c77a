package poolscope.export;

import java.util.ArrayList;
import java.util.List;

/// A strict reader of RFC 4180, written from its grammar for these tests: anything but the grammar is an error.
final class Delimited {
    private final String text;
    private final char separator;
    private final String lineEnd;
    private int at;

    private Delimited(String text, char separator, String lineEnd) {
        this.text = text;
        this.separator = separator;
        this.lineEnd = lineEnd;
    }

    static List<List<String>> commas(String text) {
        return new Delimited(text, ',', "\r\n").rows();
    }

    static List<List<String>> tabs(String text) {
        return new Delimited(text, '\t', "\n").rows();
    }

    private List<List<String>> rows() {
        var rows = new ArrayList<List<String>>();
        while (at < text.length())
            rows.add(row());
        return rows;
    }

    private List<String> row() {
        var row = new ArrayList<String>();
        row.add(cell());
        while (at < text.length() && text.charAt(at) == separator) {
            at++;
            row.add(cell());
        }
        if (!text.startsWith(lineEnd, at)) throw new AssertionError("a row must end at " + at);
        at += lineEnd.length();
        return row;
    }

    private String cell() {
        return at < text.length() && text.charAt(at) == '"' ? quoted() : bare();
    }

    private String bare() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && text.charAt(at) != '\r'
                && text.charAt(at) != '\n') {
            if (text.charAt(at) == '"') throw new AssertionError("a quote in a bare cell at " + at);
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted() {
        var cell = new StringBuilder();
        for (at++; text.charAt(at) != '"' || text.startsWith("\"\"", at); at++) {
            if (text.charAt(at) == '"') at++;
            cell.append(text.charAt(at));
        }
        at++;
        return cell.toString();
    }
}
