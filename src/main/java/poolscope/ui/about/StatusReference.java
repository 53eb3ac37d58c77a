package poolscope.ui.about;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import poolscope.pool.PoolStatus;
import poolscope.ui.parts.StatusIcon;
import poolscope.ui.text.Texts;
import poolscope.ui.text.TextsInAllLanguages;

/// The statuses of pools in the reference: mark, names in every language, and meaning.
final class StatusReference {
    private static final List<PoolStatus> DOCUMENTED = Stream
            .concat(Stream.of("running", "deploying", "concerning", "abnormal").map(PoolStatus::of),
                    Stream.of(PoolStatus.DELETING, PoolStatus.WAITING))
            .toList();
    private static final PoolStatus ANY_OTHER = PoolStatus.of("…");

    private final Texts texts;
    private final TextsInAllLanguages allLanguages;

    StatusReference(Texts texts) {
        this.texts = texts;
        allLanguages = new TextsInAllLanguages(texts);
    }

    ReferenceSection section() {
        return new ReferenceSection(texts.format("fields.statuses"), Stream.concat(DOCUMENTED.stream()
                .map(status -> entry(status, allLanguages.oneLine(words -> words.format("status." + status.word())),
                        texts.format("status." + status.word() + ".meaning"))),
                Stream.of(entry(ANY_OTHER, texts.format("fields.statuses.other"),
                        texts.format("fields.statuses.other.meaning"))))
                .toList());
    }

    private static ReferenceEntry entry(PoolStatus status, String name, String meaning) {
        return new ReferenceEntry(Optional.empty(), List.of(name, meaning), () -> ReferenceEntryView
                .entry("reference-entry", head(status, name), List.of(meaning), name + "\n" + meaning));
    }

    private static Node head(PoolStatus status, String name) {
        var head = new HBox(StatusIcon.of(status), ReferenceEntryView.title(name, "status-title"));
        head.getStyleClass().add("status-head");
        return head;
    }
}
