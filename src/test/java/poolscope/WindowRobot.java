package poolscope;

import com.sun.javafx.tk.Toolkit;
import java.util.List;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.PointQuery;
import org.testfx.util.WaitForAsyncUtils;

/// TestFX's robot without its fixed pauses on the headless platform. TestFX sleeps 50 ms after every key and button,
/// because a window system delivers events some time later. The headless platform delivers them at once, so it is enough
/// to run what waits on the FX thread and to lay out what changed. On other platforms it is TestFX's robot.
final class WindowRobot extends FxRobot {
    private static final boolean HEADLESS = "Headless".equalsIgnoreCase(System.getProperty("glass.platform"));
    private static final long PATIENCE_MILLIS = 30_000;
    /// What a layout starts with runLater is done and laid out too.
    private static final int PULSES = 3;

    /// Waits until what was posted to the FX thread has run and the windows are laid out.
    static void settle() {
        if (!HEADLESS) {
            WaitForAsyncUtils.waitForFxEvents();
            return;
        }
        for (int i = 0; i < PULSES; i++)
            WaitForAsyncUtils.waitForAsyncFx(PATIENCE_MILLIS, Toolkit.getToolkit()::firePulse);
    }

    /// Releases what a failed test left pressed. TestFX's JUnit extension does the same, and pauses for a quarter of a
    /// second around each test.
    void releaseAll() {
        robotContext().getKeyboardRobot().releaseNoWait();
        robotContext().getMouseRobot().releaseNoWait();
    }

    @Override
    public FxRobot push(KeyCode... keys) {
        if (!HEADLESS) return super.push(keys);
        press(keys);
        return release(List.of(keys).reversed().toArray(KeyCode[]::new));
    }

    @Override
    public FxRobot press(KeyCode... keys) {
        if (!HEADLESS) return super.press(keys);
        for (var key : keys) {
            robotContext().getKeyboardRobot().pressNoWait(key);
            settle();
        }
        return this;
    }

    @Override
    public FxRobot release(KeyCode... keys) {
        if (!HEADLESS || keys.length == 0) return super.release(keys);
        for (var key : keys) {
            robotContext().getKeyboardRobot().releaseNoWait(key);
            settle();
        }
        return this;
    }

    @Override
    public FxRobot clickOn(PointQuery point, Motion motion, MouseButton... buttons) {
        if (!HEADLESS) return super.clickOn(point, motion, buttons);
        moveTo(point, motion);
        return clickOn(buttons);
    }

    @Override
    public FxRobot clickOn(MouseButton... buttons) {
        if (!HEADLESS) return super.clickOn(buttons);
        robotContext().getMouseRobot().pressNoWait(buttons);
        settle();
        robotContext().getMouseRobot().releaseNoWait(buttons);
        settle();
        return this;
    }
}
