package poolscope.api.signin;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import poolscope.api.ApiException;
import poolscope.api.Failure;
import poolscope.api.FailureDetails;
import poolscope.api.http.ApiResponse;
import poolscope.api.http.ErrorResponseFailureReader;
import poolscope.api.http.ErrorResponseHeaderReader;
import poolscope.api.http.HttpTransport;
import poolscope.api.http.SecretRedaction;
import poolscope.api.http.SentCredentialsKind;
import poolscope.api.json.ErrorResponseBody;
import poolscope.api.json.StrictJsonParser;
import poolscope.connection.Credentials;
import poolscope.connection.Secret;

/// The only request of this program that is not a `GET`: requests a token for a password from IAM (*Signing in* 1 in
/// api-notes.md). Never retried automatically: each wrong password counts.
///
/// @param user
///            user, password and domain
/// @param projectId
///            the project the token is for; empty for the whole domain
public record TokenRequest(Credentials.Password user, Optional<String> projectId) {
    private static final String PATH = "/v3/auth/tokens";
    private static final int CREATED = 201;

    /// An issued token.
    ///
    /// @param life
    ///            from its issue to its end by IAM's own clock; empty when IAM sent no end
    record IssuedToken(Secret token, Optional<Duration> life) {}

    static TokenRequest forProject(Credentials.Password user, String projectId) {
        return new TokenRequest(user, Optional.of(projectId));
    }

    static TokenRequest forDomain(Credentials.Password user) {
        return new TokenRequest(user, Optional.empty());
    }

    /// Signs in.
    ///
    /// @throws ApiException
    ///             refused, or no token came
    IssuedToken send(HttpTransport transport, SecretRedaction secretRedaction, Duration timeout)
            throws ApiException, InterruptedException {
        var uri = URI.create(user.iam() + PATH + "?nocatalog=true");
        var request = HttpRequest.newBuilder(uri)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body()))
                .setHeader("content-type", "application/json")
                .setHeader("accept", "application/json");
        var apiResponse = transport.send(request, requestLine(), timeout);
        var errorResponseFailureReader = new ErrorResponseFailureReader(secretRedaction, SentCredentialsKind.PASSWORD);
        if (apiResponse.status() != CREATED)
            throw new ApiException(errorResponseFailureReader.of(requestLine(), apiResponse));
        if (Secret.ofHeader(apiResponse.header(
                "x-subject-token")) instanceof poolscope.connection.ValidationResult.Accepted<Secret>(Secret token))
            return new IssuedToken(token, life(apiResponse));
        throw new ApiException(new Failure.UnreadableAnswer(Failure.UnreadableAnswer.Cause.WRONG_SHAPE,
                errorResponseFailureReader.failureDetails(requestLine(), apiResponse, ErrorResponseBody.NONE)
                        .withDetail("X-Subject-Token")));
    }

    FailureDetails.RequestLine requestLine() {
        return new FailureDetails.RequestLine("POST", user.iam().getRawAuthority(), PATH);
    }

    private byte[] body() {
        var bytes = new ByteArrayOutputStream();
        try (var json = StrictJsonParser.FACTORY.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeObjectFieldStart("auth");
            identity(json);
            scope(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void identity(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("identity");
        json.writeArrayFieldStart("methods");
        json.writeString("password");
        json.writeEndArray();
        json.writeObjectFieldStart("password");
        json.writeObjectFieldStart("user");
        json.writeObjectFieldStart("domain");
        json.writeStringField("name", user.domain());
        json.writeEndObject();
        json.writeStringField("name", user.user());
        json.writeStringField("password", user.password().reveal());
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void scope(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("scope");
        json.writeObjectFieldStart(projectId.isPresent() ? "project" : "domain");
        json.writeStringField(projectId.isPresent() ? "id" : "name", projectId.orElse(user.domain()));
    }

    /// Both times are IAM's, so that the local clock doesn't matter (P24); `Date` is used when the issue time
    /// is missing.
    public static Optional<Duration> life(ApiResponse apiResponse) {
        var token = StrictJsonParser.object(apiResponse.body()).orElseGet(MissingNode::getInstance).path("token");
        var skew = ErrorResponseHeaderReader.clockSkew(apiResponse.header("date"), apiResponse.at())
                .orElse(Duration.ZERO);
        var issued = time(token.path("issued_at").asText()).orElse(apiResponse.at().plus(skew));
        return time(token.path("expires_at").asText()).map(end -> Duration.between(issued, end))
                .filter(Duration::isPositive);
    }

    /// RFC 3339 with any number of fraction digits, with or without `Z`; empty otherwise.
    static Optional<Instant> time(String sent) {
        try {
            String text = sent.strip();
            String local = text.endsWith("Z") ? text.substring(0, text.length() - 1) : text;
            return Optional
                    .of(LocalDateTime.parse(local, DateTimeFormatter.ISO_LOCAL_DATE_TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
