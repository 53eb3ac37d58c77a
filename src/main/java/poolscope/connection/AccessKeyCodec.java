package poolscope.connection;

import java.util.List;
import java.util.Optional;

/// Stores an access key as one secret: access key, secret key and, for temporary keys, the security token, one per
/// line. None of them can contain a line break ([Secret#ofHeader]).
final class AccessKeyCodec {
    private AccessKeyCodec() {}

    static Secret of(Credentials.AccessKey key) {
        String pair = key.accessKey() + "\n" + key.secretKey().reveal();
        return Secret.ofPassword(key.securityToken().map(token -> pair + "\n" + token.reveal()).orElse(pair)).orThrow();
    }

    /// The access key; refused when a part is missing.
    ///
    /// @param temporary
    ///            whether it has a security token
    static ValidationResult<Credentials> parse(Secret text, boolean temporary) {
        List<String> lines = text.reveal().lines().toList();
        if (lines.size() < (temporary ? 3 : 2)) return ValidationResult.refused(ValidationError.SECRET_EMPTY);
        Optional<String> token = lines.stream().skip(2).findFirst();
        return Credentials.accessKey(lines.get(0), lines.get(1), token.orElse(""));
    }
}
