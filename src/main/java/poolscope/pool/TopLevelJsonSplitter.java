package poolscope.pool;

import java.util.ArrayList;
import java.util.List;

/// Takes JSON text apart by one level without understanding it: what stands in it stays as it came. It is meant for
/// text that was read as JSON before; of other text it gives what it finds and never fails.
final class TopLevelJsonSplitter {
    private final String json;
    private int at;

    /// A member of an object, or, without a name, an element of an array.
    record Member(String name, String value) {}

    private TopLevelJsonSplitter(String json) {
        this.json = json;
    }

    /// The members of an object or the elements of an array, in their order; of anything else, nothing.
    static List<Member> of(String json) {
        return new TopLevelJsonSplitter(json.strip()).members();
    }

    private List<Member> members() {
        var members = new ArrayList<Member>();
        if (json.isEmpty() || json.charAt(0) != '{' && json.charAt(0) != '[') return members;
        boolean named = json.charAt(0) == '{';
        at = 1;
        while (at < json.length() - 1) {
            int from = at;
            var name = named ? name() : "";
            var value = value();
            if (!value.isEmpty()) members.add(new Member(name, value));
            if (at == from) break;
        }
        return members;
    }

    /// What stands before the colon, without its quotes.
    private String name() {
        int from = json.indexOf('"', at);
        if (from < 0) {
            at = json.length();
            return "";
        }
        int to = endOfString(from);
        int colon = json.indexOf(':', to);
        at = colon < 0 ? json.length() : colon + 1;
        return json.substring(from + 1, Math.max(from + 1, to - 1));
    }

    /// What stands before the comma, or before the end of the whole.
    private String value() {
        int from = at;
        int depth = 0;
        while (at < json.length()) {
            char c = json.charAt(at);
            if (c == '"') {
                at = endOfString(at);
                continue;
            }
            if (depth == 0 && (c == ',' || c == '}' || c == ']')) break;
            if (c == '{' || c == '[') depth++;
            if (c == '}' || c == ']') depth--;
            at++;
        }
        var value = json.substring(from, Math.min(at, json.length())).strip();
        at++;
        return value;
    }

    /// The place after a string's closing quote.
    private int endOfString(int from) {
        int end = from + 1;
        while (end < json.length() && json.charAt(end) != '"')
            end += json.charAt(end) == '\\' ? 2 : 1;
        return Math.min(end + 1, json.length());
    }
}
