package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.document.JsonText;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The process's standard streams and what they are connected to: stdout takes documents and, without {@code --json}, what a
 * person reads; stderr takes diagnostics and, with {@code --json}, what a person reads. Safe for many threads.
 */
public final class Streams {
    private final PrintStream out;
    private final PrintStream err;
    private final String seen;
    private final Map<String, String> environment;
    private final InstantSource clock;
    private final Supplier<String> input;
    private final List<Screen> screens = new ArrayList<>();
    private volatile String lastWord = "Interrupted. Everything done so far is kept and journalled;"
            + " \"cordon incident list\" shows where it stands, \"cordon incident resume ID\" goes on.";
    private boolean closed;

    /**
     * Streams of a process.
     *
     * @param input the next line of stdin with its line break; empty text at its end
     * @param seen what the launch script saw of the terminal; see {@link Terminal#seen}
     * @param environment the environment variables
     * @param clock the wall clock
     */
    public Streams(
            PrintStream out,
            PrintStream err,
            Supplier<String> input,
            String seen,
            Map<String, String> environment,
            InstantSource clock) {
        this.out = out;
        this.err = err;
        this.input = input;
        this.seen = seen;
        this.environment = Map.copyOf(environment);
        this.clock = clock;
    }

    /** Where a person reads: stdout, or stderr when stdout takes a document. */
    public Screen screen(boolean json) {
        return json ? errors() : screen(out, "out");
    }

    /** Where diagnostics go. */
    public Screen errors() {
        return screen(err, "err");
    }

    /** The raw stream for help texts, which are ours alone. */
    public PrintStream out() {
        return out;
    }

    /** The same for usage shown after a mistake. */
    public PrintStream err() {
        return err;
    }

    /** The environment variables. */
    public Map<String, String> environment() {
        return environment;
    }

    /** Whether a person sits there who can be asked: stdin is a terminal. */
    public boolean canAsk() {
        return List.of(seen.split(",")).contains("in");
    }

    /** The next line the person types, with its line break; empty text at the end of the input. */
    public String nextLine() {
        return input.get();
    }

    /** Writes a document to stdout, in UTF-8 whatever the platform's habits. */
    public synchronized void write(JsonObject document) {
        if (closed) {
            return;
        }
        byte[] bytes = JsonText.of(document).getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /** From now on this is what an interruption means. */
    public void whenInterrupted(String newLastWord) {
        lastWord = newLastWord;
    }

    /** Ends all output as interrupted, and says what that means. */
    public void interrupted() {
        close(lastWord);
    }

    /** Ends all output with whole lines and a last word on what a person reads; nothing is written after it. */
    public synchronized void close(String said) {
        closed = true;
        for (Screen screen : screens) {
            screen.close(said);
            said = "";
        }
    }

    private synchronized Screen screen(PrintStream stream, String name) {
        var screen = new Screen(stream, Terminal.seen(seen, name, environment), clock);
        if (closed) {
            screen.close("");
        }
        screens.add(screen);
        return screen;
    }
}
