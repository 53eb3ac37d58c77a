package poolscope.api.v2;

import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import poolscope.api.json.JsonValueReader;
import poolscope.api.json.ValueInterner;
import poolscope.pool.AllocatableResources;
import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.FreeResources;
import poolscope.pool.KnownUndocumentedFields;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolOrigin;
import poolscope.pool.PoolStatus;
import poolscope.pool.RawJson;
import poolscope.pool.V2OnlyPoolFields;
import poolscope.pool.V2PoolConfiguration;

/// JSON form of a pool of v2; [#toPool] converts it to a [Pool].
final class PoolJson {
    private static final FieldValue YES = FieldValue.text(V2OnlyPoolFields.RENEWS);
    private static final FieldValue NO = FieldValue.text("no");
    private static final FieldValue MONTH = FieldValue.text("month");
    private static final FieldValue YEAR = FieldValue.text("year");
    private static final FieldValue HOUR = FieldValue.text("hour");
    private static final FieldValue PREPAID = FieldValue.text("prepaid");
    private static final FieldValue POSTPAID = FieldValue.text("postpaid");
    private static final AllocatableResources NOT_MEASURED = new AllocatableResources(FieldValue.ABSENT,
            FieldValue.ABSENT, FieldValue.ABSENT);

    private FieldValue id = FieldValue.ABSENT;
    private FieldValue name = FieldValue.ABSENT;
    private FieldValue description = FieldValue.ABSENT;
    private FieldValue tenant = FieldValue.ABSENT;
    private FieldValue project = FieldValue.ABSENT;
    private FieldValue workspaceId = FieldValue.ABSENT;
    private FieldValue workspace = FieldValue.ABSENT;
    private FieldValue createdAt = FieldValue.ABSENT;
    private FieldValue billingMode = FieldValue.ABSENT;
    private FieldValue periodType = FieldValue.ABSENT;
    private FieldValue periodNumber = FieldValue.ABSENT;
    private FieldValue autoRenew = FieldValue.ABSENT;
    private FieldValue orderId = FieldValue.ABSENT;
    private FieldValue type = FieldValue.ABSENT;
    private FieldValue network = FieldValue.ABSENT;
    private FieldValue phase = FieldValue.ABSENT;
    private FieldValue message = FieldValue.ABSENT;
    private FieldValue parent = FieldValue.ABSENT;
    private FieldValue driver = FieldValue.ABSENT;
    private List<String> wantedScopes = List.of();
    private List<String> scopes = List.of();
    private final NodeStateCountsParser nodes = new NodeStateCountsParser();

    private PoolJson() {}

    /// Reads the object at which the cursor stands.
    static PoolJson read(JsonValueReader in) throws IOException {
        var pool = new PoolJson();
        while (in.nextField()) {
            switch (in.name()) {
                case "metadata" -> LenientJsonReader.forEachField(in, pool::readMetadata);
                case "spec" -> LenientJsonReader.forEachField(in, pool::readSpec);
                case "status" -> LenientJsonReader.forEachField(in, pool::readStatus);
                default -> in.skip();
            }
        }
        return pool;
    }

    private void readMetadata(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "name" -> id = in.key();
            case "creationTimestamp" -> createdAt = LenientJsonReader.time(in);
            case "labels" -> LenientJsonReader.forEachField(in, this::readLabel);
            case "annotations" -> LenientJsonReader.forEachField(in, this::readAnnotation);
            default -> in.skip();
        }
    }

    private void readLabel(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "os.modelarts/name" -> name = in.uniqueText();
            case "os.modelarts/workspace.id" -> {
                workspaceId = in.word();
                workspace = workspaceId;
            }
            case "os.modelarts/tenant.domain.id" -> tenant = in.word();
            case "os.modelarts/tenant.project.id" -> project = in.word();
            default -> in.skip();
        }
    }

    private void readAnnotation(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "os.modelarts/description" -> description = in.text();
            case "os.modelarts/billing.mode" -> billingMode = in.word();
            case "os.modelarts/period.type" -> periodType = in.word();
            case "os.modelarts/period.num" -> periodNumber = LenientJsonReader.count(in);
            case "os.modelarts/auto.renew" -> autoRenew = in.word();
            case "os.modelarts/order.id" -> orderId = in.key();
            default -> in.skip();
        }
    }

    private void readSpec(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "type" -> type = in.word();
            case "scope" -> wantedScopes = texts(in);
            case "resources" -> nodes.readWanted(in);
            case "network" -> LenientJsonReader.forEachField(in, this::readNetwork);
            default -> in.skip();
        }
    }

    private void readNetwork(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "name" -> network = in.word();
            case "vpcId" -> {
                if (!network.isKnown()) network = in.word();
                else
                    in.skip();
            }
            default -> in.skip();
        }
    }

    private void readStatus(JsonValueReader in) throws IOException {
        switch (in.name()) {
            case "phase" -> phase = in.word();
            case "message" -> message = in.key();
            case "parent" -> parent = in.word();
            case "resources" -> nodes.readStates(in);
            case "scope" -> scopes = scopes(in);
            case "driver" -> LenientJsonReader.forEachField(in, this::readDriver);
            default -> in.skip();
        }
    }

    /// The driver of one kind of card; a pool usually has one kind.
    private void readDriver(JsonValueReader in) throws IOException {
        if (!in.isAt(JsonToken.START_OBJECT)) {
            in.skip();
            return;
        }
        var version = "";
        var state = "";
        while (in.nextField()) {
            switch (in.name()) {
                case "version" -> version = in.word().asText("");
                case "state" -> state = in.word().asText("");
                default -> in.skip();
            }
        }
        var written = state.isEmpty() || state.equals("Running") ? version : (version + " (" + state + ")").strip();
        if (written.isEmpty()) return;
        driver = in.valueInterner().text(driver.isKnown() ? driver.asText("") + ", " + written : written);
    }

    private static List<String> texts(JsonValueReader in) throws IOException {
        var read = new ArrayList<String>();
        LenientJsonReader.forEachElement(in, element -> {
            if (LenientJsonReader.word(element) instanceof FieldValue.Text(String text)) read.add(text);
        });
        return read;
    }

    /// What the pool is used for. A scope is in use only while its state is Enabled, so any other state is added to
    /// its name.
    private static List<String> scopes(JsonValueReader in) throws IOException {
        var read = new ArrayList<String>();
        LenientJsonReader.forEachElement(in, element -> {
            var scope = new Scope();
            LenientJsonReader.forEachField(element, scope::readField);
            if (!scope.type.isEmpty()) read.add(scope.written());
        });
        return read;
    }

    /// One entry of `status.scope`.
    private static final class Scope {
        private String type = "";
        private String state = "";

        void readField(JsonValueReader in) throws IOException {
            switch (in.name()) {
                case "scopeType" -> type = in.word().asText("");
                case "state" -> state = in.word().asText("");
                default -> in.skip();
            }
        }

        String written() {
            return state.isEmpty() || state.equals("Enabled") ? type : type + " (" + state + ")";
        }
    }

    /// Adds the name of the workspace, when it is known.
    ///
    /// @param named
    ///            workspaces with their names, by id
    void nameWorkspace(Map<FieldValue, FieldValue> named) {
        workspace = named.getOrDefault(workspaceId, workspaceId);
    }

    /// Converts this to a pool, still without the details of runtime metrics and events.
    Pool toPool(PoolOrigin poolOrigin, RawJson raw, ValueInterner valueInterner) {
        var identity = new PoolNamesAndOwner(id, name, description, tenant, project, FieldValue.ABSENT);
        var mode = chargingMode();
        var most = nodes.maxCount(valueInterner);
        var undocumented = valueInterner.whole(KnownUndocumentedFields.class,
                () -> new KnownUndocumentedFields(mode, most, FieldValue.ABSENT, FieldValue.ABSENT), mode, most);
        var facts = new V2OnlyPoolFields(phase, message, renewal(), FieldValue.ABSENT, FieldValue.ABSENT,
                setup(valueInterner), FreeResources.NOT_REPORTED);
        return new Pool(identity, createdAt, status(), nodes.nodes(valueInterner), NOT_MEASURED, billing(valueInterner),
                undocumented, facts, poolOrigin, raw);
    }

    private V2PoolConfiguration setup(ValueInterner valueInterner) {
        var serves = scopes.isEmpty() ? wantedScopes : scopes;
        var scope = serves.isEmpty() ? FieldValue.ABSENT : valueInterner.text(String.join(", ", serves));
        return valueInterner.whole(V2PoolConfiguration.class,
                () -> new V2PoolConfiguration(type, parent, scope, workspace, workspaceId, network, driver), type,
                parent, scope, workspace, workspaceId, network, driver);
    }

    /// The document's status for the phase where one corresponds; no phase corresponds to *concerning*.
    private PoolStatus status() {
        var word = phase.asText("");
        return PoolStatus.of(switch (word) {
            case "Running" -> "running";
            case "Creating" -> "deploying";
            case "Abnormal", "Error", "CreationFailed", "ScalingFailed" -> "abnormal";
            default -> word;
        });
    }

    private FieldValue chargingMode() {
        return switch (billingMode.asText("")) {
            case "0" -> POSTPAID;
            case "1" -> PREPAID;
            default -> billingMode;
        };
    }

    private Billing billing(ValueInterner valueInterner) {
        if (!billingMode.asText("").equals("1")) return Billing.ON_DEMAND;
        var unit = switch (periodType.asText("")) {
            case "2" -> MONTH;
            case "3" -> YEAR;
            case "4" -> HOUR;
            default -> periodType;
        };
        if (orderId.isKnown()) return new Billing.Prepaid(FieldValue.ABSENT, orderId, unit, periodNumber);
        return valueInterner.whole(Billing.Prepaid.class,
                () -> new Billing.Prepaid(FieldValue.ABSENT, FieldValue.ABSENT, unit, periodNumber), unit,
                periodNumber);
    }

    private FieldValue renewal() {
        if (!billingMode.asText("").equals("1")) return FieldValue.ABSENT;
        return switch (autoRenew.asText("")) {
            case "1" -> YES;
            case "0" -> NO;
            default -> autoRenew;
        };
    }
}
