package poolscope.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.function.Supplier;
import java.util.zip.GZIPOutputStream;

/// Makes a fault happen to one exchange.
record FaultPlayer(Outlet outlet, Supplier<Answer> normal) {
    private static final Duration FOREVER = Duration.ofDays(365);
    private static final int PIECES_PER_SECOND = 20;

    void play(Fault fault) throws IOException {
        switch (fault) {
            case Fault.Pass pass -> outlet.send(normal.get());
            case Fault.Respond respond -> outlet.send(answer(respond));
            case Fault.Late late -> {
                outlet.pause(late.delay());
                play(late.then());
            }
            case Fault.Stall stall -> stall();
            case Fault.Drip drip -> drip(drip.bytesPerSecond());
            case Fault.Truncate cut -> truncate(cut.bytes(), false);
            case Fault.TruncateChunked cut -> truncate(cut.bytes(), true);
            case Fault.HangUp hangUp -> throw new Outlet.CutException("no answer, as scripted");
            case Fault.Labelled label -> outlet.send(labelled(normal.get(), label.contentType()));
            case Fault.Replaced replaced -> outlet.send(normal.get().with(replaced.body()));
            case Fault.Edited edited -> {
                var answer = normal.get();
                var text = new String(answer.bytes(), StandardCharsets.UTF_8);
                outlet.send(answer.with(edited.edit().apply(text).getBytes(StandardCharsets.UTF_8)));
            }
            case Fault.Endless endless -> endless();
            case Fault.Gzip gzip -> outlet.send(compressed(normal.get()));
        }
    }

    private static Answer answer(Fault.Respond respond) {
        var answer = Answer.text(respond.status(), respond.contentType(), respond.body());
        for (var header : respond.headers().entrySet())
            answer = answer.with(header.getKey(), header.getValue());
        return answer;
    }

    private static Answer labelled(Answer answer, String type) {
        var bare = Answer.of(answer.status(), type, answer.body());
        for (var header : answer.headers())
            if (!header.name().equalsIgnoreCase("Content-Type")) bare = bare.with(header.name(), header.value());
        return bare;
    }

    private static Answer compressed(Answer answer) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var gzip = new GZIPOutputStream(packed)) {
            gzip.write(answer.bytes());
        }
        return answer.with(packed.toByteArray()).with("Content-Encoding", "gzip");
    }

    private void stall() throws IOException {
        var answer = outlet.withRequestId(normal.get());
        outlet.begin(answer, answer.bytes().length).flush();
        outlet.pause(FOREVER);
    }

    private void drip(int bytesPerSecond) throws IOException {
        var answer = outlet.withRequestId(normal.get());
        var bytes = answer.bytes();
        var piece = Math.max(1, bytesPerSecond / PIECES_PER_SECOND);
        var pause = Duration.ofSeconds(1).multipliedBy(piece).dividedBy(bytesPerSecond);
        var out = outlet.begin(answer, bytes.length);
        for (var at = 0; at < bytes.length; at += piece) {
            out.write(bytes, at, Math.min(piece, bytes.length - at));
            out.flush();
            outlet.pause(pause);
        }
        out.close();
        outlet.exchange().close();
    }

    private void truncate(int keep, boolean chunked) throws IOException {
        var answer = outlet.withRequestId(normal.get());
        var bytes = answer.bytes();
        var out = outlet.begin(answer, chunked ? 0 : bytes.length);
        out.write(bytes, 0, Math.min(keep, bytes.length));
        out.flush();
        throw new Outlet.CutException("cut, as scripted");
    }

    private void endless() throws IOException {
        var out = outlet.begin(normal.get(), 0);
        out.write("{\"total_count\":1,\"count\":1,\"clusters\":[{}".getBytes(StandardCharsets.UTF_8));
        var row = ",{\"cluster_id\":\"0\",\"cluster_name\":\"endless\",\"status\":\"running\"}";
        var rows = row.repeat(128).getBytes(StandardCharsets.UTF_8);
        while (!outlet.isClosing())
            out.write(rows);
        throw new Outlet.CutException("the server closes");
    }
}
