package poolscope;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// The tables of packages in `src/site/architecture.md`: the one list of packages, and of what each may import.
final class PackageTable {
    private static final Pattern BACKTICKED = Pattern.compile("`([^`]+)`");

    private PackageTable() {}

    /// @param uses
    ///            the other packages of the program that it may import; `..` means with all sections. Those of a package
    ///            of `ui` are other packages of `ui`
    /// @param isLimited
    ///            whether it may import only these
    record Row(String name, Set<String> uses, boolean isLimited) {}

    /// The rows by the names of the packages, without `poolscope.`.
    static TreeMap<String, Row> read() throws IOException {
        return Files.readAllLines(Path.of("src/site/architecture.md"))
                .stream()
                .filter(line -> line.startsWith("| `"))
                .map(line -> line.split("\\|"))
                .map(cells -> new Row(cells[1].replace("`", "").strip(),
                        BACKTICKED.matcher(cells[3])
                                .results()
                                .map((MatchResult hit) -> hit.group(1))
                                .collect(Collectors.toSet()),
                        !cells[3].strip().startsWith("everything")))
                .collect(Collectors.toMap(Row::name, row -> row, (_, row) -> {
                    throw new IllegalStateException("two rows of " + row.name());
                }, TreeMap::new));
    }
}
