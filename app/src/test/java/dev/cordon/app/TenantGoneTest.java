package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.Connection;
import dev.cordon.simulator.SimulatedTenant;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A tenant that was added and is not there any more: it cannot be reached, which is no wrong usage. */
class TenantGoneTest {
    private static final String ANNA = "anna.berg@contoso.example";

    @TempDir
    private Path folder;

    @Test
    void its_files_or_its_host_being_gone_is_not_possible_and_a_document_given_to_add_is_wrong_usage()
            throws Exception {
        var cordon = new TypedCommands(folder);
        Path document = folder.resolve("connection.json");
        Connection connection;
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            connection = tenant.connection();
        }
        assertThat(cordon.run("tenant", "check")).isEqualTo(ExitCode.NOT_POSSIBLE);

        Files.delete(connection.caFile());
        Files.delete(connection.certificateFile());
        assertThat(cordon.run("tenant", "check")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.err().replaceAll("\\s+", ""))
                .contains("caFilenames" + connection.caFile() + ",whichisnotthere", "certificateFilenames")
                .contains("cordonsimulate");
        assertThat(cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json"))
                .isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.run("tenant", "add", "other", "--from", document.toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);

        Files.delete(document);
        assertThat(cordon.run("tenant", "check")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.run("tenant", "add", "other", "--from", document.toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);

        Files.writeString(document, "{\"tenantId\": 7, \"caFile\": \"gone.pem\"}");
        assertThat(cordon.run("tenant", "check")).isEqualTo(ExitCode.WRONG_USAGE);
    }
}
