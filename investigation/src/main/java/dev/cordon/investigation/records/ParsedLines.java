package dev.cordon.investigation.records;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a file, each parsed as a record: while the lines of one batch are taken, those of the next ones are parsed beside. What is wrong with
 * the text is told when the lines before it were taken. For one thread.
 */
final class ParsedLines implements AutoCloseable {
    /** As many batches, each on a thread of its own. */
    private static final int AHEAD = 2;

    private static final int MOST_LINES = 64;
    /** Behind a batch that is longer nothing is read ahead, so that no more than one of the longest records is held. */
    private static final int MOST_CHARACTERS = 1 << 17;

    private final TextOfFile text;
    private final LinesOfText lines;
    private final ExecutorService beside = Executors.newFixedThreadPool(AHEAD, ParsedLines::thread);
    private final Deque<Batch> ahead = new ArrayDeque<>();
    private final Deque<Batch> idle = new ArrayDeque<>();
    private Batch taken = new Batch();
    private int at;

    ParsedLines(TextOfFile text, LinesOfText lines) {
        this.text = text;
        this.lines = lines;
    }

    private static Thread thread(Runnable work) {
        return Thread.ofPlatform().daemon().name("parser of lines").unstarted(work);
    }

    /** Goes on to the next line; false at the end. */
    boolean next() throws IOException {
        at++;
        while (at >= taken.lines.size()) {
            taken.tell();
            if (taken.isLast) {
                return false;
            }
            turn();
        }
        return true;
    }

    private void turn() {
        idle.add(taken);
        if (ahead.isEmpty()) {
            readAhead();
        }
        taken = ahead.remove();
        at = 0;
        while (ahead.size() < AHEAD && last().mayBeFollowed()) {
            readAhead();
        }
        taken.await();
    }

    private void readAhead() {
        Batch next = idle.isEmpty() ? new Batch() : idle.remove();
        next.fill(text, lines);
        next.parse(beside);
        ahead.add(next);
    }

    private Batch last() {
        return ahead.isEmpty() ? taken : ahead.getLast();
    }

    String line() {
        return taken.lines.get(at);
    }

    /** What was made of the line, until the next one; of a blank one nothing. */
    RawRecord record() {
        return taken.records.get(at);
    }

    /** Whether the file ends with this line and without a line break. */
    boolean isCutOff() {
        return taken.isCutOff && at == taken.lines.size() - 1;
    }

    @Override
    public void close() {
        beside.close();
    }

    /** Some lines one after another. */
    private static final class Batch {
        private final List<String> lines = new ArrayList<>();
        private final List<RawRecord> records = new ArrayList<>();
        private CompletableFuture<Void> parsed = CompletableFuture.completedFuture(null);
        private int characters;
        private boolean isCutOff;
        private boolean isLast;
        private @Nullable Exception failure;

        void fill(TextOfFile text, LinesOfText from) {
            lines.clear();
            characters = 0;
            try {
                while (lines.size() < MOST_LINES && characters < MOST_CHARACTERS && !isLast) {
                    isLast = !from.next();
                    if (!isLast) {
                        text.recordBegins();
                        isCutOff = from.isLast() && !text.endsWithLineBreak();
                        lines.add(from.line());
                        characters += lines.getLast().length();
                    }
                }
            } catch (IOException | RuntimeException e) {
                failure = e;
            }
            while (records.size() < lines.size()) {
                records.add(new RawRecord());
            }
        }

        void parse(Executor beside) {
            parsed = CompletableFuture.runAsync(this::parseAll, beside);
        }

        private void parseAll() {
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).isBlank()) {
                    records.get(i).parse(lines.get(i));
                }
            }
        }

        void await() {
            try {
                parsed.join();
            } catch (CompletionException e) {
                switch (e.getCause()) {
                    case RuntimeException cause -> throw cause;
                    case Error cause -> throw cause;
                    case null, default -> throw e;
                }
            }
        }

        boolean mayBeFollowed() {
            return !isLast && failure == null && characters < MOST_CHARACTERS;
        }

        /** What was wrong with the text behind these lines. */
        void tell() throws IOException {
            switch (failure) {
                case null -> {}
                case IOException e -> throw e;
                case RuntimeException e -> throw e;
                default -> throw new IllegalStateException(failure);
            }
        }
    }
}
