package poolscope.demo;

/// Error bodies that only faults and sign-in send.
final class TestErrorBody {
    private TestErrorBody() {}

    static String iam(int code, String message, String title) {
        return DemoJsonBuilder.object(json -> {
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
