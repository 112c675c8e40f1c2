package dev.cordon.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows what the attacker does while the response runs, as the simulated tenant saw it. Ends when it is closed. */
final class AttackerWatch implements AutoCloseable {
    private static final int EVERY_MS = 400;

    private final SimulatorControl control;
    private final Screen screen;
    private final CountDownLatch end = new CountDownLatch(1);
    private long seen;
    private String last = "";

    private AttackerWatch(SimulatorControl control, Screen screen) {
        this.control = control;
        this.screen = screen;
    }

    static AttackerWatch start(SimulatorControl control, Screen screen) {
        var watch = new AttackerWatch(control, screen);
        Thread.ofVirtual().name("attacker-watch").start(watch::watch);
        return watch;
    }

    /** Shows what has not been shown yet. */
    synchronized void lookOnceMore() throws InterruptedException {
        List<JsonObject> requests = control.requests();
        for (JsonObject request : requests) {
            long number = request.get("seq").getAsLong();
            if (number > seen) {
                seen = number;
                show(request);
            }
        }
    }

    @Override
    public void close() {
        end.countDown();
    }

    private void watch() {
        try {
            while (!end.await(EVERY_MS, TimeUnit.MILLISECONDS)) {
                lookOnceMore();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException tenantIsGone) {
            close();
        }
    }

    // He repeats himself; one line for each kind of thing he does.
    private void show(JsonObject request) {
        if (!text(request, "caller").equals("attacker")) {
            return;
        }
        String cmdlet = text(request, "cmdlet");
        String what = text(request, "host") + ": " + text(request, "method") + " "
                + (cmdlet.isEmpty() ? text(request, "path") : cmdlet) + " -> " + text(request, "status");
        if (!what.equals(last)) {
            last = what;
            screen.line(Tone.CAUTION, "      attacker  " + what);
        }
    }

    private static String text(JsonObject request, String key) {
        JsonElement value = request.get(key);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
