package dev.cordon.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.LogManager;

/**
 * Sets logging up when the first line is logged, and so costs nothing before. Named by the launch scripts in
 * {@code java.util.logging.config.class}.
 */
public final class LoggingSetup {
    private static final String PROPERTIES = """
            handlers = dev.cordon.app.ProgramLog
            .level = WARNING
            java.util.logging.SimpleFormatter.format = %1$tFT%1$tT.%1$tL %4$s %2$s %5$s%6$s%n
            """;

    /** Called by the logging system. */
    public LoggingSetup() throws IOException {
        LogManager.getLogManager()
                .readConfiguration(new ByteArrayInputStream(PROPERTIES.getBytes(StandardCharsets.UTF_8)));
    }
}
