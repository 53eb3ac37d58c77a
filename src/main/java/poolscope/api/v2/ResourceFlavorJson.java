package poolscope.api.v2;

import java.io.IOException;
import poolscope.api.http.ApiResponse;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.UnreadableResponseException;
import poolscope.api.json.ValueInterner;
import poolscope.pool.FieldValue;

/// JSON form of [ResourceFlavor].
public final class ResourceFlavorJson {
    private FieldValue name = FieldValue.ABSENT;
    private FieldValue cpuCores = FieldValue.ABSENT;
    private FieldValue memory = FieldValue.ABSENT;
    private FieldValue cardType = FieldValue.ABSENT;
    private FieldValue cards = FieldValue.ABSENT;

    private ResourceFlavorJson() {}

    /// Reads one page of the flavors.
    public static V2ItemPage<ResourceFlavor> read(ApiResponse response) throws UnreadableResponseException {
        return read(response.body());
    }

    static V2ItemPage<ResourceFlavor> read(byte[] body) throws UnreadableResponseException {
        return V2ItemPageJson.read(body, new ValueInterner(), in -> {
            var item = new ResourceFlavorJson();
            LenientJsonReader.forEachField(in, item::readField);
            return new ResourceFlavor(item.name, item.cpuCores, item.memory, item.cardType, item.cards);
        });
    }

    private void readField(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "metadata" -> LenientJsonReader.forEachField(in, this::readMetadata);
            case "spec" -> LenientJsonReader.forEachField(in, this::readSpec);
            default -> in.skip();
        }
    }

    private void readMetadata(JsonValueReader in) throws IOException {
        if (in.name().equals("name")) name = in.key();
        else
            in.skip();
    }

    private void readSpec(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "cpu" -> cpuCores = LenientJsonReader.amount(in, KubernetesQuantityParser::cores);
            case "memory" -> memory = LenientJsonReader.amount(in, KubernetesQuantityParser::mebibytes);
            case "gpu", "npu" -> LenientJsonReader.forEachField(in, this::readCards);
            default -> in.skip();
        }
    }

    private void readCards(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "type" -> cardType = in.word();
            case "size" -> cards = LenientJsonReader.amount(in, KubernetesQuantityParser::cards);
            default -> in.skip();
        }
    }
}
