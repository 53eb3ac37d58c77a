package poolscope.ui.text;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import poolscope.history.KnownPoolsAtTime;
import poolscope.history.SnapshotFile;
import poolscope.history.SnapshotNotOpenedException;
import poolscope.live.changes.SnapshotComparisonCoverage;
import poolscope.live.changes.SnapshotComparisonCoverage.Reason;
import poolscope.pool.ExternalTextCleaner;

/// Formats what is to be known of a snapshot that is shown, and why one could not be opened.
public final class SnapshotText {
    /// Connections that are named with their times; of more, only the number and the oldest time are given.
    private static final int MOST_NAMED = 4;

    private final Texts texts;
    private final TimeText times;

    public SnapshotText(Texts texts, TimeText times) {
        this.texts = texts;
        this.times = times;
    }

    /// Which file is being opened.
    public String reading(SnapshotFile file) {
        return texts.format("snapshot.reading", name(file));
    }

    /// Which file is being opened.
    ///
    /// @param file
    ///            its path
    public String reading(String file) {
        return texts.format("snapshot.reading", ExternalTextCleaner.of(file));
    }

    /// Whose pools are shown: of which file, from which connections, and when they were read.
    ///
    /// @param moment
    ///            that is shown of the file
    public String mark(SnapshotFile file, Instant moment, List<KnownPoolsAtTime> lists) {
        var name = name(file);
        return file.moments().size() > 1
                ? texts.format("snapshot.mark.moment", name, times.moment(moment), lists(lists))
                : texts.format("snapshot.mark", name, lists(lists));
    }

    /// What is missing, and what the file is not used for.
    ///
    /// @param unknown
    ///            the names of connections of which the file has nothing of that moment
    public String remarks(SnapshotFile file, List<KnownPoolsAtTime> lists, List<String> unknown) {
        return Stream
                .of(missing(file), unknown(unknown), incomplete(lists), narrowed(lists),
                        texts.format("snapshot.readOnly"), texts.format("moment.ofNow"))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(texts.format("sentence.join")));
    }

    /// With which file the pools are compared, which connections are not, and what a file is not used for.
    public String comparedWith(SnapshotComparisonCoverage file) {
        var read = file.comparison().file();
        return Stream
                .concat(Stream.of(texts.format("snapshot.base", ExternalTextCleaner.of(read.path().toString()),
                        compared(file.compared())), missing(read), notWhole(file.compared())),
                        Stream.concat(Arrays.stream(Reason.values()).map(reason -> notCompared(file, reason)),
                                Stream.of(texts.format("snapshot.base.readOnly"))))
                .filter(sentence -> !sentence.isEmpty())
                .collect(Collectors.joining(texts.format("sentence.join")));
    }

    private String compared(List<SnapshotComparisonCoverage.Compared> compared) {
        if (compared.isEmpty()) return texts.format("snapshot.base.none");
        if (compared.size() > MOST_NAMED) {
            var oldest = compared.stream()
                    .map(SnapshotComparisonCoverage.Compared::readAt)
                    .min(Instant::compareTo)
                    .orElse(Instant.EPOCH);
            return texts.format("snapshot.lists", compared.size(), times.moment(oldest));
        }
        return joined(compared.stream().map(this::compared).toList());
    }

    private String compared(SnapshotComparisonCoverage.Compared one) {
        var at = times.moment(one.readAt());
        return one.inFile().equals(one.connection())
                ? texts.format("snapshot.list", one.connection(), at)
                : texts.format("snapshot.base.list", one.connection(), one.inFile(), at);
    }

    private String notWhole(List<SnapshotComparisonCoverage.Compared> compared) {
        var names = compared.stream()
                .filter(one -> !one.isWhole())
                .map(SnapshotComparisonCoverage.Compared::connection)
                .toList();
        return names.isEmpty() ? "" : texts.format("snapshot.base.notWhole", joined(names));
    }

    private String notCompared(SnapshotComparisonCoverage file, Reason reason) {
        var names = file.notCompared()
                .stream()
                .filter(one -> one.reason() == reason)
                .map(SnapshotComparisonCoverage.NotCompared::connection)
                .toList();
        return names.isEmpty() ? "" : texts.format("snapshot.base." + reason.name(), joined(names));
    }

    /// Why pools are not compared with a file that could be read, and what to do.
    ///
    /// @param connections
    ///            the names of those that the file has
    public String nothingInCommon(String file, List<String> connections) {
        return texts.format("snapshot.base.nothingInCommon", ExternalTextCleaner.of(file), joined(connections));
    }

    private String lists(List<KnownPoolsAtTime> lists) {
        if (lists.size() > MOST_NAMED) {
            var oldest = lists.stream().map(KnownPoolsAtTime::readAt).min(Instant::compareTo).orElse(Instant.EPOCH);
            return texts.format("snapshot.lists", lists.size(), times.moment(oldest));
        }
        return joined(lists.stream()
                .map(known -> texts.format("snapshot.list", known.source().connection(), times.moment(known.readAt())))
                .toList());
    }

    private String missing(SnapshotFile file) {
        return file.missing().map(missing -> switch (missing.gap()) {
            case CONNECTIONS_MISSING -> texts.format("snapshot.gap.connections", missing.read(), missing.of());
            case DAMAGED -> texts.format("snapshot.gap.damaged", missing.read(), missing.of());
            case NEWER -> texts.format("snapshot.gap.newer", missing.read(), missing.of());
            case TOO_LARGE -> texts.format("snapshot.gap.tooLarge", missing.read(), missing.of());
        }).orElse("");
    }

    private String unknown(List<String> names) {
        return names.isEmpty() ? "" : texts.format("snapshot.unknown", joined(names));
    }

    private String incomplete(List<KnownPoolsAtTime> lists) {
        var names = lists.stream().filter(known -> !known.isWhole()).map(known -> known.source().connection()).toList();
        return names.isEmpty() ? "" : texts.format("snapshot.incomplete", joined(names));
    }

    private String narrowed(List<KnownPoolsAtTime> lists) {
        return lists.stream()
                .map(KnownPoolsAtTime::source)
                .filter(source -> !source.narrowing().isEmpty())
                .map(source -> texts.format("snapshot.narrowed", source.connection(), source.narrowing()))
                .collect(Collectors.joining(texts.format("sentence.join")));
    }

    private String joined(List<String> names) {
        return String.join(texts.format("fit.join"), names);
    }

    /// The name of a file without its folder.
    static String name(SnapshotFile file) {
        return ExternalTextCleaner.of(file.name());
    }

    /// That a snapshot was saved, and what it has.
    ///
    /// @param unread
    ///            the names of connections that are not in it
    public String saved(String file, long pools, int connections, List<String> unread) {
        var sentence = texts.format("snapshot.saved", ExternalTextCleaner.of(file), pools, connections);
        return unread.isEmpty()
                ? sentence
                : sentence + texts.format("sentence.join") + texts.format("snapshot.saved.unread", joined(unread));
    }

    /// Why a file was not opened, and what to do.
    ///
    /// @param words
    ///            of the system
    public String notOpened(String file, SnapshotNotOpenedException.Reason reason, String words) {
        return texts.format("snapshot.refused." + reason.name(), ExternalTextCleaner.of(file),
                ExternalTextCleaner.of(words));
    }
}
