package poolscope.pool.filter;

import poolscope.pool.Billing;
import poolscope.pool.FieldValue;
import poolscope.pool.Pool;
import poolscope.pool.PoolNamesAndOwner;
import poolscope.pool.PoolNodeGroups;
import poolscope.pool.PoolStatus;
import poolscope.pool.V2OnlyPoolFields;

/// Looks for a phrase in every text, id and status of a pool. What can be seen can be found: also what came and could
/// not be understood. A name in Chinese is found by its pinyin too, whole or the initials, for it can't be typed with
/// one key a character.
///
/// The facts are named here one by one although `PoolField` knows them: going through the catalogue costs twice the
/// time, and a keystroke looks at a million texts. A test holds both together.
final class PoolAllFieldsSearch {
    private PoolAllFieldsSearch() {}

    static boolean finds(TextMatcher textMatcher, Pool pool) {
        return finds(textMatcher, pool.poolNamesAndOwner()) || finds(textMatcher, pool.status())
                || finds(textMatcher, pool.poolNodeGroups()) || textMatcher.isIn(pool.poolOrigin().connection())
                || textMatcher.isIn(pool.poolOrigin().region()) || finds(textMatcher, pool.billing())
                || finds(textMatcher, pool.knownUndocumentedFields().chargingMode()) || finds(textMatcher, pool.v2())
                || isPinyin(textMatcher, pool.poolNamesAndOwner().name());
    }

    /// Also by what the status is called on screen, in either language.
    private static boolean finds(TextMatcher textMatcher, PoolStatus status) {
        if (textMatcher.isIn(status.word())) return true;
        if (status.kind() == PoolStatus.Kind.OTHER)
            return textMatcher.isIn(FilterLiterals.printedFurtherStatus(status.word(), FilterKeywordLanguage.CHINESE));
        var names = FilterLiterals.written(status.kind());
        for (int i = 1; i < names.size(); i++)
            if (textMatcher.isIn(names.get(i))) return true;
        return false;
    }

    private static boolean finds(TextMatcher textMatcher, PoolNamesAndOwner poolNamesAndOwner) {
        return finds(textMatcher, poolNamesAndOwner.name()) || finds(textMatcher, poolNamesAndOwner.id())
                || finds(textMatcher, poolNamesAndOwner.description()) || finds(textMatcher, poolNamesAndOwner.owner())
                || finds(textMatcher, poolNamesAndOwner.project()) || finds(textMatcher, poolNamesAndOwner.tenant());
    }

    private static boolean finds(TextMatcher textMatcher, PoolNodeGroups poolNodeGroups) {
        return finds(textMatcher, poolNodeGroups.specification());
    }

    private static boolean finds(TextMatcher textMatcher, Billing billing) {
        return switch (billing) {
            case Billing.OnDemand _ -> false;
            case Billing.Prepaid prepaid -> finds(textMatcher, prepaid.orderId())
                    || finds(textMatcher, prepaid.productId()) || finds(textMatcher, prepaid.periodType());
        };
    }

    /// Not whether it renews itself, nor the API's generation: `no` and `v2` are parts of too many names.
    private static boolean finds(TextMatcher textMatcher, V2OnlyPoolFields v2) {
        if (v2 == V2OnlyPoolFields.NONE) return false;
        var setup = v2.setup();
        return finds(textMatcher, v2.phase()) || finds(textMatcher, v2.message())
                || finds(textMatcher, v2.accelerator()) || finds(textMatcher, setup.type())
                || finds(textMatcher, setup.parent()) || finds(textMatcher, setup.scope())
                || finds(textMatcher, setup.workspace()) || finds(textMatcher, setup.network())
                || finds(textMatcher, setup.driver());
    }

    private static boolean isPinyin(TextMatcher textMatcher, FieldValue name) {
        return name instanceof FieldValue.Text(String text) && textMatcher.isPinyinOf(text);
    }

    private static boolean finds(TextMatcher textMatcher, FieldValue fieldValue) {
        if (fieldValue instanceof FieldValue.Text text) return textMatcher.isIn(text.text());
        return fieldValue instanceof FieldValue.Unreadable unreadable && textMatcher.isIn(unreadable.raw());
    }
}
