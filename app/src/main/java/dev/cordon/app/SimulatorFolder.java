package dev.cordon.app;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.cli.command.FileTrouble;
import dev.cordon.cli.command.Refusal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** Where a simulated tenant keeps its certificates while it lives: a new folder that is its owner's alone. */
final class SimulatorFolder {
    private SimulatorFolder() {}

    static Path create() {
        try {
            return Files.createTempDirectory("cordon-simulator");
        } catch (IOException e) {
            throw new Refusal(
                    ExitCode.NOT_WRITTEN,
                    "No folder for the simulator's certificates could be made in the temporary folder: "
                            + FileTrouble.inWords(e) + ". Free some space there, or name another with TMPDIR.");
        }
    }

    /** Deletes the files in it and then the folder. What cannot be deleted stays: it opens nothing once the tenant is gone. */
    static void delete(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
            Files.deleteIfExists(folder);
        } catch (IOException leftBehind) {
            System.getLogger(SimulatorFolder.class.getName())
                    .log(System.Logger.Level.DEBUG, "folder stays: " + folder, leftBehind);
        }
    }
}
