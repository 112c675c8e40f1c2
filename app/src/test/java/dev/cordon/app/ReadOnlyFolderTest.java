package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The commands that read, in a folder that cannot be written. Whoever may write everywhere cannot run this; see docs/decisions/0015. */
@DisabledOnOs(OS.WINDOWS)
class ReadOnlyFolderTest {
    @TempDir
    private Path folder;

    @Test
    void reads_everything_writes_nothing_and_refuses_what_would_write() throws IOException {
        var cordon = new TypedCommands(folder);
        String incident = cordon.anotherIsUnderWay(JsonParser.parseString(
                        "{\"id\": \"5f1c0a44\", \"upn\": \"anna@contoso.example\", \"displayName\": \"Anna\"}")
                .getAsJsonObject());
        assertThat(cordon.run("report", incident)).isEqualTo(ExitCode.DONE);
        permit("r-x------");
        try {
            assumeFalse(Files.isWritable(cordon.data()), "whoever runs this may write everywhere");
            List<Path> before = everything();

            assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
            assertThat(rows(cordon.document(), "incidents")).hasSize(1);
            assertThat(cordon.run("incident", "show", incident)).isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("incident", "timeline", incident)).isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("evidence", "list")).isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
            assertThat(cordon.run("report", incident)).isEqualTo(ExitCode.DONE);
            assertThat(cordon.err()).contains("as it was last written");
            assertThat(cordon.run("incident", "note", incident, "more")).isEqualTo(ExitCode.NOT_WRITTEN);

            assertThat(everything()).isEqualTo(before);
        } finally {
            permit("rwx------");
        }
    }

    private void permit(String permissions) throws IOException {
        for (Path file : everything()) {
            if (Files.isDirectory(file)) {
                Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
            }
        }
    }

    private List<Path> everything() throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve("data"))) {
            return files.sorted().toList();
        }
    }
}
