package poolscope.api;

import java.util.Map;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;

/// Who asks a service.
///
/// @param signer
///            puts that into a request
/// @param sent
///            what that is
/// @param who
///            under which name refusals count
/// @param redaction
///            takes out of answers what must not be seen
record Caller(RequestSigner signer, SentCredentials sent, Who who, Redaction redaction) implements AutoCloseable {

    /// Who asks the service of a connection.
    static Caller of(Approach approach, Surroundings surroundings) {
        var redaction = Redaction.of(approach.credentials(), approach.way());
        String project = approach.connection().projectId();
        RequestSigner signer = switch (approach.credentials()) {
            case Credentials.None _ -> (_, _, _) -> Map.of();
            case Credentials.Token(Secret token) -> token(token);
            case Credentials.AccessKey key -> new AkSkSigner(key, project);
            case Credentials.Password user ->
                new PasswordSigner(TokenPost.forProject(user, project), approach.way(), redaction, surroundings);
        };
        return new Caller(signer, SentCredentials.of(approach.credentials()),
                Who.of(approach.credentials(), approach.connection()), redaction);
    }

    /// Who asks IAM, when no project is known yet.
    static Caller ofIam(Credentials credentials, Way way, Surroundings surroundings) {
        var redaction = Redaction.of(credentials, way);
        RequestSigner signer = switch (credentials) {
            case Credentials.None _ -> (_, _, _) -> Map.of();
            case Credentials.Token(Secret token) -> token(token);
            case Credentials.AccessKey key -> new AkSkSigner(key, "");
            case Credentials.Password user -> new PasswordSigner(TokenPost.forDomain(user), way, redaction, surroundings);
        };
        return new Caller(signer, SentCredentials.of(credentials), Who.ofDomain(credentials), redaction);
    }

    private static RequestSigner token(Secret token) {
        return (_, _, _) -> Map.of("x-auth-token", token.reveal());
    }

    @Override
    public void close() {
        signer.close();
    }
}
