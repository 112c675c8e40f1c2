package dev.cordon.cli.command;

import com.google.gson.JsonObject;
import dev.cordon.cli.screen.Screen;
import java.util.function.Function;
import picocli.CommandLine.ParseResult;

/**
 * One run of a command.
 *
 * @param arguments what was typed for it
 * @param options the global options
 * @param screen where a person looks: stdout, or stderr when stdout takes a document
 * @param streams where the document goes
 * @param meanings what an exception means to the person at the command line
 */
public record Invocation(
        ParseResult arguments,
        GlobalOptions options,
        Screen screen,
        Streams streams,
        Function<RuntimeException, Refusal> meanings) {

    /** What this exception means, for a command that goes on with something else. */
    public Refusal meaning(RuntimeException exception) {
        return meanings.apply(exception);
    }

    /** Writes the document of this run, and nothing else, to stdout. */
    public void write(JsonObject document) {
        streams.write(document);
    }
}
