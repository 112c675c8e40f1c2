package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.document.JsonText;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

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
    private final Supplier<Optional<String>> unseen;
    private final List<Screen> screens = new ArrayList<>();
    private volatile String lastWord = "Interrupted. Everything done so far is kept and journalled;"
            + " \"cordon incident list\" shows where it stands, \"cordon incident resume ID\" goes on.";
    private volatile @Nullable Supplier<JsonObject> promised;
    private volatile @Nullable Supplier<JsonObject> documentSoFar;
    private Consumer<Screen> named = _ -> {};
    private boolean written;
    private boolean closed;
    private boolean ended;

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
        this(out, err, input, () -> Optional.of(input.get()), seen, environment, clock);
    }

    /**
     * The same, where what is typed can be kept from the screen.
     *
     * @param unseen the next line that nobody sees; empty where the terminal cannot do that
     */
    public Streams(
            PrintStream out,
            PrintStream err,
            Supplier<String> input,
            Supplier<Optional<String>> unseen,
            String seen,
            Map<String, String> environment,
            InstantSource clock) {
        this.out = out;
        this.err = err;
        this.input = input;
        this.unseen = unseen;
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

    /** Wall time. */
    public Instant now() {
        return clock.instant();
    }

    /** Whether a person sits there who can be asked: stdin is a terminal. */
    public boolean canAsk() {
        return List.of(seen.split(",")).contains("in");
    }

    /** The next line the person types, with its line break; empty text at the end of the input. */
    public String nextLine() {
        return input.get();
    }

    /** The same of what must not be seen on the screen; empty where the terminal cannot keep it from there. */
    public Optional<String> unseenLine() {
        return unseen.get();
    }

    /** Writes a document to stdout, in UTF-8 whatever the platform's habits. After an interruption no second one is written. */
    public synchronized void write(JsonObject document) {
        if (ended || (closed && written)) {
            return;
        }
        written = true;
        byte[] bytes = JsonText.of(document).getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }

    /**
     * Writes a document to stdout in parts, so that it is never whole in memory.
     *
     * @param document gives one part after the other to what it is given
     */
    public synchronized void writeInParts(Consumer<Consumer<String>> document) {
        if (ended || (closed && written)) {
            return;
        }
        written = true;
        document.accept(part -> {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            out.write(bytes, 0, bytes.length);
        });
        out.flush();
    }

    /** From now on this is what an interruption means. */
    public void whenInterrupted(String newLastWord) {
        lastWord = newLastWord;
    }

    /** What an interruption means now. */
    public String lastWord() {
        return lastWord;
    }

    /** A document must come even if the run is cut off: this one, where the command has none to show. */
    public void promise(Supplier<JsonObject> document) {
        promised = document;
    }

    /** From now on this is what the command has to show if it is cut off. It may be asked on another thread. */
    public void documentSoFar(Supplier<JsonObject> document) {
        documentSoFar = document;
    }

    /** Writes what the command has to show so far, where a document was promised and none has been written. */
    public synchronized void writeSoFar() {
        Supplier<JsonObject> otherwise = promised;
        if (otherwise == null || written) {
            return;
        }
        Supplier<JsonObject> soFar = documentSoFar;
        JsonObject document;
        try {
            document = soFar == null ? otherwise.get() : soFar.get();
        } catch (RuntimeException cannotBeReadNow) {
            document = otherwise.get();
        }
        write(document);
    }

    /**
     * From now on every command of ours that is shown to a person names this data folder.
     *
     * @param words the first words of our commands
     */
    public synchronized void nameInCommands(Path data, Set<String> words) {
        String path = data.toAbsolutePath().normalize().toString();
        named = screen -> screen.nameInCommands(path, words);
        screens.forEach(named);
    }

    /** Ends what a person reads as interrupted, and says what that means. The document may still be written. */
    public void interrupted() {
        closeScreens(lastWord);
    }

    /** Ends all output with whole lines and a last word on what a person reads; nothing is written after it. */
    public synchronized void close(String said) {
        ended = true;
        closeScreens(said);
    }

    private synchronized void closeScreens(String said) {
        closed = true;
        String word = said;
        for (Screen screen : screens) {
            screen.close(word);
            word = "";
        }
    }

    private synchronized Screen screen(PrintStream stream, String name) {
        var screen = new Screen(stream, Terminal.seen(seen, name, environment), clock);
        named.accept(screen);
        if (closed) {
            screen.close("");
        }
        screens.add(screen);
        return screen;
    }
}
