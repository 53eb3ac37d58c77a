package poolscope.ui.main;

import java.util.Locale;
import javafx.fxml.FXML;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import poolscope.ui.parts.ChineseGlyphCheck;
import poolscope.ui.parts.SceneNodeVisibility;
import poolscope.ui.text.Texts;

/// Says in English which package to install when the window speaks Chinese and no font of the computer can draw it.
public final class MissingFontNoticeController implements AutoCloseable {
    private final Texts texts;
    private final ChineseGlyphCheck chineseGlyphCheck;
    private final Runnable useEnglish;

    @FXML
    private HBox missingFont;
    @FXML
    private Label missingFontSentence;
    @FXML
    private Hyperlink useEnglishLink;

    /// @param useEnglish
    ///            changes the language of the window
    public MissingFontNoticeController(Texts texts, ChineseGlyphCheck chineseGlyphCheck, Runnable useEnglish) {
        this.texts = texts;
        this.chineseGlyphCheck = chineseGlyphCheck;
        this.useEnglish = useEnglish;
    }

    @FXML
    private void initialize() {
        var isChinese = texts.locale().getLanguage().equals(Locale.CHINESE.getLanguage());
        boolean isMissing = isChinese && !chineseGlyphCheck.canDrawChinese();
        SceneNodeVisibility.show(missingFont, isMissing);
        if (!isMissing) return;
        var english = Texts.of(Locale.ENGLISH);
        missingFontSentence.setText(english.format("font.missing"));
        useEnglishLink.setText(english.format("font.useEnglish"));
    }

    @FXML
    private void useEnglish() {
        useEnglish.run();
    }

    @Override
    public void close() {
        // holds nothing
    }
}
