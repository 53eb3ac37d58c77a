package poolscope.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import poolscope.fuzz.FuzzTarget;

/// A view that somebody sent: it is refused, or is written and opened again as it was.
public final class SharedViewFuzz implements FuzzTarget {
    private static final Path FILE = Samples.FOLDER.resolve("sent.rpview");

    @Override
    public List<byte[]> seeds() {
        return List.of(new SavedViewJson("opened", "").render(Optional.of(SavedViewsFolderTest.EVENING))
                .toString()
                .getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public void check(byte[] input) throws IOException {
        var file = new SharedViewFile(FILE, new MemoryDisk().with(FILE, input));
        if (!(file.read() instanceof SharedViewFile.Opened.Found(SavedView view))) return;
        file.write(view);
        assertThat(file.read()).isEqualTo(new SharedViewFile.Opened.Found(view.withPlace(0)));
    }
}
