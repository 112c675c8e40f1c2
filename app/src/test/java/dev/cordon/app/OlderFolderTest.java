package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.cordon.cli.command.ExitCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A data folder as an earlier version left it, moved to another place: a response to the scenario aitm-basic with a note, under schema 1.
 * It opens, nothing in it is lost or called false, and work goes on in it. The folder was written by commit 3fbb41e.
 */
class OlderFolderTest {
    private static final String INCIDENT = "INC-20260302-AWUV";

    @TempDir
    private Path folder;

    private TypedCommands cordon;

    @BeforeEach
    void unpack() throws IOException {
        cordon = new TypedCommands(folder);
        Path data = Files.createDirectory(folder.resolve("data"));
        try (InputStream packed = OlderFolderTest.class.getResourceAsStream("/older-folders/schema-1.zip");
                ZipInputStream entries = new ZipInputStream(Objects.requireNonNull(packed))) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                Path file = data.resolve(entry.getName()).normalize();
                assertThat(file).startsWithRaw(data);
                if (entry.isDirectory()) {
                    Files.createDirectories(file);
                } else {
                    Files.createDirectories(file.getParent());
                    Files.copy(entries, file);
                }
            }
        }
    }

    @Test
    void what_was_kept_is_read_and_found_genuine() {
        assertThat(cordon.run("incident", "list", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "incidents")).hasSize(1);

        assertThat(cordon.run("incident", "show", INCIDENT, "--json")).isEqualTo(ExitCode.DONE);
        JsonObject shown = cordon.document();
        assertThat(shown.get("state").getAsString()).isEqualTo("verified");
        assertThat(rows(shown, "steps")).hasSizeGreaterThan(12);
        assertThat(rows(shown, "items")).isNotEmpty();

        assertThat(cordon.run("incident", "timeline", INCIDENT, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "entries").toString()).contains("Anna was spoken to by telephone.");

        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("ok").getAsBoolean()).isTrue();
    }

    @Test
    void work_goes_on_in_it_and_all_of_it_stays_genuine() {
        assertThat(cordon.run("incident", "note", INCIDENT, "Read years later."))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("report", INCIDENT)).isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("tenant", "list", "--json")).isEqualTo(ExitCode.DONE);

        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("ok").getAsBoolean()).isTrue();
        assertThat(cordon.run("incident", "timeline", INCIDENT, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "entries").toString())
                .contains("Anna was spoken to by telephone.", "Read years later.");
    }
}
