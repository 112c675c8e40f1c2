package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.ErrorManager;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProgramLogTest {
    @TempDir
    private Path folder;

    @Test
    void what_cannot_be_written_is_dropped_without_a_word() throws IOException {
        Files.createDirectory(folder.resolve("cordon.log"));
        ProgramLog.isIn(folder);
        List<String> reported = new ArrayList<>();
        var log = new ProgramLog();
        log.setErrorManager(new ErrorManager() {
            @Override
            public synchronized void error(String message, Exception cause, int code) {
                reported.add(message);
            }
        });

        log.publish(new LogRecord(Level.SEVERE, "the disk is full"));

        assertThat(reported).isEmpty();
    }
}
