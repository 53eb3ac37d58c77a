package poolscope.pool.filter;

import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import poolscope.pool.PoolField;

/// What fields are called in a filter: a short name first, which is the one that is printed in English, then others,
/// then Chinese ones, of which the first is the one on a Chinese screen and is printed in Chinese; the document's id
/// always works too. Case does not matter.
public final class FilterFieldNames {
    /// The time since [PoolField#CREATED_AT]; not a field of its own.
    static final List<String> AGE = List.of("age", "时长");
    private static final int LONGEST_WORTH_A_GUESS = 32;

    private static final Map<String, PoolField> FIELDS = new HashMap<>();

    static {
        for (var field : PoolField.values())
            of(field).forEach(name -> FIELDS.put(name.toLowerCase(Locale.ROOT), field));
        for (var field : PoolField.values())
            if (field != PoolField.NODES) FIELDS.putIfAbsent(field.id().toLowerCase(Locale.ROOT), field);
    }

    private FilterFieldNames() {}

    /// The names of a field without its id. [PoolField#NODES] has none: it is two numbers, and `nodes` is the one of
    /// all nodes.
    public static List<String> of(PoolField field) {
        return switch (field) {
            case NAME -> List.of("name", "名称", "名字");
            case STATUS -> List.of("status", "state", "状态");
            case CONNECTION -> List.of("conn", "连接");
            case REGION -> List.of("region", "区域");
            case NODES -> List.of();
            case CPU_CORES -> List.of("cpu", "cores", "核数", "cpu核数");
            case MEMORY -> List.of("mem", "memory", "内存");
            case ACCELERATORS -> List.of("gpu", "npu", "accelerators", "cards", "加速卡", "显卡");
            case FREE_CPU_CORES -> List.of("freecpu", "空闲 CPU", "空闲cpu", "空闲核数");
            case FREE_MEMORY -> List.of("freemem", "空闲内存");
            case FREE_ACCELERATORS -> List.of("free", "freegpu", "freenpu", "空闲卡", "空闲", "空闲加速卡");
            case LARGEST_FREE_BLOCK -> List.of("block", "largest", "最大空闲块");
            case WHOLE_FREE_NODES -> List.of("wholenodes", "whole", "整机空闲", "整机空闲节点");
            case ACCELERATOR -> List.of("accelerator", "card", "卡型", "加速卡类型");
            case ABNORMAL_NODES -> List.of("abnormalnodes", "异常节点", "异常节点数");
            case CREATING_NODES -> List.of("creatingnodes", "创建中节点");
            case DELETING_NODES -> List.of("deletingnodes", "删除中节点");
            case API -> List.of("api", "接口");
            case PHASE -> List.of("phase", "阶段");
            case MESSAGE -> List.of("message", "消息");
            case POOL_TYPE -> List.of("type", "资源池类型", "类型");
            case PARENT -> List.of("parent", "父资源池", "所属资源池");
            case SCOPE -> List.of("scope", "用途", "作业类型");
            case WORKSPACE -> List.of("workspace", "工作空间");
            case NETWORK -> List.of("network", "网络");
            case DRIVER -> List.of("driver", "驱动");
            case AUTO_RENEW -> List.of("renew", "autorenew", "自动续费");
            case NEXT_MAINTENANCE -> List.of("maintenance", "计划维护", "维护时间");
            case SPECIFICATION -> List.of("spec", "flavor", "规格");
            case CREATED_AT -> List.of("created", "创建时间");
            case BOUGHT -> List.of("prepaid", "bought", "已购时长", "已购");
            case STATUS_SINCE -> List.of("since", "statussince", "状态起始");
            case OWNER -> List.of("owner", "归属用户", "归属", "用户");
            case NODE_COUNT -> List.of("nodes", "节点数", "节点");
            case AVAILABLE_NODES -> List.of("avail", "available", "可用节点", "可用");
            case UNAVAILABLE_NODES -> List.of("unavail", "unavailable", "不可用节点", "不可用");
            case MAX_NODES -> List.of("maxnodes", "最大节点数", "最大节点");
            case PERIOD_TYPE -> List.of("period", "周期类型", "周期");
            case PERIOD_NUMBER -> List.of("periods", "周期数");
            case ESTIMATED_END -> List.of("ends", "estimatedend", "预计到期", "到期");
            case ORDER_ID -> List.of("order", "订单 ID", "订单id", "订单");
            case PRODUCT_ID -> List.of("product", "产品 ID", "产品id", "产品");
            case CHARGING_MODE -> List.of("charging", "计费模式", "计费");
            case DESCRIPTION -> List.of("desc", "备注", "描述");
            case ID -> List.of("id", "资源池 ID", "资源池id", "集群 ID", "集群id", "编号");
            case TENANT -> List.of("tenant", "租户");
            case PROJECT -> List.of("project", "项目");
            case REALTIME_SERVICES -> List.of("realtime", "在线服务");
            case BATCH_SERVICES -> List.of("batch", "批量服务");
        };
    }

    /// The name that is printed in that language, of a field that has names. A Chinese name may be of two parts with a
    /// blank between them.
    public static String printed(PoolField field, FilterKeywordLanguage language) {
        var names = of(field);
        if (language == FilterKeywordLanguage.ENGLISH) return names.getFirst();
        if (field == PoolField.CPU_CORES) return "CPU";
        return names.stream().filter(PinyinInitialFinder::isChinese).findFirst().orElseThrow();
    }

    /// Whether it is the first part of a name of two parts.
    static boolean isFirstPart(String text) {
        var start = text.toLowerCase(Locale.ROOT) + " ";
        return FIELDS.keySet().stream().anyMatch(name -> name.startsWith(start));
    }

    /// The field of that name.
    static Optional<PoolField> find(String name) {
        return Optional.ofNullable(FIELDS.get(name.toLowerCase(Locale.ROOT)));
    }

    static boolean isAge(String name) {
        return AGE.stream().anyMatch(name::equalsIgnoreCase);
    }

    /// Whether a name may begin so.
    static boolean isStart(String start) {
        var small = start.toLowerCase(Locale.ROOT);
        return all().anyMatch(name -> name.startsWith(small));
    }

    /// The name that was probably meant: the one with the fewest letters to add, drop, change or swap, when they are
    /// few, otherwise the one of which it is the pinyin.
    static Optional<String> nearest(String name) {
        if (name.length() > LONGEST_WORTH_A_GUESS) return Optional.empty();
        var small = name.toLowerCase(Locale.ROOT);
        int most = Math.max(1, name.length() / 3);
        return all().filter(candidate -> candidate.length() > most && distance(small, candidate) <= most)
                .min(Comparator.<String>comparingInt(candidate -> distance(small, candidate))
                        .thenComparing(String::length)
                        .thenComparing(Comparator.naturalOrder()))
                .or(() -> ofPinyin(name));
    }

    /// The shortest Chinese name whose pinyin or initials begin so. Two letters are too few to tell.
    private static Optional<String> ofPinyin(String start) {
        if (start.length() < 3) return Optional.empty();
        var typed = TextMatcher.of(start);
        return all().filter(typed::beginsPinyinOf)
                .min(Comparator.comparingInt(String::length).thenComparing(Comparator.naturalOrder()));
    }

    /// Whether the name of a field of numbers may begin so.
    static boolean isStartOfNumber(String start) {
        var small = start.toLowerCase(Locale.ROOT);
        return FIELDS.entrySet()
                .stream()
                .anyMatch(name -> name.getValue().unit().isNumeric() && name.getKey().startsWith(small));
    }

    private static Stream<String> all() {
        return Stream.concat(FIELDS.keySet().stream(), AGE.stream());
    }

    /// Optimal string alignment.
    private static int distance(String a, String b) {
        var rows = new int[a.length() + 1][b.length() + 1];
        Arrays.setAll(rows[0], j -> j);
        for (int i = 1; i <= a.length(); i++) {
            rows[i][0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = a.charAt(i - 1) == b.charAt(j - 1);
                rows[i][j] = Math.min(Math.min(rows[i - 1][j], rows[i][j - 1]) + 1,
                        rows[i - 1][j - 1] + (same ? 0 : 1));
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1))
                    rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
            }
        }
        return rows[a.length()][b.length()];
    }
}
