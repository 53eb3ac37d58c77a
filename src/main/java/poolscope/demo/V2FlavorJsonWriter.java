package poolscope.demo;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// Writes specifications as items of `GET /v1/{project_id}/resourceflavors`.
record V2FlavorJsonWriter(JsonGenerator json) {
    void write(V2Flavor flavor) throws IOException {
        json.writeStartObject();
        json.writeStringField("kind", "ResourceFlavor");
        json.writeStringField("apiVersion", "v1");
        json.writeObjectFieldStart("metadata");
        json.writeStringField("name", flavor.specification());
        json.writeObjectFieldStart("labels");
        json.writeStringField("os.modelarts/scope", "Train.Infer.Notebook");
        json.writeEndObject();
        json.writeEndObject();
        spec(flavor);
        json.writeObjectFieldStart("status");
        json.writeObjectFieldStart("phase");
        json.writeStringField("cn-north-4a", "normal");
        json.writeStringField("cn-north-4b", flavor == V2Flavor.SNT9_8 ? "soldout" : "normal");
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndObject();
    }

    private void spec(V2Flavor flavor) throws IOException {
        json.writeObjectFieldStart("spec");
        json.writeStringField("type", "Dedicate");
        json.writeStringField("cpuArch", flavor.architecture());
        json.writeStringField("cpu", Integer.toString(flavor.cores()));
        json.writeStringField("memory", flavor.memoryGiB() + "Gi");
        var cards = flavor.cards();
        if (cards.count() > 0) {
            json.writeObjectFieldStart(flavor.hasPlacement() ? "npu" : "gpu");
            json.writeStringField("type", cards.type());
            json.writeStringField("size", Integer.toString(cards.count()));
            json.writeEndObject();
        }
        json.writeArrayFieldStart("billingModes");
        json.writeNumber(0);
        json.writeNumber(1);
        json.writeEndArray();
        json.writeEndObject();
    }
}
