package poolscope.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;

/// Responses of a cloud that does not change, as bytes: each is made once, and sent as it is to every later request of
/// the same address, also by other clouds of the same settings. What is measured in this process is not the making of
/// responses then. All methods may be called from any thread.
public final class StoredResponses {
    private final Map<String, DemoResponse> responses = new ConcurrentHashMap<>();
    private final List<String> madeLate = new CopyOnWriteArrayList<>();
    private volatile boolean isComplete;

    DemoResponse of(DemoRequest request, Supplier<DemoResponse> made) {
        var address = request.method() + " " + request.path() + "?" + request.query();
        return responses.computeIfAbsent(address, _ -> {
            if (isComplete) madeLate.add(address);
            var response = made.get();
            try {
                return response.with(response.bytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /// All responses that will be requested are expected to be there.
    public void complete() {
        isComplete = true;
    }

    /// The addresses whose responses were made after [#complete]; empty when there are none.
    public List<String> madeLate() {
        return List.copyOf(madeLate);
    }
}
