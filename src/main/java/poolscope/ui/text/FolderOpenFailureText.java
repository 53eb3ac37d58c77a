package poolscope.ui.text;

import poolscope.live.FolderOpener;

/// Formats why a folder could not be opened, and what to do.
public final class FolderOpenFailureText {
    private final Texts texts;

    public FolderOpenFailureText(Texts texts) {
        this.texts = texts;
    }

    public String textOf(FolderOpener.Problem problem) {
        return texts.format("folder." + problem.why().name(), problem.folder(), problem.program());
    }
}
