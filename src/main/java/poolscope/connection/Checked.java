package poolscope.connection;

import java.util.Optional;
import java.util.function.Function;

/// The outcome of checking something that a person typed or a file held: the value, or what is wrong with it.
public sealed interface Checked<T> {

    /// Nothing is wrong.
    record Accepted<T>(T value) implements Checked<T> {}

    /// Something is wrong. What was typed is not repeated here: it may be a secret.
    record Refused<T>(Flaw flaw) implements Checked<T> {}

    static <T> Checked<T> accepted(T value) {
        return new Accepted<>(value);
    }

    static <T> Checked<T> refused(Flaw flaw) {
        return new Refused<>(flaw);
    }

    /// The same check carried on with the accepted value.
    default <R> Checked<R> then(Function<? super T, Checked<R>> next) {
        return switch (this) {
            case Accepted<T>(T value) -> next.apply(value);
            case Refused<T>(Flaw flaw) -> refused(flaw);
        };
    }

    /// What is wrong, empty when nothing is.
    default Optional<Flaw> whatIsWrong() {
        return switch (this) {
            case Accepted<T> _ -> Optional.empty();
            case Refused<T>(Flaw flaw) -> Optional.of(flaw);
        };
    }

    /// The value, for callers that have made sure that it is right.
    ///
    /// @throws IllegalArgumentException
    ///             naming the flaw, never what was typed
    default T orThrow() {
        return switch (this) {
            case Accepted<T>(T value) -> value;
            case Refused<T>(Flaw flaw) -> throw new IllegalArgumentException(flaw.name());
        };
    }
}
