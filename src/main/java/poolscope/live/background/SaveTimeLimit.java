package poolscope.live.background;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/// For how long the FX thread waits for the disk while the window closes: for all files together, so that a disk that
/// does not answer keeps no window open. For the FX thread.
public final class SaveTimeLimit {
    /// Longer than writing all files takes.
    private static final Duration LONGEST = Duration.ofSeconds(2);

    private final long longest;
    private long left;

    public SaveTimeLimit() {
        this(LONGEST);
    }

    /// @param longest
    ///            the whole time; not negative
    SaveTimeLimit(Duration longest) {
        this.longest = longest.toNanos();
        left = this.longest;
    }

    /// Gives the whole time again, when somebody asks once more to save or to close.
    public void restart() {
        left = longest;
    }

    /// Saves on a thread of its own, and waits for the end while there is time left.
    ///
    /// @return whether it ended
    boolean runs(Runnable save) {
        var done = new CountDownLatch(1);
        Thread.ofPlatform().daemon().name("saving").start(() -> {
            try {
                save.run();
            } finally {
                done.countDown();
            }
        });
        return await(done);
    }

    /// Waits for the end of a save while there is time left.
    ///
    /// @return whether it ended
    public boolean await(CountDownLatch done) {
        long begun = System.nanoTime();
        try {
            return done.await(left, TimeUnit.NANOSECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        } finally {
            left = Math.max(0, left - (System.nanoTime() - begun));
        }
    }

    boolean isUsedUp() {
        return left == 0;
    }
}
