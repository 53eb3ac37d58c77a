package poolscope.ui.text;

import java.util.Optional;
import poolscope.connection.ColourTag;
import poolscope.connection.Flaw;
import poolscope.connection.FoundCredentials;
import poolscope.connection.SecretStore;

/// The words of the connection form that depend on something.
public final class FormText {
    private final Texts texts;

    public FormText(Texts texts) {
        this.texts = texts;
    }

    public String flaw(Flaw flaw) {
        return texts.say("flaw." + flaw.name());
    }

    public String colour(ColourTag colour) {
        return texts.say("connections.colour." + colour.name());
    }

    public String remember(SecretStore.Kind kind) {
        return texts.say("form.remember." + kind.name());
    }

    /// Where credentials were found, without saying what they are.
    public String where(FoundCredentials.Where where) {
        return switch (where) {
            case FoundCredentials.Where.Environment(var prefix) -> texts.say("form.found.environment", prefix);
            case FoundCredentials.Where.CredentialsFile(var file, var section) ->
                texts.say("form.found.file", file.toString(), section);
            case FoundCredentials.Where.Profile(var file, var profile) ->
                texts.say("form.found.profile", file.toString(), Inert.text(profile));
        };
    }

    /// Why what was found can't be used; empty when it can.
    public Optional<String> trouble(FoundCredentials.Finding finding) {
        return switch (finding) {
            case FoundCredentials.Finding.Usable _ -> Optional.empty();
            case FoundCredentials.Finding.Unusable(var where, var flaw) ->
                Optional.of(texts.say("form.found.unusable", where(where), flaw(flaw)));
            case FoundCredentials.Finding.Encrypted(var where) -> Optional.of(texts.say("form.found.encrypted", where(where)));
            case FoundCredentials.Finding.Unreadable(var file) ->
                Optional.of(texts.say("form.found.unreadable", file.toString()));
            case FoundCredentials.Finding.BrokenLine(var file, var line) ->
                Optional.of(texts.say("form.found.brokenLine", file.toString(), line));
        };
    }
}
