package dev.cordon.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.SimpleFormatter;
import org.jspecify.annotations.Nullable;

/**
 * Where facts about the program itself go: warnings and errors, into {@code cordon.log} of the data folder of this run. Facts
 * about an incident stand in its journal; a person sees neither stack traces nor the chatter of libraries. What cannot be
 * written is dropped: the log is never a reason to stop. Safe for many threads.
 */
public final class ProgramLog extends Handler {
    private static final AtomicReference<@Nullable Path> FILE = new AtomicReference<>();

    /** Called by the logging system, which is set up by {@link LoggingSetup}. */
    public ProgramLog() {
        setLevel(Level.WARNING);
        setFormatter(new SimpleFormatter());
    }

    /** From now on the log of this process lies there. */
    static void isIn(Path dataFolder) {
        FILE.set(dataFolder.resolve("cordon.log"));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        Path file = FILE.get();
        if (file == null || !isLoggable(entry)) {
            return;
        }
        try {
            Files.writeString(
                    file,
                    getFormatter().format(entry),
                    StandardCharsets.UTF_8,
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (IOException _) {
            return; // a full disk is told once, by whoever has to write; a stack trace here would bury that
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
