package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.document.JsonText;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Terminal;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Map;

/**
 * The process's standard streams and what they are connected to.
 *
 * @param out takes documents and, without {@code --json}, what a person reads
 * @param err takes diagnostics and, with {@code --json}, what a person reads
 * @param seen what the launch script saw of the terminal; see {@link Terminal#seen}
 * @param environment the environment variables
 * @param clock the wall clock
 */
public record Streams(
        PrintStream out, PrintStream err, String seen, Map<String, String> environment, InstantSource clock) {

    /** Where a person reads: stdout, or stderr when stdout takes a document. */
    public Screen screen(boolean json) {
        return json ? errors() : new Screen(out, Terminal.seen(seen, "out", environment), clock);
    }

    /** Where diagnostics go. */
    public Screen errors() {
        return new Screen(err, Terminal.seen(seen, "err", environment), clock);
    }

    /** Writes a document to stdout, in UTF-8 whatever the platform's habits. */
    public void write(JsonObject document) {
        byte[] bytes = JsonText.of(document).getBytes(StandardCharsets.UTF_8);
        out.write(bytes, 0, bytes.length);
        out.flush();
    }
}
