package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.screen.Screen;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command.
 *
 * @param arguments what was typed for it
 * @param options the global options
 * @param screen where a person looks: stdout, or stderr when stdout takes a document
 * @param streams where the document goes
 */
public record Invocation(ParseResult arguments, GlobalOptions options, Screen screen, Streams streams) {

    /** Writes the document of this run, and nothing else, to stdout. */
    public void write(JsonObject document) {
        streams.write(document);
    }
}
