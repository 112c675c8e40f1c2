package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.document.JsonText;
import dev.cordon.cli.screen.Screen;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command.
 *
 * @param arguments what was typed for it
 * @param options the global options
 * @param screen where a person looks: stdout, or stderr when stdout takes a document
 * @param documents where a document goes
 */
public record Invocation(ParseResult arguments, GlobalOptions options, Screen screen, PrintStream documents) {

    /** Writes the document of this run to stdout, in UTF-8 whatever the platform's habits. */
    public void write(JsonObject document) {
        byte[] bytes = JsonText.of(document).getBytes(StandardCharsets.UTF_8);
        documents.write(bytes, 0, bytes.length);
        documents.flush();
    }
}
