package poolscope.ui.parts;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// A value that is created once, on first use. For the FX thread.
public final class LazilyMadeValue<T> implements Supplier<T> {
    private final Supplier<T> make;
    private @Nullable T made;

    public LazilyMadeValue(Supplier<T> make) {
        this.make = make;
    }

    @Override
    public T get() {
        var now = made == null ? make.get() : made;
        made = now;
        return now;
    }
}
