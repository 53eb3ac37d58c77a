package poolscope.connection;

import java.util.Optional;
import java.util.function.Function;

/// The outcome of checking something that a person typed or a file held: the value, or what is wrong with it.
public sealed interface Validated<T> {

    /// Nothing is wrong.
    record Accepted<T>(T value) implements Validated<T> {}

    /// Something is wrong. What was typed is not repeated here: it may be a secret.
    record Refused<T>(ValidationError validationError) implements Validated<T> {}

    static <T> Validated<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Validated<T> refused(ValidationError validationError) {
        return new Refused<>(validationError);
    }

    /// The same check carried on with the accepted value.
    default <R> Validated<R> then(Function<? super T, Validated<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(ValidationError validationError) -> refused(validationError);
        };
    }

    /// What is wrong, empty when nothing is.
    default Optional<ValidationError> whatIsWrong() {
        return switch (this) {
            case Accepted<T> _ -> Optional.empty();
            case Refused<T>(ValidationError validationError) -> Optional.of(validationError);
        };
    }

    /// The value, for callers that have made sure that it is right.
    ///
    /// @throws IllegalArgumentException
    ///             naming the flaw, never what was typed
    default T orThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(ValidationError validationError) ->
                throw new IllegalArgumentException(validationError.name());
        };
    }
}
