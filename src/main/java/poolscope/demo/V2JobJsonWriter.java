package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.stream.Collectors;

/// Writes jobs as items of `GET /v2/{project_id}/pools/{pool}/workloads`.
record V2JobJsonWriter(V2Fleet fleet, V2PoolSnapshot state, JsonGenerator json) {
    void write(V2Job job) throws IOException {
        var type = job.type();
        var uuid = job.uuid(HashRandomSalt.JOB_UUID);
        json.writeStartObject();
        json.writeStringField("kind", "Workload");
        json.writeStringField("apiVersion", "v1");
        json.writeStringField("type", type);
        json.writeStringField("namespace", state.pool().id());
        json.writeStringField("name", "modelarts-job-" + uuid);
        json.writeStringField("jobName", job.name());
        json.writeStringField("uid", job.uuid(HashRandomSalt.ID));
        json.writeStringField("jobUUID", uuid);
        json.writeStringField("flavor", job.flavor().specification());
        json.writeStringField("status", job.isRunning() ? "Running" : job.position() == 1 ? "Pending" : "Queue");
        requirement(job);
        json.writeStringField("priority", Integer.toString(job.priority()));
        times(job);
        json.writeStringField("gvk",
                type.equals("train") ? "batch.volcano.sh/v1alpha1, Kind=Job" : "apps/v1, Kind=StatefulSet");
        if (job.isRunning()) nodes(job);
        json.writeEndObject();
    }

    /// Amounts as the service writes them for people.
    private void requirement(V2Job job) throws IOException {
        var amounts = V2ResourceAmounts.ofParts(job.flavor(), job.parts());
        json.writeObjectFieldStart("resourceRequirement");
        json.writeStringField("cpu",
                BigDecimal.valueOf(amounts.milliCores(), 3).stripTrailingZeros().toPlainString() + " Cores");
        json.writeStringField("memory",
                BigDecimal.valueOf(amounts.memoryMiB())
                        .divide(BigDecimal.valueOf(1024), 2, RoundingMode.HALF_UP)
                        .stripTrailingZeros()
                        .toPlainString() + " GiB");
        if (amounts.cards() > 0) json.writeStringField(job.flavor().cards().resource(), Long.toString(amounts.cards()));
        json.writeEndObject();
    }

    private void times(V2Job job) throws IOException {
        var since = fleet.millis(job.startedTick());
        var seconds = (fleet.millis(state.tick()) - since) / 1000;
        var waited = job.isRunning() ? 5 + job.key().below(HashRandomSalt.QUEUE, 600) : seconds;
        json.writeNumberField("runningDuration", job.isRunning() ? seconds : 0);
        json.writeNumberField("pendingDuration", waited);
        json.writeNumberField("pendingPosition", job.position());
        json.writeNumberField("createTime", job.isRunning() ? since - waited * 1000 : since);
    }

    private void nodes(V2Job job) throws IOException {
        json.writeStringField("hostIps",
                job.shares().stream().map(share -> share.node().ip()).collect(Collectors.joining(",")));
        json.writeArrayFieldStart("nodes");
        for (var share : job.shares()) {
            var amounts = V2ResourceAmounts.ofParts(job.flavor(), share.parts());
            json.writeStartObject();
            json.writeStringField("hostIp", share.node().ip());
            if (job.flavor().hasPlacement())
                json.writeStringField("npuTopologyPlacement", V2NodeJsonWriter.bits(share.bits()));
            json.writeObjectFieldStart("resourceRequirement");
            json.writeStringField("cpu", amounts.milliCores() + "m");
            json.writeStringField("memory", amounts.memoryMiB() + "Mi");
            if (amounts.cards() > 0)
                json.writeStringField(job.flavor().cards().resource(), Long.toString(amounts.cards()));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
