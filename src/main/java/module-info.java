/// A desktop window onto the dedicated resource pools of ModelArts.
@org.jspecify.annotations.NullMarked module poolscope {
    requires static org.jspecify;
    requires javafx.controls;
    requires javafx.fxml;
    requires org.controlsfx.controls;
    requires atlantafx.base;
    requires com.fasterxml.jackson.databind;
    requires java.net.http;
    requires jdk.httpserver;
    requires info.picocli;
}
