package poolscope.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.huaweicloud.sdk.core.utils.JsonUtils;
import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What one would write first: the same pools into a CSV file by a JSON library and classes of annotated fields, as a
/// program of its own for [ExportBench]. It asks for the pages one after another, as the vendor's clients do.
///
/// Arguments: `sdk` (the JSON functions of the vendor's SDK) or `databind` (Jackson by itself), `v1` or `v2`, endpoint,
/// project, number of pools, file.
public final class ExportByLibrary {
    private static final int PAGE = 1_000;

    private ExportByLibrary() {}

    private interface Library {
        <T> T read(byte[] body, Class<T> type) throws IOException;
    }

    /// A page of v1.
    public static final class Clusters {
        @JsonProperty("clusters")
        public List<Cluster> clusters = List.of();
    }

    /// A pool of v1. Some services send numbers as text, which the SDK refuses for a field that is a number.
    public static final class Cluster {
        @JsonProperty("cluster_id")
        public @Nullable String id;
        @JsonProperty("cluster_name")
        public @Nullable String name;
        @JsonProperty("status")
        public @Nullable String status;
        @JsonProperty("owner")
        public @Nullable JsonNode owner;
        @JsonProperty("created_at")
        public @Nullable JsonNode createdAt;
        @JsonProperty("allocatable_cpu_cores")
        public @Nullable JsonNode cpuCores;
        @JsonProperty("allocatable_memory")
        public @Nullable JsonNode memory;
        @JsonProperty("allocatable_gpus")
        public @Nullable JsonNode accelerators;
        @JsonProperty("nodes")
        public @Nullable JsonNode nodes;
        @JsonProperty("description")
        public @Nullable String description;

        List<String> cells() {
            return texts(id, name, status, owner, createdAt, cpuCores, memory, accelerators, nodes, description);
        }
    }

    /// The list of v2.
    public static final class Pools {
        @JsonProperty("items")
        public List<PoolItem> items = List.of();
    }

    /// A pool of v2.
    public static final class PoolItem {
        @JsonProperty("metadata")
        public Metadata metadata = new Metadata();
        @JsonProperty("spec")
        public Map<String, JsonNode> spec = Map.of();
        @JsonProperty("status")
        public Map<String, JsonNode> status = Map.of();

        List<String> cells() {
            return texts(metadata.name, metadata.labels.get("os.modelarts/name"), status.get("phase"),
                    metadata.createdAt, spec.get("resources"), status.get("resources"));
        }
    }

    /// Names and labels of a pool of v2.
    public static final class Metadata {
        @JsonProperty("name")
        public @Nullable String name;
        @JsonProperty("creationTimestamp")
        public @Nullable String createdAt;
        @JsonProperty("labels")
        public Map<String, String> labels = Map.of();
    }

    private static List<String> texts(@Nullable Object... values) {
        return java.util.Arrays.stream(values).map(value -> value == null ? "" : value.toString()).toList();
    }

    public static void main(String[] arguments) throws Exception {
        Library library = arguments[0].equals("sdk") ? sdk() : databind();
        var base = arguments[2] + "/" + arguments[1] + "/" + arguments[3];
        int pools = Integer.parseInt(arguments[4]);
        try (var client = HttpClient.newHttpClient(); var csv = CsvWriter.builder().build(Path.of(arguments[5]))) {
            if (arguments[1].equals("v2")) {
                library.read(get(client, base + "/pools"), Pools.class).items
                        .forEach(pool -> csv.writeRecord(pool.cells()));
                return;
            }
            for (int page = 0; page < Math.ceilDiv(pools, PAGE); page++)
                library.read(get(client, base + "/clusters?limit=" + PAGE + "&offset=" + page), Clusters.class).clusters
                        .forEach(cluster -> csv.writeRecord(cluster.cells()));
        }
    }

    /// The SDK reads a response's text.
    private static Library sdk() {
        return new Library() {
            @Override
            public <T> T read(byte[] body, Class<T> type) {
                return JsonUtils.toObjectIgnoreUnknown(new String(body, StandardCharsets.UTF_8), type);
            }
        };
    }

    private static Library databind() {
        var mapper = new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        return mapper::readValue;
    }

    private static byte[] get(HttpClient client, String address) throws IOException, InterruptedException {
        var response = client.send(HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofByteArray());
        if (response.statusCode() != 200) throw new IOException(address + ": " + response.statusCode());
        return response.body();
    }
}
