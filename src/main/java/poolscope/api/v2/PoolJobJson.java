package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;
import poolscope.pool.node.PoolJob;
import poolscope.pool.node.ResourceAmounts;

/// JSON form of [PoolJob].
public final class PoolJobJson {
    private FieldValue jobId = FieldValue.ABSENT;
    private FieldValue uid = FieldValue.ABSENT;
    private FieldValue technicalName = FieldValue.ABSENT;
    private FieldValue name = FieldValue.ABSENT;
    private FieldValue type = FieldValue.ABSENT;
    private FieldValue status = FieldValue.ABSENT;
    private FieldValue flavor = FieldValue.ABSENT;
    private ResourceAmounts needs = ResourceAmounts.NOT_REPORTED;
    private FieldValue priority = FieldValue.ABSENT;
    private FieldValue createdAt = FieldValue.ABSENT;
    private FieldValue waited = FieldValue.ABSENT;
    private FieldValue ran = FieldValue.ABSENT;
    private FieldValue place = FieldValue.ABSENT;
    private final List<String> hostIps = new ArrayList<>();
    private final List<PoolJob.Share> shares = new ArrayList<>();

    private PoolJobJson() {}

    /// Reads one page of a pool's jobs.
    public static V2ItemPage<PoolJob> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<PoolJob> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            var item = new PoolJobJson();
            LenientJsonReader.forEachField(in, item::readField);
            return item.job();
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "jobUUID" -> jobId = in.key();
            case "uid" -> uid = in.key();
            case "name" -> technicalName = in.key();
            case "jobName" -> name = in.uniqueText();
            case "type" -> type = in.word();
            case "status" -> status = in.word();
            case "flavor" -> flavor = in.word();
            case "resourceRequirement" -> needs = ResourceAmountsJson.read(in);
            case "priority" -> priority = in.word();
            default -> readMore(in);
        }
    }

    private void readMore(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "createTime" -> createdAt = LenientJsonReader.time(in);
            case "pendingDuration" -> waited = LenientJsonReader.count(in);
            case "runningDuration" -> ran = LenientJsonReader.count(in);
            case "pendingPosition" -> place = place(in);
            case "hostIps" -> LenientJsonReader.forEachElement(in, this::readHosts);
            case "nodes" -> LenientJsonReader.forEachElement(in, this::readShare);
            default -> in.skip();
        }
    }

    /// -1 means none.
    private static FieldValue place(JsonValueReader in) throws IOException {
        boolean isNone = in.word() instanceof FieldValue.Text(String text) && text.equals("-1");
        return isNone ? FieldValue.ABSENT : LenientJsonReader.count(in);
    }

    /// Several addresses are one string with commas, or an array.
    private void readHosts(JsonValueReader in) throws IOException {
        if (in.isAt(JsonToken.VALUE_STRING))
            Stream.of(in.word().asText("").split("[,;\\s]+")).filter(ip -> !ip.isEmpty()).forEach(hostIps::add);
        else
            in.skip();
    }

    private void readShare(JsonValueReader in) throws IOException {
        var host = new String[]{""};
        var placement = new FieldValue[]{FieldValue.ABSENT};
        var amount = new ResourceAmounts[]{ResourceAmounts.NOT_REPORTED};
        LenientJsonReader.forEachField(in, field -> {
            switch (field.name()) {
                case "hostIp" -> host[0] = field.key().asText("");
                case "npuTopologyPlacement" -> placement[0] = field.word();
                case "resourceRequirement" -> amount[0] = ResourceAmountsJson.read(field);
                default -> field.skip();
            }
        });
        if (!host[0].isEmpty()) shares.add(new PoolJob.Share(host[0], placement[0], amount[0]));
    }

    private PoolJob job() {
        var id = Stream.of(jobId, uid, technicalName).filter(FieldValue::isKnown).findFirst().orElse(FieldValue.ABSENT);
        var hosts = hostIps.isEmpty() ? shares.stream().map(PoolJob.Share::hostIp).distinct().toList() : hostIps;
        return new PoolJob(id, name instanceof FieldValue.Absent ? technicalName : name, type, status, flavor, needs,
                priority, new PoolJob.Timing(createdAt, waited, ran), place, hosts, shares);
    }
}
