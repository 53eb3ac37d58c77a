package poolscope.demo;

/// What the cloud asks of a caller before it answers.
public sealed interface AccessRequirement {
    /// Nothing: every request is answered.
    record Open() implements AccessRequirement {}

    /// Header `X-Auth-Token` with this value, or with one that `POST /v3/auth/tokens` gave out and that has
    /// not expired.
    record Token(String token) implements AccessRequirement {
        @Override
        public String toString() {
            return "Token[]";
        }
    }

    /// A signature `SDK-HMAC-SHA256` by this key pair; with a security token that is not empty, that header too,
    /// and signed.
    record Signature(String accessKey, String secretKey, String securityToken) implements AccessRequirement {
        @Override
        public String toString() {
            return "Signature[accessKey=" + accessKey + "]";
        }
    }

    static AccessRequirement open() {
        return new Open();
    }

    static AccessRequirement token(String token) {
        return new Token(token);
    }

    /// A permanent key pair.
    static AccessRequirement signature(String accessKey, String secretKey) {
        return new Signature(accessKey, secretKey, "");
    }
}
