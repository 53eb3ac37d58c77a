package poolscope.ui.text;

import poolscope.live.Folders;

/// Why a folder was not shown, and what to do, in words.
public final class FolderText {
    private final Texts texts;

    public FolderText(Texts texts) {
        this.texts = texts;
    }

    public String say(Folders.Problem problem) {
        return texts.say("folder." + problem.why().name(), problem.folder(), problem.program());
    }
}
