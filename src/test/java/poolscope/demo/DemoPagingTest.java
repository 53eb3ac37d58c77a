package poolscope.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static poolscope.demo.DemoClient.each;
import static poolscope.demo.DemoClient.ids;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import poolscope.MovableClock;

class DemoPagingTest {
    private static TestCloudSettings settings(int pools) {
        return TestCloudSettings.of(pools).withClock(new MovableClock());
    }

    @Test
    void answers_all_pools_youngest_first_when_nothing_is_asked() throws Exception {
        try (var client = new DemoClient(settings(120))) {
            var all = client.list("");
            assertThat(all.get("total_count").intValue()).isEqualTo(120);
            assertThat(all.get("count").intValue()).isEqualTo(120);
            assertThat(ids(all)).hasSize(120).doesNotHaveDuplicates().isEqualTo(client.cloud.fleet().ids());
            assertThat(each(all, "created_at")).map(Long::valueOf).isSortedAccordingTo(Comparator.reverseOrder());
        }
    }

    @Test
    void answers_at_most_a_thousand_rows_when_no_limit_is_asked() throws Exception {
        try (var client = new DemoClient(settings(1001))) {
            var first = client.list("");
            assertThat(first.get("total_count").intValue()).isEqualTo(1001);
            assertThat(first.get("count").intValue()).isEqualTo(1000);
            assertThat(ids(first)).hasSize(1000);
        }
    }

    @ParameterizedTest
    @CsvSource({"PAGE,0,0", "PAGE,1,10", "PAGE,4,40", "PAGE,5,50", "PAGE,99999,50", "PAGE,2147483647,50", "ITEM,0,0",
            "ITEM,1,1", "ITEM,10,10", "ITEM,41,41", "ITEM,49,49", "ITEM,50,50", "PAGE_FROM_ONE,0,0",
            "PAGE_FROM_ONE,1,0", "PAGE_FROM_ONE,2,10", "PAGE_FROM_ONE,6,50", "IGNORED,0,0", "IGNORED,3,0"})
    void answers_the_page_that_the_meaning_of_offset_asks_for(DemoOffsetMode meaning, int offset, int firstRow)
            throws Exception {
        try (var client = new DemoClient(settings(47).withOffset(meaning))) {
            var all = ids(client.list(""));
            var page = client.list("limit=10&offset=" + offset);
            assertThat(ids(page)).isEqualTo(all.stream().skip(firstRow).limit(10).toList());
            assertThat(page.get("count").intValue()).isEqualTo(ids(page).size());
            assertThat(page.get("total_count").intValue()).isEqualTo(47);
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"PAGE", "ITEM"})
    void gives_every_pool_once_over_all_pages_under_a_cap(DemoOffsetMode meaning) throws Exception {
        try (var client = new DemoClient(settings(60).withOffset(meaning).withLimitCap(7))) {
            var collected = new ArrayList<String>();
            for (var page = 0; collected.size() < 60; page++) {
                var rows = ids(client.list(
                        "limit=1000&order=asc&offset=" + (meaning == DemoOffsetMode.PAGE ? page : collected.size())));
                assertThat(rows).hasSizeBetween(1, 7);
                collected.addAll(rows);
            }
            var expected = new ArrayList<>(client.cloud.fleet().ids());
            Collections.reverse(expected);
            assertThat(collected).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource({"created_at,asc", "created_at,desc", "cluster_name,asc", "cluster_name,desc"})
    void sorts_by_the_field_and_order_asked_and_breaks_ties_by_id(String field, String order) throws Exception {
        try (var client = new DemoClient(settings(300))) {
            Comparator<JsonNode> byField = field.equals("created_at")
                    ? Comparator.comparing(row -> row.get("created_at").asLong())
                    : Comparator.comparing(row -> row.get("cluster_name").asText());
            var comparator = byField.thenComparing(row -> row.get("cluster_id").asText());
            var rows = client.list("")
                    .get("clusters")
                    .valueStream()
                    .sorted(order.equals("asc") ? comparator : comparator.reversed());
            var asked = client.list("sort_by=" + field + "&order=" + order);
            assertThat(ids(asked)).isEqualTo(rows.map(row -> row.get("cluster_id").asText()).toList());
            assertThat(ids(client.list("limit=50&offset=2&sort_by=" + field + "&order=" + order)))
                    .isEqualTo(ids(asked).subList(100, 150));
        }
    }

    @Test
    void some_pools_were_created_in_the_same_millisecond() throws Exception {
        try (var client = new DemoClient(settings(120))) {
            assertThat(Set.copyOf(each(client.list(""), "created_at"))).hasSizeLessThan(120);
        }
    }

    @Test
    void selects_by_status_and_counts_what_matches() throws Exception {
        try (var client = new DemoClient(settings(500))) {
            var expected = client.list("")
                    .get("clusters")
                    .valueStream()
                    .filter(row -> row.get("status").asText().equals("concerning"))
                    .map(row -> row.get("cluster_id").asText())
                    .toList();
            var asked = client.list("status=concerning&limit=3");
            assertThat(expected).hasSizeGreaterThan(3);
            assertThat(ids(asked)).isEqualTo(expected.subList(0, 3));
            assertThat(asked.get("total_count").intValue()).isEqualTo(expected.size());
            assertThat(asked.get("count").intValue()).isEqualTo(3);
        }
    }

    @ParameterizedTest
    @CsvSource({"PART,推理,true", "PART,train-gpu-02,true", "EXACT,推理,false", "EXACT,train-gpu-02,true"})
    void selects_by_name_in_part_or_exactly(DemoNameMatchMode match, String wanted, boolean found) throws Exception {
        try (var client = new DemoClient(settings(200).withNameMatch(match))) {
            var expected = each(client.list(""), "cluster_name").stream()
                    .filter(name -> match == DemoNameMatchMode.EXACT ? name.equals(wanted) : name.contains(wanted))
                    .toList();
            var asked = client.list("cluster_name=" + URLEncoder.encode(wanted, StandardCharsets.UTF_8));
            assertThat(each(asked, "cluster_name")).isEqualTo(expected);
            assertThat(expected.isEmpty()).isEqualTo(!found);
        }
    }

    @Test
    void an_empty_name_or_status_selects_all() throws Exception {
        try (var client = new DemoClient(settings(12))) {
            assertThat(ids(client.list("cluster_name=&status="))).hasSize(12);
        }
    }

    @Test
    void an_empty_fleet_is_an_empty_list() throws Exception {
        try (var client = new DemoClient(settings(0))) {
            assertThat(client.send(client.clusters("")).body())
                    .isEqualTo("{\"total_count\":0,\"count\":0,\"clusters\":[]}");
            assertThat(List.of(client.list("offset=7").get("total_count").intValue())).containsExactly(0);
        }
    }
}
