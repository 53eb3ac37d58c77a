package poolscope.cli;

import poolscope.connection.ValidationError;

/// Why a typed value is invalid: the rest of a sentence that begins with the value's name.
final class ValidationText {
    private ValidationText() {}

    static String of(ValidationError validationError) {
        return switch (validationError) {
            case NAME_EMPTY, ENDPOINT_EMPTY, PROJECT_ID_EMPTY, SECRET_EMPTY, TOKEN_EMPTY, ACCESS_KEY_EMPTY,
                    SECRET_KEY_EMPTY, ACCOUNT_EMPTY, PASSWORD_EMPTY ->
                "is empty";
            case ENDPOINT_MALFORMED -> "is not an address such as https://modelarts.cn-north-4.myhuaweicloud.com";
            case ENDPOINT_SCHEME_UNKNOWN -> "begins with neither https:// nor http://";
            case ENDPOINT_NOT_ENCRYPTED -> "is plain http, which is spoken with this machine only; use https://";
            case ENDPOINT_WITH_USER -> "has a user in it, behind which the real host can hide";
            case ENDPOINT_WITH_PATH -> "has a path; it is a host, and the program adds the path itself";
            case ENDPOINT_WITH_QUERY -> "has a query or fragment; it is a host and nothing more";
            case ENDPOINT_HOST_NOT_ASCII -> "has letters beyond ASCII, which may look like others";
            case ENDPOINT_PORT_OUT_OF_RANGE -> "has a port that is not 1 to 65535";
            case PROJECT_ID_MALFORMED -> "is not 1 to 64 letters, digits and hyphens";
            case SECRET_BROKEN -> "has a blank, line break or control character inside";
            case SECRET_NOT_ASCII -> "has quotes or characters beyond ASCII";
            case SECRET_OF_OTHER_ENDPOINT -> "was entered for another endpoint";
            case SECRET_TOO_LONG -> "is longer than 32 KiB: was it pasted twice?";
            case NAME_TAKEN -> "is the name of another connection";
            case NAME_UNSHOWABLE -> "is longer than 200 characters or has control characters";
            case USER_EMPTY -> "is empty";
            case USER_MALFORMED -> "is too long or has control characters";
            case PROXY_MALFORMED -> "is not host:port";
            case PROXY_PORT_OUT_OF_RANGE -> "has a port that is not 1 to 65535";
            case NO_PROXY_MALFORMED -> "is no list of hosts, addresses and ranges";
            case CA_FILE_MALFORMED -> "is not an absolute path";
            case PAGE_SIZE_OUT_OF_RANGE -> "is not 1 to 1000";
            case REFRESH_OUT_OF_RANGE -> "is not between 5 seconds and a day";
        };
    }
}
