package poolscope.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import poolscope.demo.DemoRequest;
import poolscope.demo.Fault;
import poolscope.demo.TestCloud;
import poolscope.demo.TestCloudSettings;

/// `export --list nodes` and `--list jobs` beside what the server itself answers.
class ExportContentsTest {
    private static final int V1_POOLS = 3;
    private static final int V2_POOLS = 15;
    /// Items of a page of the server.
    private static final int PAGE = 500;
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Terminal terminal = new Terminal();
    private TestCloud cloud;

    @BeforeEach
    void serve() throws Exception {
        var still = Clock.fixed(Instant.parse("2026-08-21T06:00:00Z"), ZoneOffset.UTC);
        cloud = TestCloud.start(TestCloudSettings.of(V1_POOLS).withV2Pools(V2_POOLS).withClock(still).withDrift(false));
    }

    @AfterEach
    void stop() {
        cloud.close();
    }

    @Test
    void nodes_are_those_that_the_server_lists_with_its_numbers() throws Exception {
        assertThat(terminal.export(cloud, "--list", "nodes", "--api", "v2")).as(terminal.words()).isZero();
        var rows = rows();
        assertThat(rows.getFirst().getHeader())
                .startsWith("cluster_id", "cluster_name", "node_name", "node_phase", "specification", "az")
                .contains("free_cpu_cores", "free_memory", "free_gpus");
        var expected = new ArrayList<Map<String, String>>();
        for (var pool : pools())
            for (var node : items("pools/" + id(pool) + "/nodes"))
                expected.add(expectedNode(pool, node));
        assertThat(expected).hasSizeGreaterThan(50);
        compare(rows, expected);
    }

    private static Map<String, String> expectedNode(JsonNode pool, JsonNode node) {
        var cells = ofPool(pool);
        var status = node.path("status");
        var total = status.path("resources");
        var free = status.path("availableResources");
        cells.put("node_name", node.path("metadata").path("name").asText());
        cells.put("node_phase", status.path("phase").asText());
        cells.put("specification", node.path("spec").path("flavor").asText());
        cells.put("az", status.path("az").asText());
        cells.put("private_ip", status.path("privateIp").asText());
        cells.put("allocatable_cpu_cores", cores(total));
        cells.put("free_cpu_cores", cores(free));
        cells.put("allocatable_memory", total.path("memory").asText().replace("Mi", ""));
        cells.put("free_memory", free.path("memory").asText().replace("Mi", ""));
        cells.put("allocatable_gpus", cards(total));
        cells.put("free_gpus", cards(free));
        cells.put("free_cards", freeCards(node, total));
        cells.put("driver_phase", status.path("driver").path("phase").asText());
        cells.put("takes_jobs", Boolean.toString(takesJobs(node)));
        return cells;
    }

    /// From the bits, of which the rightmost is the first card.
    private static String freeCards(JsonNode node, JsonNode total) {
        var bits = node.path("metadata").path("annotations").path("os.modelarts/npu-topology-placement").asText();
        if (bits.isEmpty()) return "";
        var free = IntStream.range(0, Integer.parseInt(cards(total)))
                .filter(card -> bits.charAt(bits.length() - 1 - card) == '0')
                .mapToObj(Integer::toString)
                .toList();
        return String.join(" ", free);
    }

    private static boolean takesJobs(JsonNode node) {
        var labels = node.path("metadata").path("labels");
        return node.path("status").path("phase").asText().equals("Available")
                && node.path("status").path("taints").isEmpty()
                && !labels.path("os.modelarts.node/ha.redundant.enabled").asText().equals("true")
                && labels.path("os.modelarts/billing.status").asText().equals("0")
                && !node.path("metadata").path("annotations").has("os.modelarts.node/drain");
    }

    @Test
    void jobs_are_those_that_the_server_lists_with_its_numbers() throws Exception {
        assertThat(terminal.export(cloud, "--list", "jobs", "--api", "v2")).as(terminal.words()).isZero();
        var rows = rows();
        assertThat(rows.getFirst().getHeader()).startsWith("cluster_id", "cluster_name", "job_id", "job_name",
                "job_type", "job_status", "cards", "nodes");
        var expected = new ArrayList<Map<String, String>>();
        for (var pool : pools())
            for (var job : jobs(pool))
                expected.add(expectedJob(pool, job));
        assertThat(expected).hasSizeGreaterThan(50);
        compare(rows, expected);
    }

    private static Map<String, String> expectedJob(JsonNode pool, JsonNode job) {
        var cells = ofPool(pool);
        var needs = job.path("resourceRequirement");
        cells.put("job_id", job.path("jobUUID").asText());
        cells.put("job_name", job.path("jobName").asText());
        cells.put("job_type", job.path("type").asText());
        cells.put("job_status", job.path("status").asText());
        cells.put("cards", cards(needs));
        cells.put("nodes", job.has("nodes") ? Integer.toString(job.path("nodes").size()) : "");
        cells.put("cpu_cores", needs.path("cpu").asText().replace(" Cores", ""));
        cells.put("memory", plain(
                new BigDecimal(needs.path("memory").asText().replace(" GiB", "")).multiply(new BigDecimal(1024))));
        cells.put("host_ips", job.path("hostIps").asText().replace(',', ' '));
        int place = job.path("pendingPosition").asInt();
        cells.put("queue_place", place == -1 ? "" : Integer.toString(place));
        cells.put("created_at", Instant.ofEpochMilli(job.path("createTime").asLong()).toString());
        cells.put("ran_seconds", job.path("runningDuration").asText());
        return cells;
    }

    private static Map<String, String> ofPool(JsonNode pool) {
        var cells = new TreeMap<String, String>();
        cells.put("cluster_id", id(pool));
        cells.put("cluster_name", pool.path("metadata").path("labels").path("os.modelarts/name").asText());
        cells.put("pool_type", pool.path("spec").path("type").asText());
        cells.put("parent", pool.path("status").path("parent").asText());
        return cells;
    }

    private static String cores(JsonNode amounts) {
        if (!amounts.has("cpu")) return "";
        return plain(new BigDecimal(amounts.path("cpu").asText().replace("m", "")).movePointLeft(3));
    }

    /// The demo cloud gives a node one type of cards.
    private static String cards(JsonNode amounts) {
        if (amounts.isMissingNode()) return "";
        return StreamSupport.stream(((Iterable<String>) amounts::fieldNames).spliterator(), false)
                .filter(name -> name.contains("/"))
                .map(name -> amounts.path(name).asText())
                .findFirst()
                .orElse("0");
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    @ParameterizedTest
    @ValueSource(strings = {"nodes", "jobs"})
    void every_pool_of_v2_costs_one_request_to_a_page_and_those_of_v1_none(String list) throws Exception {
        assertThat(terminal.export(cloud, "--list", list)).isZero();
        var asked = inside().stream().distinct().toList();
        assertThat(asked).hasSize(pools().size());
        var rowsOfPools = rows().stream()
                .collect(Collectors.groupingBy(row -> row.getField("cluster_id"), Collectors.counting()));
        long further = rowsOfPools.values().stream().mapToLong(rows -> (rows - 1) / PAGE).sum();
        assertThat(inside()).hasSize((int) (asked.size() + further));
        assertThat(terminal.words()).contains("3 pools are of v1, which does not list " + list + ".")
                .endsWith(" " + list + " of " + asked.size() + " pools were written.\n")
                .hasLineCount(2);
    }

    @Test
    void pools_that_the_filter_hides_are_not_asked() throws Exception {
        var one = id(pools().getFirst());
        assertThat(terminal.export(cloud, "--list", "nodes", "--filter", "cluster_id=" + one)).isZero();
        assertThat(inside()).hasSize(1).allMatch(path -> path.contains(one));
        assertThat(rows()).isNotEmpty().allMatch(row -> row.getField("cluster_id").equals(one));
        assertThat(terminal.words()).contains("nodes of 1 pool were written; the filter hides ").hasLineCount(1);
    }

    @Test
    void pools_of_v1_alone_are_no_error() throws Exception {
        assertThat(terminal.export(cloud, "--list", "jobs", "--api", "v1")).isZero();
        assertThat(terminal.rows()).startsWith("cluster_id,cluster_name,job_id").hasLineCount(1);
        assertThat(terminal.words())
                .isEqualTo("3 pools are of v1, which does not list jobs.\n0 jobs of 0 pools were written.\n");
    }

    @Test
    void a_pool_that_can_not_be_read_is_named_with_its_cause_and_the_others_are_written() throws Exception {
        var pools = pools();
        var refused = pools.get(1);
        cloud.failInside(id(refused), Fault.modelArts(403, "ModelArts.0005", "No permission \u001B[2J"));
        assertThat(terminal.export(cloud, "--list", "nodes", "--api", "v2")).isEqualTo(3);
        assertThat(terminal.words())
                .startsWith("The nodes of the pool " + ofPool(refused).get("cluster_name") + " (" + id(refused)
                        + ") could not be read: ")
                .contains("ModelArts.0005", "HTTP 403", "Incomplete: ",
                        " nodes of " + (pools.size() - 1) + " of " + pools.size() + " pools were written")
                .doesNotContain("\u001B")
                .hasLineCount(2);
        var written = rows().stream().map(row -> row.getField("cluster_id")).distinct().toList();
        assertThat(written).doesNotContain(id(refused)).contains(id(pools.getFirst()), id(pools.getLast()));
    }

    @Test
    void a_pool_whose_nodes_are_not_all_readable_makes_it_incomplete() throws Exception {
        var odd = pools().getFirst();
        int nodes = items("pools/" + id(odd) + "/nodes").size();
        cloud.failInside(id(odd), new Fault.Edited(body -> body.replaceFirst("\"items\":\\[", "\"items\":[7,")));
        assertThat(terminal.export(cloud, "--list", "nodes", "--api", "v2")).isEqualTo(3);
        assertThat(terminal.words()).contains(id(odd) + ") may not be all").hasLineCount(2);
        assertThat(rows().stream().filter(row -> row.getField("cluster_id").equals(id(odd)))).hasSize(nodes);
    }

    @Test
    void a_connection_that_breaks_at_one_pool_does_not_keep_the_next_from_being_read() throws Exception {
        var pools = pools();
        cloud.failInside(id(pools.getFirst()), new Fault.Disconnect());
        assertThat(terminal.export(cloud, "--list", "jobs", "--api", "v2")).isEqualTo(3);
        assertThat(terminal.words()).contains(id(pools.getFirst()) + ") could not be read: the connection broke")
                .hasLineCount(2);
        assertThat(rows()).isNotEmpty().noneMatch(row -> row.getField("cluster_id").equals(id(pools.getFirst())));
    }

    @Test
    void a_refused_sign_in_is_not_sent_again_for_each_pool() throws Exception {
        cloud.failInside(Fault.gateway(401, "APIGW.0301", "Incorrect IAM authentication information"));
        assertThat(terminal.export(cloud, "--list", "nodes", "--api", "v2")).isEqualTo(3);
        assertThat(inside()).hasSize(1);
        assertThat(terminal.words()).contains("were not asked for after that: ", id(pools().getLast()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"csv", "tsv", "json", "markdown", "xlsx"})
    void every_format_has_every_row(String format) throws Exception {
        assertThat(terminal.export(cloud, "--list", "jobs", "--format", format)).isZero();
        int jobs = Integer.parseInt(terminal.words().lines().toList().getLast().split(" ")[0]);
        int rows = switch (format) {
            case "json" -> MAPPER.readTree(terminal.rows()).size();
            case "markdown" -> (int) terminal.rows().lines().count() - 2;
            case "xlsx" -> sheetRows() - 1;
            default -> (int) terminal.rows().lines().count() - 1;
        };
        assertThat(rows).isEqualTo(jobs).isGreaterThan(50);
    }

    private int sheetRows() throws Exception {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(terminal.rows.toByteArray()))) {
            assertThat(book.getSheetName(0)).isEqualTo("jobs");
            return book.getSheetAt(0).getPhysicalNumberOfRows();
        }
    }

    @Test
    void json_has_numbers_as_numbers_and_leaves_out_what_was_not_said() throws Exception {
        assertThat(terminal.export(cloud, "--list", "jobs", "--format", "json", "--api", "v2")).isZero();
        var json = MAPPER.readTree(terminal.rows());
        var waiting = new ArrayList<JsonNode>();
        json.forEach(job -> {
            assertThat(job.path("cards").isNumber()).isTrue();
            assertThat(job.path("priority").isTextual()).isTrue();
            if (!job.path("job_status").asText().equals("Running")) waiting.add(job);
        });
        assertThat(waiting).isNotEmpty().allMatch(job -> !job.has("nodes") && !job.has("host_ips"));
    }

    @Test
    void P41_a_name_that_a_spreadsheet_would_run_is_disarmed() throws Exception {
        cloud.failInside(new Fault.Edited(body -> body.replaceAll("\"jobName\":\"[^\"]*\"", "\"jobName\":\"=1+1\"")));
        assertThat(terminal.export(cloud, "--list", "jobs", "--api", "v2", "--for-spreadsheets")).isZero();
        assertThat(terminal.rows()).startsWith("\uFEFFcluster_id").contains(",'=1+1,").doesNotContain(",=1+1");
    }

    @Test
    void P43_a_name_that_markdown_would_interpret_is_shown_as_it_is() throws Exception {
        cloud.failInside(
                new Fault.Edited(body -> body.replaceAll("\"jobName\":\"[^\"]*\"", "\"jobName\":\"<img src=x>|*a*\"")));
        assertThat(terminal.export(cloud, "--list", "jobs", "--api", "v2", "--format", "markdown")).isZero();
        assertThat(terminal.rows()).contains("&lt;img src=x&gt;\\|\\*a\\*").doesNotContain("<img");
    }

    @Test
    void another_word_is_a_usage_error() {
        assertThat(terminal.export(cloud, "--list", "node")).isEqualTo(2);
        assertThat(terminal.words()).contains("--list", "pools or nodes or jobs").hasLineCount(1);
        assertThat(cloud.requestCount()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"nodes, guide.md", "jobs, guide.md", "nodes, guide.zh.md", "jobs, guide.zh.md"})
    void every_column_stands_in_both_guides(String list, String guide) throws Exception {
        assertThat(terminal.export(cloud, "--list", list, "--api", "v1")).isZero();
        var lines = Files.readAllLines(Path.of("src/site", guide));
        var own = lines.stream()
                .filter(line -> line.startsWith("| `" + list + "` | `cluster_id`"))
                .findFirst()
                .orElseThrow();
        var common = lines.stream()
                .filter(line -> line.contains("| `pool_type`, `parent`") || line.contains("| `pool_type`、`parent`"))
                .findFirst()
                .orElseThrow();
        assertThat(terminal.rows().strip().split(",")).hasSizeGreaterThan(15)
                .allSatisfy(column -> assertThat(own + common).contains("`" + column + "`"));
    }

    private static void compare(List<NamedCsvRecord> rows, List<Map<String, String>> expected) {
        assertThat(rows.size()).isEqualTo(expected.size());
        for (int i = 0; i < rows.size(); i++)
            assertThat(picked(rows.get(i), expected.get(i).keySet())).as("row " + i).isEqualTo(expected.get(i));
    }

    private List<NamedCsvRecord> rows() {
        return CsvReader.builder().ofNamedCsvRecord(terminal.rows()).stream().toList();
    }

    private static Map<String, String> picked(NamedCsvRecord row, Iterable<String> names) {
        var cells = new TreeMap<String, String>();
        names.forEach(name -> cells.put(name,
                name.equals("created_at") ? Instant.parse(row.getField(name)).toString() : row.getField(name)));
        return cells;
    }

    /// Paths of the requests for nodes and jobs.
    private List<String> inside() {
        return cloud.requests()
                .stream()
                .map(DemoRequest::path)
                .filter(path -> path.endsWith("/nodes") || path.endsWith("/workloads"))
                .toList();
    }

    private List<JsonNode> pools() throws Exception {
        return items("pools");
    }

    private static String id(JsonNode pool) {
        return pool.path("metadata").path("name").asText();
    }

    /// All items of a list of v2, page by page.
    private List<JsonNode> items(String path) throws Exception {
        var items = new ArrayList<JsonNode>();
        var page = page(path);
        page.path("items").forEach(items::add);
        while (!page.path("metadata").path("continue").asText().isEmpty()) {
            page = page(path + "?continue=" + page.path("metadata").path("continue").asText());
            page.path("items").forEach(items::add);
        }
        return items;
    }

    /// All jobs of a pool; this list pages by `offset`.
    private List<JsonNode> jobs(JsonNode pool) throws Exception {
        var jobs = new ArrayList<JsonNode>();
        var page = page("pools/" + id(pool) + "/workloads");
        while (!page.path("items").isEmpty()) {
            page.path("items").forEach(jobs::add);
            page = page("pools/" + id(pool) + "/workloads?offset=" + jobs.size());
        }
        return jobs;
    }

    private JsonNode page(String path) throws Exception {
        var address = URI.create(cloud.endpoint() + "/v2/" + cloud.projectId() + "/" + path);
        try (var body = address.toURL().openStream()) {
            return MAPPER.readTree(body);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /v2/%s/pools    | the pools of v2 | none of v2 | 3
            /v1/%s/clusters | the pools of v1 | none of v1 | 15
            """)
    void pools_of_a_generation_that_could_not_be_read_are_named_as_missing(String path, String part, String missing,
            int written) throws Exception {
        cloud.failPart(path.formatted(cloud.projectId()), Fault.forbidden());
        assertThat(terminal.export(cloud)).as(terminal.words()).isEqualTo(3);
        assertThat(terminal.words()).startsWith("Incomplete: " + part + " could not be read: ")
                .contains(written + " pools were written, " + missing)
                .doesNotContain("pools were read")
                .hasLineCount(1);
    }

    @Test
    void what_is_free_and_could_not_be_read_names_its_own_permission() throws Exception {
        cloud.failPart("/metrics/runtime/pools", Fault.forbidden());
        terminal.export(cloud);
        assertThat(terminal.words()).contains("free CPU, memory and cards could not be read: "
                + "the permission to read what is free in pools is missing; GET /v2/PROJECT/metrics/runtime/pools needs "
                + "modelarts:pool:list");
    }
}
