package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import dev.cordon.tenant.TenantException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes wrong is told in sentences: no text for the operator names a Java class or one of our constants. */
class ProgramTextsTest {
    private static final String ANNA = "anna.berg@contoso.example";
    private static final Pattern CLASS =
            Pattern.compile("\\b(?:[a-z]\\w*\\.)+[A-Z]\\w*\\b|\\b\\w+(?:Exception|Refusal)\\b");
    private static final Pattern CONSTANT = Pattern.compile("\\b(?!SQLITE_)[A-Z]+_[A-Z_]+\\b");

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void sits_down() {
        cordon = new TypedCommands(folder);
    }

    @Test
    void about_files_that_cannot_be_used() throws Exception {
        Path noText = Files.write(folder.resolve("no-text"), new byte[] {(byte) 0xc3, (byte) 0x28, (byte) 0xff});
        Path noJson = Files.writeString(folder.resolve("no-json"), "{\"tenantId\": }");
        Path aFolder = Files.createDirectory(folder.resolve("a-folder"));
        for (Path file : List.of(noText, noJson, aFolder, folder.resolve("nothing"))) {
            said("tenant", "add", "x", "--from", file.toString());
            said("simulate", "--scenario", file.toString());
            said("demo", "--scenario", file.toString());
        }
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            for (Path file : List.of(noText, noJson, aFolder, folder.resolve("nothing"))) {
                said("respond", "compromised-account", ANNA, "--plan", "--decide", file.toString());
            }
            said("simulate", "--scenario", "quiet-tenant", "--for", "PT0S", "--write", aFolder.toString());
            said("simulate", "--scenario", "quiet-tenant", "--for", "PT0S", "--write", noText + "/deeper");
            said("demo", "--out", noText.toString());
            Files.move(cordon.data(), folder.resolve("aside"));
            Files.write(cordon.data(), Files.readAllBytes(noText));
            said("incident", "list");
            Files.delete(cordon.data());
            Files.move(folder.resolve("aside"), cordon.data());
            Files.write(folder.resolve("connection.json"), Files.readAllBytes(noText));
            said("tenant", "check");
            said("watch", "--once");
        }
    }

    @Test
    void a_connection_document_that_cannot_be_written_is_named_as_it_was_asked_for() throws Exception {
        Path aFile = Files.writeString(folder.resolve("file"), "");
        Path aFolder = Files.createDirectory(folder.resolve("a-folder"));
        for (String target : List.of(aFile + "/c.json", folder + "/none/c.json", aFolder.toString())) {
            assertThat(cordon.run("simulate", "--scenario", "quiet-tenant", "--for", "PT0S", "--write", target))
                    .isEqualTo(ExitCode.NOT_WRITTEN);
            assertThat(cordon.err().replaceAll("\\s+", " "))
                    .startsWith("The connection document could not be written to \"" + target + "\": ")
                    .doesNotContain(".tmp")
                    .endsWith("Name a file in a folder that exists, that you may write to, and that has space left. ");
        }
    }

    @Test
    void about_a_tenant_that_cannot_be_reached_or_does_not_make_sense() throws Exception {
        Path connection = folder.resolve("connection.json");
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            fault(tenant, "\"do\": \"wrong-json\", \"match\": {\"host\": \"graph\"}");
            said("tenant", "check");
            said("respond", "compromised-account", ANNA, "--decide", "recommended");
            fault(tenant, "\"do\": \"truncate\", \"match\": {\"host\": \"graph\", \"nth\": 12}");
            said("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
            Files.writeString(
                    connection, Files.readString(connection).replaceAll("\"caFile\": *\"[^\"]*\"", "\"caFile\": null"));
            said("tenant", "check");
            tenant.connection().write(connection);
        }
        said("tenant", "check");
        said("respond", "compromised-account", ANNA, "--decide", "recommended");
    }

    @Test
    void in_the_incident_and_its_report_whatever_the_tenant_answers() throws Exception {
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            for (String path : List.of(
                    "*/auditLogs/signIns*", "*/oauth2PermissionGrants*", "*/registeredDevices*", "*/ownedDevices*")) {
                fault(tenant, "\"do\": \"wrong-json\", \"match\": {\"path\": \"" + path + "\"}");
            }
            fault(tenant, "\"do\": \"nul-403\", \"match\": {\"cmdlet\": \"Get-InboxRule\"}");
            fault(tenant, "\"do\": \"truncate\", \"match\": {\"cmdlet\": \"Get-MailboxPermission\"}");
            said("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
            String report =
                    cordon.document().getAsJsonObject("report").get("markdown").getAsString();
            assertThat(Files.readString(Path.of(report)))
                    .doesNotContainPattern(CLASS)
                    .doesNotContainPattern(CONSTANT);
            assertThat(cordon.out()).contains("could not be read");
        }
    }

    @Test
    void on_no_screen_when_a_connection_is_closed_while_somebody_still_signs_in() throws Exception {
        try (SimulatedTenant _ = cordon.tenant(yaml -> yaml)) {
            Tenant connected = new Microsoft365Connector(said -> {}, address -> {}, InstantSource.system())
                    .connect(folder.resolve("connection.json"), SignIn.CERTIFICATE);
            connected.close();
            assertThatThrownBy(connected::caller).isInstanceOf(TenantException.class);
        }
    }

    private static void fault(SimulatedTenant tenant, String what) throws IOException, InterruptedException {
        TypedCommands.control(tenant, "POST", "/faults", "{" + what + ", \"times\": 40}");
    }

    private void said(String... typed) {
        ExitCode ended = cordon.run(typed);
        String said = (cordon.out() + cordon.err()).replaceAll("\\s+", " ");
        assertThat(ended).as(said).isNotEqualTo(ExitCode.OUR_FAULT);
        assertThat(said)
                .as(String.join(" ", typed))
                .doesNotContainPattern(CLASS)
                .doesNotContainPattern(CONSTANT);
    }
}
