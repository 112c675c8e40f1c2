package dev.cordon.app;

import dev.cordon.cli.CommandLineDoor;
import dev.cordon.cli.command.Command;
import dev.cordon.cli.command.Streams;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;

/** The entry of the program: what was typed goes through the command line's door, its exit code back to the caller. */
public final class Main {
    static final String VERSION = "0.1.0";

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    static int run(String... arguments) {
        var streams = new Streams(
                System.out,
                System.err,
                Main::nextLine,
                System.getProperty("cordon.terminal", ""),
                System.getenv(),
                InstantSource.system());
        var interruption = Interruption.of(Thread.currentThread(), streams);
        try {
            return new CommandLineDoor(commands(interruption), VERSION, streams)
                    .run(arguments)
                    .number();
        } finally {
            interruption.over();
        }
    }

    // Read byte by byte: nothing that was typed ahead for another program is taken away from it.
    private static String nextLine() {
        var line = new ByteArrayOutputStream();
        try {
            int next = System.in.read();
            while (next >= 0 && next != '\n') {
                line.write(next);
                next = System.in.read();
            }
            return line.toString(StandardCharsets.UTF_8) + (next < 0 ? "" : "\n");
        } catch (IOException endOfInput) {
            return "";
        }
    }

    private static List<Command> commands(Interruption interruption) {
        return List.of(new SimulateCommand(interruption));
    }
}
