package poolscope.connection;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A system's store that holds little in one item and can be locked, denied or gone.
final class MemoryItems implements NativeSecretBackend {
    final Map<String, byte[]> contents = new TreeMap<>();
    final List<String> calls = new ArrayList<>();
    Optional<SecretStoreFailure> failure = Optional.empty();
    int worksFor = Integer.MAX_VALUE;

    @Override
    public int capacity() {
        return 50;
    }

    @Override
    public Item read(String name) {
        Optional<SecretStoreFailure> failed = call("read " + name);
        if (failed.isPresent()) return new Item.Failed(failed.get());
        byte[] content = contents.get(name);
        return content == null ? NOTHING : new Item.Found(content);
    }

    @Override
    public Optional<SecretStoreFailure> write(String name, byte[] content) {
        if (content.length > capacity()) throw new AssertionError(content.length + " bytes in one item");
        Optional<SecretStoreFailure> failed = call("write " + name);
        if (failed.isEmpty()) contents.put(name, content.clone());
        return failed;
    }

    @Override
    public Optional<SecretStoreFailure> delete(String name) {
        Optional<SecretStoreFailure> failed = call("delete " + name);
        if (failed.isEmpty()) contents.remove(name);
        return failed;
    }

    private Optional<SecretStoreFailure> call(String what) {
        calls.add(what);
        return worksFor-- > 0 ? Optional.empty() : failure;
    }
}
