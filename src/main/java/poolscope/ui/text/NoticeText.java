package poolscope.ui.text;

import poolscope.settings.Notice;

/// What happened while the program's own files were read, in words.
public final class NoticeText {
    private final Texts texts;

    public NoticeText(Texts texts) {
        this.texts = texts;
    }

    /// One sentence; empty when there is nothing to tell.
    public String say(Notice notice) {
        return switch (notice) {
            case Notice.NoFile _ -> "";
            case Notice.SetAside(var copy, var damage) -> texts.say("notice.setAside", copy.toString(), lost(damage));
            case Notice.NotYetSetAside(var file, var damage) -> texts.say("notice.damaged", file.toString(), lost(damage));
            case Notice.Unreadable(var file, var obstacle) ->
                texts.say("notice.unreadable", file.toString(), texts.say("notice.obstacle." + obstacle.name()));
            case Notice.NewerVersion(var file, var version) -> texts.say("notice.newer", file.toString(), Inert.text(version));
            case Notice.FromBackup(var backup) -> texts.say("notice.backup", backup.toString());
            case Notice.ViewSkipped(var kept, var damage) -> texts.say("notice.view.skipped", kept.toString(), lost(damage));
            case Notice.ViewUnreadable(var file, var obstacle) ->
                texts.say("notice.view.unreadable", file.toString(), texts.say("notice.obstacle." + obstacle.name()));
            case Notice.ViewsUnreadable(var folder) -> texts.say("notice.views.unreadable", folder.toString());
            case Notice.ViewNotOpened(var file, var reason) ->
                texts.say("notice.view.notOpened", file.toString(), texts.say("notice.opened." + reason.name()));
            case Notice.NotSaved(var file, var why) ->
                texts.say("notice.notSaved", file.toString(), texts.say("notice.why." + why.name()));
            case Notice.SavedAgain(var file) -> texts.say("notice.savedAgain", file.toString());
            case Notice.ConnectionsUnknown(var view, var names) ->
                texts.say("notice.view.unknown", Inert.text(view), Inert.text(String.join(", ", names)));
        };
    }

    private static String lost(Notice.Damage damage) {
        return Inert.text(String.join(", ", damage.replaced()));
    }
}
