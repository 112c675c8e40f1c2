package dev.cordon.cli.screen;

import java.io.PrintStream;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The one way to show something to a person. Takes plain text and a {@link Tone}; everything passes {@link Printable}, and
 * only this class writes escape sequences, so nothing a caller hands over can be one. Lines appear whole: other threads wait.
 * While a question is open, what other threads say is held back until it is answered; nobody waits for that.
 * Safe for many threads.
 */
public final class Screen {
    private static final String ESCAPE = "\u001b[";
    private static final int WIDEST = 100;

    /** A blank, a key, and the cursor behind it. */
    private static final int ROOM_FOR_A_KEY = 3;

    private final PrintStream stream;
    private final Terminal terminal;
    private final InstantSource clock;
    private volatile UnaryOperator<String> commands = UnaryOperator.identity();
    private final List<LiveStep> running = new ArrayList<>();
    private final List<String> held = new ArrayList<>();
    private @Nullable Thread asking;
    private int drawn;
    private boolean closed;

    /** The clock measures how long steps take: the wall's, not a tenant's. */
    public Screen(PrintStream stream, Terminal terminal, InstantSource clock) {
        this.stream = stream;
        this.terminal = terminal;
        this.clock = clock;
    }

    /**
     * From now on every command of ours that is shown names this data folder.
     *
     * @param data an absolute path
     * @param words the first words of our commands
     */
    public void nameInCommands(String data, Collection<String> words) {
        commands = CopiedCommands.to(data, words)::in;
    }

    /** One line. */
    public void line(String text) {
        line(Tone.PLAIN, text);
    }

    /** One line in a tone. */
    public synchronized void line(Tone tone, String text) {
        print(coloured(tone, printable(text)));
    }

    /** An empty line. */
    public synchronized void blank() {
        print("");
    }

    /** A text of any length, broken between words so that each line fits. */
    public synchronized void paragraph(Tone tone, String text) {
        Paragraph.lines(printable(text), columns()).forEach(line -> print(coloured(tone, line)));
    }

    private String printable(String text) {
        return Printable.line(commands.apply(text));
    }

    /**
     * Opens a question: until {@link #answered()}, only the thread that asks is heard; what others say is held back, and no
     * running step is drawn into the question. One question at a time.
     */
    public synchronized void asking() {
        erase();
        asking = Thread.currentThread();
    }

    /** The question itself, broken between words so that each line fits; the answer stands on the same line as its end. */
    public synchronized void prompt(String question) {
        if (!closed) {
            List<String> lines = Paragraph.lines(Printable.line(question), columns() - ROOM_FOR_A_KEY);
            lines.subList(0, lines.size() - 1).forEach(stream::println);
            stream.print(lines.getLast() + " ");
            stream.flush();
        }
    }

    /**
     * Shows a secret until the person has seen it. On a terminal it stands on a screen of its own, of which nothing is left behind; elsewhere
     * it stays where its line goes. It has a line of its own, so that a narrow terminal breaks the words and not the secret.
     *
     * @param words what it is
     * @param seen returns when the person has seen it
     */
    public synchronized void glimpse(String words, String secret, Runnable seen) {
        if (closed) {
            return;
        }
        if (!terminal.live()) {
            stream.println(words);
            stream.println(Printable.line(secret));
            stream.flush();
            return;
        }
        erase();
        stream.print(ESCAPE + "?1049h" + ESCAPE + "H" + ESCAPE + "2J");
        stream.println(words);
        stream.println(Printable.line(secret));
        stream.print("It is gone from the screen when you press Enter. ");
        stream.flush();
        try {
            seen.run();
        } finally {
            stream.print(ESCAPE + "2J" + ESCAPE + "?1049l");
            stream.flush();
        }
    }

    /** Closes the question and says what was held back meanwhile. */
    public synchronized void answered() {
        asking = null;
        List<String> said = List.copyOf(held);
        held.clear();
        said.forEach(this::print);
        redraw();
    }

    /**
     * Begins a step that is shown with its elapsed time until it ends: drawn over again on a terminal, one line at its end
     * elsewhere.
     *
     * @param budget what it may take, or zero where nothing is promised
     */
    public synchronized LiveStep begin(String title, Duration budget) {
        var step = new LiveStep(this, title, budget, clock.instant());
        if (!closed) {
            running.add(step);
            redraw();
            if (running.size() == 1 && terminal.live()) {
                Thread.ofVirtual().name("live-steps").start(this::drawWhileRunning);
            }
        }
        return step;
    }

    /** How wide a step's title may be, so that time and outcome fit beside it. */
    int titleColumns() {
        return Math.clamp(columns() - 40L, 20, 46);
    }

    Instant now() {
        return clock.instant();
    }

    /** Says a last word, unless it is empty, and shows nothing after it; steps still running are shown as interrupted. */
    public synchronized void close(String lastWord) {
        if (closed) {
            return;
        }
        if (asking != null) {
            stream.println();
            answered();
        }
        for (LiveStep step : List.copyOf(running)) {
            end(step, Tone.CAUTION, "interrupted");
        }
        if (!lastWord.isEmpty()) {
            paragraph(Tone.CAUTION, lastWord);
        }
        closed = true;
    }

    synchronized void sayIfPlain(String line) {
        if (!terminal.live()) {
            print(line);
        }
    }

    synchronized void end(LiveStep step, Tone tone, String word) {
        if (running.remove(step)) {
            String line = tone.mark() + " " + step.ended(word, clock.instant());
            Paragraph.lines(line, columns(), 4).forEach(part -> print(coloured(tone, part)));
        }
    }

    synchronized void redraw() {
        if (terminal.live() && !closed && asking == null) {
            erase();
            draw();
            stream.flush();
        }
    }

    private void print(String line) {
        if (closed) {
            return;
        }
        if (asking != null && asking != Thread.currentThread()) {
            held.add(line);
            return;
        }
        erase();
        stream.println(line);
        draw();
        stream.flush();
    }

    private void erase() {
        if (drawn > 0) {
            stream.print(ESCAPE + drawn + "F" + ESCAPE + "J");
            drawn = 0;
        }
    }

    private void draw() {
        if (!terminal.live() || asking != null) {
            return;
        }
        for (LiveStep step : running) {
            stream.println(coloured(Tone.QUIET, "  " + step.sofar(clock.instant(), terminal.columns() - 3)));
            drawn++;
        }
    }

    // Longer lines are hard to read however wide the window is.
    private int columns() {
        return Math.min(terminal.columns(), WIDEST);
    }

    private String coloured(Tone tone, String printable) {
        return terminal.colour() && tone != Tone.PLAIN
                ? ESCAPE + tone.colour() + "m" + printable + ESCAPE + "0m"
                : printable;
    }

    // The only reason to draw again without news is the elapsed time.
    private synchronized void drawWhileRunning() {
        while (!running.isEmpty() && !closed) {
            redraw();
            try {
                wait(100);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
