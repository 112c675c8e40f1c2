package dev.cordon.app;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Shows what the attacker does while the response runs, as the simulated tenant saw it. Ends when it is closed. */
final class AttackerWatch implements AutoCloseable {
    private static final int EVERY_MS = 400;

    private final SimulatorControl control;
    private final Screen screen;
    private final CountDownLatch end = new CountDownLatch(1);
    private long seen;
    private final Set<String> shown = new HashSet<>();

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

    // He repeats himself: one line for each kind of thing he does and how it went.
    private void show(JsonObject request) {
        if (!text(request, "caller").equals("attacker")) {
            return;
        }
        boolean isRefused = request.get("status").getAsInt() >= 400;
        String what = AttackerDeed.words(text(request, "method"), text(request, "path"), text(request, "cmdlet")) + ": "
                + (isRefused ? "refused (" + text(request, "status") + ")" : "it works");
        if (shown.add(what)) {
            screen.line(isRefused ? Tone.GOOD : Tone.CAUTION, "      attacker " + what);
        }
    }

    private static String text(JsonObject request, String key) {
        JsonElement value = request.get(key);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
