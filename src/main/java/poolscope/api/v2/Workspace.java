package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;

/// A workspace of the project.
record Workspace(FieldValue id) {

    /// Reads one page of the workspaces.
    static V2ItemPage<Workspace> read(ApiResponse response) throws UnreadableResponseException {
        return V2ItemPageJson.read(response.body(), new ValueInterner(), "workspaces", Workspace::read);
    }

    private static Workspace read(JsonValueReader in) throws IOException {
        FieldValue id = FieldValue.ABSENT;
        while (in.nextField())
            if (in.name().equals("id")) id = in.key();
            else
                in.skip();
        return new Workspace(id);
    }
}
