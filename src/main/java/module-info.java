/// A desktop window onto the dedicated resource pools of ModelArts.
@org.jspecify.annotations.NullMarked
module poolscope {
    requires static org.jspecify;

    requires atlantafx.base;
    requires com.fasterxml.jackson.core;
    requires com.fasterxml.jackson.databind;
    requires de.siegmar.fastcsv;
    requires java.desktop;
    requires java.logging;
    requires java.net.http;
    requires javafx.controls;
    requires javafx.fxml;
    requires jdk.httpserver;
    requires org.controlsfx.controls;

    exports poolscope to javafx.graphics;
    opens poolscope.ui.about to javafx.fxml;
    opens poolscope.ui.changes to javafx.fxml;
    opens poolscope.ui.handover to javafx.fxml;
    opens poolscope.ui.commands to javafx.fxml;
    opens poolscope.ui.compare to javafx.fxml;
    opens poolscope.ui.connections to javafx.fxml;
    opens poolscope.ui.details to javafx.fxml;
    opens poolscope.ui.export to javafx.fxml;
    opens poolscope.ui.filter to javafx.fxml;
    opens poolscope.ui.fit to javafx.fxml;
    opens poolscope.ui.main to javafx.fxml;
    opens poolscope.ui.nodes to javafx.fxml;
    opens poolscope.ui.parts to javafx.fxml;
    opens poolscope.ui.savedviews to javafx.fxml;
    opens poolscope.ui.settings to javafx.fxml;
    opens poolscope.ui.summary to javafx.fxml;
    opens poolscope.ui.table to javafx.fxml;
    opens poolscope.ui.trends to javafx.fxml;
    opens poolscope.ui.values to javafx.fxml;
    opens poolscope.ui.watch to javafx.fxml;
    opens poolscope.ui.welcome to javafx.fxml;
}
