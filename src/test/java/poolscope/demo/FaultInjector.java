package poolscope.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Makes a fault happen to one exchange.
///
/// @param closing
///            reaches 0 when the server closes, and ends every wait
record FaultInjector(ResponseSender responseSender, Supplier<DemoResponse> normal, CountDownLatch closing) {
    /// The connection is to be closed here, on purpose.
    static final class CutException extends IOException {
        private static final long serialVersionUID = 1;

        CutException(String message) {
            super(message);
        }
    }

    private static final Duration FOREVER = Duration.ofDays(365);
    private static final int PIECES_PER_SECOND = 20;

    void play(Fault fault) throws IOException {
        switch (fault) {
            case Fault.Pass pass -> responseSender.send(normal.get());
            case Fault.Respond respond -> responseSender.send(answer(respond));
            case Fault.Delay late -> {
                pause(late.delay());
                play(late.then());
            }
            case Fault.Stall stall -> stall();
            case Fault.Throttle drip -> drip(drip.bytesPerSecond());
            case Fault.Truncate cut -> truncate(cut.bytes(), false);
            case Fault.TruncateChunked cut -> truncate(cut.bytes(), true);
            case Fault.Disconnect hangUp -> throw new CutException("no answer, as scripted");
            case Fault.Labelled label -> responseSender.send(labelled(normal.get(), label.contentType()));
            case Fault.Replaced replaced -> responseSender.send(normal.get().with(replaced.body()));
            case Fault.Edited edited -> {
                var demoResponse = normal.get();
                var text = new String(demoResponse.bytes(), StandardCharsets.UTF_8);
                responseSender.send(demoResponse.with(edited.edit().apply(text).getBytes(StandardCharsets.UTF_8)));
            }
            case Fault.Endless endless -> endless();
            case Fault.Gzip gzip -> responseSender.send(compressed(normal.get()));
        }
    }

    private static DemoResponse answer(Fault.Respond respond) {
        var demoResponse = DemoResponse.text(respond.status(), respond.contentType(), respond.body());
        for (var header : respond.headers().entrySet())
            demoResponse = demoResponse.with(header.getKey(), header.getValue());
        return demoResponse;
    }

    private static DemoResponse labelled(DemoResponse demoResponse, String type) {
        var bare = DemoResponse.of(demoResponse.status(), type, demoResponse.body());
        for (var header : demoResponse.headers())
            if (!header.name().equalsIgnoreCase("Content-Type")) bare = bare.with(header.name(), header.value());
        return bare;
    }

    private static DemoResponse compressed(DemoResponse demoResponse) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(demoResponse.bytes());
        }
        return demoResponse.with(packed.toByteArray()).with("Content-Encoding", "gzip");
    }

    private void stall() throws IOException {
        var demoResponse = responseSender.withRequestId(normal.get());
        responseSender.begin(demoResponse, demoResponse.bytes().length).flush();
        pause(FOREVER);
    }

    private void drip(int bytesPerSecond) throws IOException {
        var demoResponse = responseSender.withRequestId(normal.get());
        var bytes = demoResponse.bytes();
        var piece = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
        var pause = Duration.ofSeconds(1).multipliedBy(piece).dividedBy(bytesPerSecond);
        var out = responseSender.begin(demoResponse, bytes.length);
        for (var at = 0; at < bytes.length; at += piece) {
            out.write(bytes, at, Math.min(piece, bytes.length - at));
            out.flush();
            pause(pause);
        }
        out.close();
        responseSender.exchange().close();
    }

    private void truncate(int keep, boolean chunked) throws IOException {
        var demoResponse = responseSender.withRequestId(normal.get());
        var bytes = demoResponse.bytes();
        var out = responseSender.begin(demoResponse, chunked ? 0 : bytes.length);
        out.write(bytes, 0, Math.min(keep, bytes.length));
        out.flush();
        throw new CutException("cut, as scripted");
    }

    private void endless() throws IOException {
        var out = responseSender.begin(normal.get(), 0);
        out.write("{\"total_count\":1,\"count\":1,\"clusters\":[{}".getBytes(StandardCharsets.UTF_8));
        var row = ",{\"cluster_id\":\"0\",\"cluster_name\":\"endless\",\"status\":\"running\"}";
        var rows = row.repeat(128).getBytes(StandardCharsets.UTF_8);
        while (closing.getCount() > 0)
            out.write(rows);
        throw new CutException("the server closes");
    }

    /// Waits, on real time whatever the cloud's clock says.
    ///
    /// @throws CutException
    ///             as soon as the server closes
    private void pause(Duration time) throws IOException {
        try {
            if (closing.await(time.toMillis(), TimeUnit.MILLISECONDS)) throw new CutException("the server closes");
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
            throw new CutException("the server closes");
        }
    }
}
