package poolscope.ui.text;

import poolscope.pool.ExternalTextCleaner;
import poolscope.settings.FileNotice;

/// Formats notices about reading and writing the program's own files.
public final class ProgramFileNoticeText {
    private final Texts texts;

    public ProgramFileNoticeText(Texts texts) {
        this.texts = texts;
    }

    /// One sentence; empty when there is nothing to report.
    public String textOf(FileNotice fileNotice) {
        return switch (fileNotice) {
            case FileNotice.NoFile _ -> "";
            case FileNotice.SetAside(var copy, var damage) ->
                texts.format(damage.broken() ? "notice.unusable" : "notice.setAside", copy.toString(), lost(damage));
            case FileNotice.NotYetSetAside(var file, var damage) -> texts
                    .format(damage.broken() ? "notice.unusable.here" : "notice.damaged", file.toString(), lost(damage));
            case FileNotice.Unreadable(var file, var obstacle) ->
                texts.format("notice.unreadable", file.toString(), texts.format("notice.obstacle." + obstacle.name()));
            case FileNotice.NewerVersion(var file, var version) ->
                texts.format("notice.newer", file.toString(), ExternalTextCleaner.of(version));
            case FileNotice.FromBackup(var backup) -> texts.format("notice.backup", backup.toString());
            case FileNotice.ViewSkipped(var kept, var damage) ->
                texts.format("notice.view.skipped", kept.toString(), lost(damage));
            case FileNotice.ViewUnreadable(var file, var obstacle) -> texts.format("notice.view.unreadable",
                    file.toString(), texts.format("notice.obstacle." + obstacle.name()));
            case FileNotice.ViewsUnreadable(var folder) -> texts.format("notice.views.unreadable", folder.toString());
            case FileNotice.ViewNotOpened(var file, var reason) ->
                texts.format("notice.view.notOpened", file.toString(), texts.format("notice.opened." + reason.name()));
            case FileNotice.NotSaved(var file, var why, var isHistory) ->
                texts.format(isHistory ? "notice.history.notSaved" : "notice.notSaved", file.toString(),
                        texts.format("notice.why." + why.name()));
            case FileNotice.HistoryDamaged(var copy) -> texts.format("notice.history.damaged", copy.toString());
            case FileNotice.HistoryNotDeleted(var folder) ->
                texts.format("notice.history.notDeleted", folder.toString());
            case FileNotice.HistoryWrittenAgain(var folder) ->
                texts.format("notice.history.writtenAgain", folder.toString());
            case FileNotice.SavedAgain(var file) -> texts.format("notice.savedAgain", file.toString());
            case FileNotice.ConnectionsUnknown(var view, var names) ->
                texts.format("notice.view.unknown", ExternalTextCleaner.of(view),
                        ExternalTextCleaner.of(String.join(texts.format("list.join"), names)));
        };
    }

    /// A file that could not be saved when the window is to be closed, and why.
    public String unsaved(FileNotice.NotSaved one) {
        return texts.format(one.isHistory() ? "unsaved.history" : "unsaved.file", one.file().toString(),
                texts.format("notice.why." + one.why().name()));
    }

    private String lost(FileNotice.Damage damage) {
        return ExternalTextCleaner.of(String.join(texts.format("list.join"), damage.replaced()));
    }
}
