package poolscope.ui.text;

import poolscope.live.FolderOpener;

/// Why a folder was not shown, and what to do, in words.
public final class FolderText {
    private final Texts texts;

    public FolderText(Texts texts) {
        this.texts = texts;
    }

    public String textOf(FolderOpener.Problem problem) {
        return texts.format("folder." + problem.why().name(), problem.folder(), problem.program());
    }
}
