package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;

/// A workspace of the project.
record Workspace(FieldValue id, FieldValue name) {
    /// The id of the workspace that a project has from its beginning (api-notes.md). The program has its own word for
    /// it, in the language of the window.
    private static final String DEFAULT_ID = "0";

    /// Reads one page of the workspaces.
    static V2ItemPage<Workspace> read(ApiResponse response) throws UnreadableResponseException {
        return V2ItemPageJson.read(response.body(), new ValueInterner(), "workspaces", Workspace::read);
    }

    private static Workspace read(JsonValueReader in) throws IOException {
        FieldValue id = FieldValue.ABSENT;
        FieldValue name = FieldValue.ABSENT;
        while (in.nextField())
            switch (in.name()) {
                case "id" -> id = in.key();
                case "name" -> name = in.key();
                default -> in.skip();
            }
        return new Workspace(id, name);
    }

    /// Its name with its id, because two projects may use the same name; the id alone when it has no name.
    FieldValue named() {
        boolean hasName = id instanceof FieldValue.Text(String key) && !key.equals(DEFAULT_ID)
                && name instanceof FieldValue.Text(String text) && !text.isBlank() && !text.equals(key);
        return hasName ? FieldValue.text(name.asText("").strip() + " (" + id.asText("") + ")") : id;
    }
}
