package poolscope.cli;

import poolscope.api.Failure;

/// What to do when a secret of a saved connection is unavailable: the end of a sentence.
final class MissingSecretHint {
    /// The window can ask for the secret.
    static final String WINDOW = "edit it in the window";
    private static final String OTHERWISE = "; or name the service with --endpoint and --project, to sign in with POOLSCOPE_TOKEN, or "
            + "HUAWEICLOUD_SDK_AK and HUAWEICLOUD_SDK_SK, of the environment, which a saved connection never uses";

    private MissingSecretHint() {}

    static String of(Failure.SecretUnavailable.Cause cause) {
        return switch (cause) {
            case NOT_KEPT, DAMAGED -> "enter it again in the window and have it remembered";
            case STORE_ABSENT -> "run this where the key store of the desktop session can be reached";
            case STORE_LOCKED, STORE_SLOW -> "unlock the key store";
            case STORE_DENIED -> "allow it in the key store";
            case STORE_BROKEN -> "look after the key store";
        } + OTHERWISE;
    }
}
