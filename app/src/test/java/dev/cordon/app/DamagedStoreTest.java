package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.evidence.Acquisition;
import dev.cordon.incident.IncidentId;
import dev.cordon.store.Store;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** A data folder whose database was overwritten or cut: every command says so, and what it advises works. */
class DamagedStoreTest {
    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));

    @BeforeEach
    void keeps_some_evidence() {
        cordon = new TypedCommands(folder);
        cordon.anotherIsUnderWay(JsonParser.parseString(
                        "{\"id\": \"5f1c0a44\", \"upn\": \"anna@contoso.example\", \"displayName\": \"Anna\"}")
                .getAsJsonObject());
        try (Store store = Store.open(cordon.data(), InstantSource.system())) {
            for (int number = 0; number < 40; number++) {
                store.vault()
                        .seal(
                                new IncidentId("INC-20260302-AAAA"),
                                new Acquisition(
                                        "account",
                                        "anna",
                                        "read",
                                        Optional.empty(),
                                        Instant.parse("2026-03-02T08:00:00Z"),
                                        "text/plain",
                                        ("exhibit " + number).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    @TestFactory
    List<DynamicTest> is_named_by_every_command_and_found_by_verify() {
        return List.of(
                damaged(
                        "overwritten",
                        bytes -> "no database at all ".repeat(400).getBytes(StandardCharsets.UTF_8)),
                damaged("cut to half", bytes -> Arrays.copyOf(bytes, bytes.length / 2)),
                damaged("cut to a few bytes", bytes -> Arrays.copyOf(bytes, 60)),
                damaged("emptied", bytes -> new byte[0]),
                damaged("overwritten behind its first page", bytes -> {
                    byte[] spoilt = bytes.clone();
                    Arrays.fill(spoilt, 4096, spoilt.length, (byte) 0x5a);
                    return spoilt;
                }));
    }

    private DynamicTest damaged(String how, UnaryOperator<byte[]> damage) {
        return DynamicTest.dynamicTest(how, () -> {
            Path database = cordon.data().resolve("cordon.db");
            byte[] whole = Files.readAllBytes(database);
            Files.write(database, damage.apply(whole));

            assertThat(cordon.run("incident", "list")).isEqualTo(ExitCode.NOT_GENUINE);
            assertThat(cordon.err().replaceAll("\\s+", " "))
                    .contains("cordon.db", "Move the whole folder aside", "--data DIR")
                    .doesNotContain("evidence verify");
            assertThat(cordon.run("evidence", "list", "--json")).isEqualTo(ExitCode.NOT_GENUINE);

            assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.NOT_GENUINE);
            JsonObject document = cordon.document();
            assertThat(document.get("ok").getAsBoolean()).isFalse();
            assertThat(document.getAsJsonObject("checked").get("exhibits").getAsInt())
                    .isEqualTo(40);
            assertThat(rows(document, "faults"))
                    .singleElement()
                    .satisfies(
                            fault -> assertThat(fault.get("path").getAsString()).isEqualTo("cordon.db"));

            Files.write(database, whole);
            assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
        });
    }

    @Test
    void what_it_advises_works() throws IOException {
        Files.write(cordon.data().resolve("cordon.db"), new byte[] {1, 2, 3});
        assertThat(cordon.run("incident", "list")).isEqualTo(ExitCode.NOT_GENUINE);

        Files.move(cordon.data(), folder.resolve("aside"));
        cordon.run("respond", "compromised-account", "nobody", "--plan");

        assertThat(cordon.run("incident", "list")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("No incident yet.");
    }

    @Test
    void beside_a_database_that_is_lost_the_vault_is_still_compared_with_its_names() throws IOException {
        Files.delete(cordon.data().resolve("cordon.db"));
        Path exhibit;
        try (var files = Files.list(cordon.data().resolve("vault"))) {
            exhibit = files.sorted().findFirst().orElseThrow();
        }
        Files.delete(exhibit);
        Files.writeString(exhibit, "forged");

        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(rows(cordon.document(), "faults"))
                .extracting(fault -> fault.get("path").getAsString())
                .containsExactly("cordon.db", "vault/" + exhibit.getFileName());
        assertThat(cordon.run("evidence", "verify")).isEqualTo(ExitCode.NOT_GENUINE);
        assertThat(cordon.out()).contains("NOT GENUINE");
    }
}
