package poolscope.ui.about;

import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.Subscription;
import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.FolderOpenFailureText;
import poolscope.ui.text.Texts;

/// Version and licences, as one text that can be selected and copied.
public final class AboutController implements AutoCloseable {
    private final AboutModel about;
    private final Texts texts;
    private final Runnable close;

    private Subscription subscriptions = Subscription.EMPTY;

    @FXML
    private TextArea aboutText;
    @FXML
    private Label folderProblem;

    public AboutController(AboutModel about, Texts texts, Runnable close) {
        this.about = about;
        this.texts = texts;
        this.close = close;
    }

    @FXML
    private void initialize() {
        aboutText.setText(String.join("\n", lines()));
        showMessage("");
        subscriptions = about.folderOpener()
                .problemProperty()
                .subscribe((_, now) -> showMessage(now.map(new FolderOpenFailureText(texts)::textOf).orElse("")));
    }

    private void showMessage(String sentence) {
        folderProblem.setText(sentence);
        SceneNodeVisibility.show(folderProblem, !sentence.isEmpty());
    }

    @FXML
    private void openFolder() {
        about.openFolder();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        var buildInfo = about.buildInfo();
        lines.add(texts.format("about.version", buildInfo.version()));
        if (!buildInfo.commit().isEmpty() || !buildInfo.date().isEmpty())
            lines.add(texts.format("about.build", (buildInfo.commit() + " " + buildInfo.date()).strip()));
        lines.add(texts.format("about.java", about.javaVersion(), about.javafxVersion(), about.system()));
        lines.addAll(List.of("",
                buildInfo.licence().isEmpty()
                        ? texts.format("about.licence.none")
                        : texts.format("about.licence", buildInfo.licence())));
        lines.addAll(List.of("", texts.format("about.readOnly"), "", texts.format("about.folder", about.address()), "",
                texts.format("about.libraries")));
        for (var bundledLibrary : about.libraries())
            lines.add(texts.format("about.library", bundledLibrary.title(), bundledLibrary.licence()));
        return lines;
    }

    @FXML
    private void copy() {
        ClipboardText.put(aboutText, aboutText.getText());
    }

    @FXML
    private void done() {
        close.run();
    }

    @Override
    public void close() {
        subscriptions.unsubscribe();
        aboutText.clear();
    }
}
