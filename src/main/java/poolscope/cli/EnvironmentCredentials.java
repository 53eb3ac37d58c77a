package poolscope.cli;

import java.util.Map;
import java.util.Optional;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;
import poolscope.connection.ValidationResult;

/// Credentials from environment variables: never from an argument, which every user of the machine can see (P28).
///
/// The variables of the access key are those of Huawei's SDKs. A token is a variable of this program only, so it
/// takes precedence.
record EnvironmentCredentials(Map<String, String> environment) {
    /// What to do when there are no credentials.
    static final String HINT = "set POOLSCOPE_TOKEN, or HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, in the environment to sign in";
    private static final String TOKEN = "POOLSCOPE_TOKEN";
    private static final String ACCESS_KEY = "HUAWEICLOUD_SDK_AK";
    private static final String SECRET_KEY = "HUAWEICLOUD_SDK_SK";
    private static final String SECURITY_TOKEN = "HUAWEICLOUD_SDK_SECURITY_TOKEN";
    static final String CA_PASSWORD = "POOLSCOPE_CA_PASSWORD";

    /// @throws ExitException
    ///             when a variable is invalid
    Credentials read() throws ExitException {
        if (isSet(TOKEN)) return new Credentials.Token(secret(TOKEN));
        if (!isSet(ACCESS_KEY) && !isSet(SECRET_KEY)) return Credentials.NONE;
        requireOther(ACCESS_KEY, SECRET_KEY);
        requireOther(SECRET_KEY, ACCESS_KEY);
        var security = isSet(SECURITY_TOKEN) ? secret(SECURITY_TOKEN).reveal() : "";
        return Credentials.accessKey(secret(ACCESS_KEY).reveal(), secret(SECRET_KEY).reveal(), security).orThrow();
    }

    /// The password of the key store that `--ca` names; empty when the variable is not set.
    Optional<Secret> caFilePassword() {
        return Secret.ofPassword(value(CA_PASSWORD)) instanceof ValidationResult.Accepted<Secret>(Secret secret)
                ? Optional.of(secret)
                : Optional.empty();
    }

    private void requireOther(String one, String other) throws ExitException {
        if (isSet(one) && !isSet(other))
            throw new ExitException(ExitCode.USAGE,
                    "The environment has " + one + " but not " + other + ": an access key is both.");
    }

    private Secret secret(String variable) throws ExitException {
        return switch (Secret.ofHeader(value(variable))) {
            case ValidationResult.Accepted<Secret>(Secret secret) -> secret;
            case ValidationResult.Refused<Secret>(var validationError) -> throw new ExitException(ExitCode.USAGE,
                    "The environment variable " + variable + " " + ValidationText.of(validationError) + ".");
        };
    }

    private boolean isSet(String variable) {
        return !value(variable).isBlank();
    }

    private String value(String variable) {
        return environment.getOrDefault(variable, "");
    }
}
