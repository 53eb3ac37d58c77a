package poolscope.demo;

/// The shapes in which the parts of the cloud say no; see *Errors* in api-notes.md. Where [#REQUEST_ID] stands, the
/// answer will bear its own request id.
final class DemoErrorBody {
    /// In the place of an id that is not known yet.
    static final String REQUEST_ID = "$request_id";

    static final String NO_SUCH_API = "The API does not exist or has not been published in the environment";

    private DemoErrorBody() {}

    static String gateway(String code, String message) {
        return DemoJson.object(json -> {
            json.writeStringField("error_msg", message);
            json.writeStringField("error_code", code);
            json.writeStringField("request_id", REQUEST_ID);
        });
    }

    static String modelArts(String code, String message) {
        return DemoJson.object(json -> {
            json.writeStringField("error_message", message);
            json.writeStringField("error_code", code);
        });
    }

    static String newerModelArts(String code, String message) {
        return DemoJson.object(json -> {
            json.writeStringField("error_msg", message);
            json.writeStringField("error_code", code);
        });
    }

    static String iam(int code, String message, String title) {
        return DemoJson.object(json -> {
            json.writeObjectFieldStart("error");
            json.writeNumberField("code", code);
            json.writeStringField("message", message);
            json.writeStringField("title", title);
            json.writeEndObject();
        });
    }

    static String html(int status, String title) {
        return "<html>\r\n<head><title>" + status + " " + title + "</title></head>\r\n<body>\r\n<center><h1>" + status
                + " " + title + "</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    }
}
