package poolscope.connection;

import java.util.Optional;
import java.util.function.Function;

/// The result of validating a value that was typed or read from a file: the value, or its error.
public sealed interface ValidationResult<T> {

    /// The value is valid.
    record Accepted<T>(T value) implements ValidationResult<T> {}

    /// The value is invalid. It is not repeated here, because it may be a secret.
    record Refused<T>(ValidationError validationError) implements ValidationResult<T> {}

    static <T> ValidationResult<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> ValidationResult<T> refused(ValidationError validationError) {
        return new Refused<>(validationError);
    }

    /// Validates the accepted value further.
    default <R> ValidationResult<R> then(Function<? super T, ValidationResult<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(ValidationError validationError) -> refused(validationError);
        };
    }

    /// The error, empty when the value is valid.
    default Optional<ValidationError> error() {
        return switch (this) {
            case Accepted<T> _ -> Optional.empty();
            case Refused<T>(ValidationError validationError) -> Optional.of(validationError);
        };
    }

    /// The value, for callers that know it is valid.
    ///
    /// @throws IllegalArgumentException
    ///             names the error, never the value
    default T orThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(ValidationError validationError) ->
                throw new IllegalArgumentException(validationError.name());
        };
    }
}
