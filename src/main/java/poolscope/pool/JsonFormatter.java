package poolscope.pool;

/// Indents JSON text without parsing it: every token stays as it came, so 4096.0 stays 4096.0.
final class JsonFormatter {
    private final String json;
    private final StringBuilder out = new StringBuilder();
    private int depth;

    private JsonFormatter(String json) {
        this.json = json;
    }

    static String indent(String json) {
        var layout = new JsonFormatter(json);
        layout.walk();
        return layout.out.toString();
    }

    private void walk() {
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            switch (c) {
                case '"' -> i = copyString(i);
                case '{', '[' -> open(c, i);
                case '}', ']' -> close(c);
                case ',' -> newLine(c);
                case ':' -> out.append(": ");
                case ' ', '\t', '\r', '\n' -> {
                }
                default -> out.append(c);
            }
        }
    }

    private void open(char bracket, int at) {
        out.append(bracket);
        depth++;
        if (!closesNext(at + 1)) line();
    }

    private void close(char bracket) {
        depth--;
        char last = out.isEmpty() ? ' ' : out.charAt(out.length() - 1);
        if (last != '{' && last != '[') line();
        out.append(bracket);
    }

    private void newLine(char comma) {
        out.append(comma);
        line();
    }

    private void line() {
        out.append('\n').repeat("  ", Math.max(depth, 0));
    }

    private boolean closesNext(int from) {
        int at = from;
        while (at < json.length() && Character.isWhitespace(json.charAt(at)))
            at++;
        return at < json.length() && (json.charAt(at) == '}' || json.charAt(at) == ']');
    }

    /// Copies a string whole, escapes included, and gives the place of its closing quote.
    private int copyString(int from) {
        int at = from + 1;
        while (at < json.length() && json.charAt(at) != '"')
            at += json.charAt(at) == '\\' ? 2 : 1;
        int end = Math.min(at, json.length() - 1);
        out.append(json, from, end + 1);
        return end;
    }
}
