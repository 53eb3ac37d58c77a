package poolscope.cli;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import poolscope.settings.WindowAppearance.Language;

/// The option `--language` of the window and of the report.
final class LanguageOption {
    static final String NAME = "--language";
    static final List<Language> WITH_SYSTEM = List.of(Language.values());

    private LanguageOption() {}

    /// The choices as a sentence lists them: `a, b or c`.
    static String words(List<Language> choices) {
        var all = choices.stream().map(Language::word).toList();
        return all.subList(0, all.size() - 1).stream().collect(Collectors.joining(", ")) + " or " + all.getLast();
    }

    /// The language of the command line; empty when there is none.
    ///
    /// @throws UsageException
    ///             when the value is none of the choices
    static Optional<Language> of(CommandArguments commandArguments, List<Language> choices) throws UsageException {
        var typed = commandArguments.value(NAME);
        if (typed.isEmpty()) return Optional.empty();
        var found = choices.stream().filter(language -> language.word().equals(typed.get())).findFirst();
        if (found.isEmpty()) throw WindowOptions.other(NAME, words(choices), typed.get());
        return found;
    }
}
