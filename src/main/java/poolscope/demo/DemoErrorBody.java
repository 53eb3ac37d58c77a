package poolscope.demo;

/// The error bodies of the parts of the cloud; see *Errors* in api-notes.md. [#REQUEST_ID] is replaced by the id of the
/// request when the response is sent.
final class DemoErrorBody {
    /// Placeholder of an id that is not known yet.
    static final String REQUEST_ID = "$request_id";

    static final String NO_SUCH_API = "The API does not exist or has not been published in the environment";

    private DemoErrorBody() {}

    static String gateway(String code, String message) {
        return DemoJsonBuilder.object(json -> {
            json.writeStringField("error_msg", message);
            json.writeStringField("error_code", code);
            json.writeStringField("request_id", REQUEST_ID);
        });
    }

    static String modelArts(String code, String message) {
        return DemoJsonBuilder.object(json -> {
            json.writeStringField("error_message", message);
            json.writeStringField("error_code", code);
        });
    }

    static String newerModelArts(String code, String message) {
        return DemoJsonBuilder.object(json -> {
            json.writeStringField("error_msg", message);
            json.writeStringField("error_code", code);
        });
    }
}
