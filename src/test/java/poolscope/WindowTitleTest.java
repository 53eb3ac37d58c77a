package poolscope;

import org.junit.jupiter.api.Test;
import poolscope.settings.Settings;
import poolscope.settings.WindowAppearance;

/// The title of the window follows what the window shows.
class WindowTitleTest {

    @Test
    void the_title_follows_view_and_language() throws Exception {
        try (var appFixture = AppFixture.open(20)) {
            awaitTitle(appFixture, "All — Demo cloud — PoolScope");
            appFixture.fx(() -> {
                appFixture.appComposition.views().apply(appFixture.appComposition.views().viewsProperty().get().get(1));
                return true;
            });
            awaitTitle(appFixture, "Problems — Demo cloud — PoolScope");
            appFixture.fx(() -> {
                var windowAppearance = appFixture.appComposition.settings()
                        .part(Settings::windowAppearance, Settings::withWindowAppearance);
                windowAppearance.set(windowAppearance.get().withLanguage(WindowAppearance.Language.CHINESE));
                return true;
            });
            awaitTitle(appFixture, "问题 — Demo cloud — PoolScope");
        }
    }

    private static void awaitTitle(AppFixture appFixture, String title) {
        appFixture.until("the title is " + title, () -> title.equals(appFixture.appComposition.stage().getTitle()));
    }
}
