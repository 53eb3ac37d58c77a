package poolscope.ui.connections;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import poolscope.connection.CredentialDiscovery;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.ConnectionFormText;
import poolscope.ui.text.Texts;

/// Offers the credentials that were found on this computer: one link each, which fills the form and saves nothing yet.
/// What can't be used is named, so that nobody wonders where it is.
final class FoundCredentialsLinks {
    private final VBox box;
    private final Texts texts;
    private final ConnectionFormText words;
    private final Consumer<CredentialDiscovery.Finding.Usable> use;

    /// @param box
    ///            holds the links
    /// @param use
    ///            fills the form
    FoundCredentialsLinks(VBox box, Texts texts, Consumer<CredentialDiscovery.Finding.Usable> use) {
        this.box = box;
        this.texts = texts;
        this.use = use;
        words = new ConnectionFormText(texts);
    }

    void show(List<CredentialDiscovery.Finding> findings) {
        for (var each : findings) {
            words.trouble(each).map(Label::new).ifPresent(this::addTrouble);
            if (!(each instanceof CredentialDiscovery.Finding.Usable finding)) continue;
            var link = new Hyperlink(texts.format("form.found", words.where(finding.location())));
            link.setOnAction(_ -> use.accept(finding));
            box.getChildren().add(link);
        }
        SceneNodeVisibility.show(box, !box.getChildren().isEmpty());
    }

    private void addTrouble(Label trouble) {
        trouble.setWrapText(true);
        box.getChildren().add(trouble);
    }
}
