package poolscope.pool;

/// Looks for a phrase in every text, id and status of a pool. What can be seen can be found: also what came and could not be
/// understood. A name in Chinese is found by its [Initials] too, for it can't be typed with one key a character.
///
/// The facts are named here one by one although [PoolField] knows them: going through the catalogue costs twice the time, and a
/// keystroke looks at a million texts. A test holds both together.
final class WordSearch {
    private WordSearch() {}

    static boolean finds(Phrase phrase, Pool pool) {
        return finds(phrase, pool.identity()) || finds(phrase, pool.status()) || finds(phrase, pool.nodes())
                || phrase.isIn(pool.origin().connection()) || phrase.isIn(pool.origin().region()) || finds(phrase, pool.billing())
                || finds(phrase, pool.undocumented().chargingMode()) || areInitials(phrase, pool.identity().name());
    }

    /// Also by what the status is called on screen, in either language.
    private static boolean finds(Phrase phrase, PoolStatus status) {
        if (phrase.isIn(status.word())) return true;
        if (status.kind() == PoolStatus.Kind.OTHER) return false;
        var names = FilterLiterals.written(status.kind());
        for (int i = 1; i < names.size(); i++)
            if (phrase.isIn(names.get(i))) return true;
        return false;
    }

    private static boolean finds(Phrase phrase, Identity identity) {
        return finds(phrase, identity.name()) || finds(phrase, identity.id()) || finds(phrase, identity.description())
                || finds(phrase, identity.owner()) || finds(phrase, identity.project()) || finds(phrase, identity.tenant());
    }

    private static boolean finds(Phrase phrase, Nodes nodes) {
        return finds(phrase, nodes.specification());
    }

    private static boolean finds(Phrase phrase, Billing billing) {
        return switch (billing) {
            case Billing.OnDemand _ -> false;
            case Billing.Prepaid prepaid -> finds(phrase, prepaid.orderId()) || finds(phrase, prepaid.productId())
                    || finds(phrase, prepaid.periodType());
        };
    }

    private static boolean areInitials(Phrase phrase, Value name) {
        return name instanceof Value.Text(String text) && Pinyin.isChinese(text) && Initials.of(text).contain(phrase.folded());
    }

    private static boolean finds(Phrase phrase, Value value) {
        if (value instanceof Value.Text text) return phrase.isIn(text.text());
        return value instanceof Value.Unreadable unreadable && phrase.isIn(unreadable.raw());
    }
}
