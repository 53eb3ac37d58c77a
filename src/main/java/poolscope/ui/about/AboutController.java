package poolscope.ui.about;

import poolscope.ui.parts.ClipboardText;
import poolscope.ui.parts.Parts;
import java.util.ArrayList;
import java.util.List;
import javafx.fxml.FXML;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.util.Subscription;
import poolscope.ui.text.FolderText;
import poolscope.ui.text.Texts;

/// What the program is, as one text that can be selected and copied.
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
        tell("");
        subscriptions = about.folders().problemProperty()
                .subscribe((_, now) -> tell(now.map(new FolderText(texts)::say).orElse("")));
    }

    private void tell(String sentence) {
        folderProblem.setText(sentence);
        Parts.show(folderProblem, !sentence.isEmpty());
    }

    @FXML
    private void openFolder() {
        about.openFolder();
    }

    private List<String> lines() {
        var lines = new ArrayList<String>();
        var build = about.build();
        lines.add(texts.say("about.version", build.version()));
        if (!build.commit().isEmpty() || !build.date().isEmpty())
            lines.add(texts.say("about.build", (build.commit() + " " + build.date()).strip()));
        lines.add(texts.say("about.java", about.javaVersion(), about.javafxVersion(), about.system()));
        lines.addAll(List.of("", texts.say("about.readOnly"), "", texts.say("about.folder", about.address()), "",
                texts.say("about.libraries")));
        for (var library : about.libraries())
            lines.add(texts.say("about.library", library.title(), library.licence()));
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
