package poolscope.pool.filter;

/// The language in which a filter is written out. Both are read, whichever is written.
public enum FilterKeywordLanguage {
    /// The canonical one, as files keep it.
    ENGLISH,
    /// Names of fields, statuses, keywords and units as a Chinese window shows them.
    CHINESE;

    /// The language of what was typed: Chinese as soon as there is a Chinese character.
    public static FilterKeywordLanguage of(String typed) {
        return PinyinInitialFinder.isChinese(typed) ? CHINESE : ENGLISH;
    }
}
