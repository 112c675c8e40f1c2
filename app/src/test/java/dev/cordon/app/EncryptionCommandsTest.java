package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The vault encrypted with a passphrase, as it is typed. */
class EncryptionCommandsTest {
    private static final String WORDS = "correct horse battery";
    private static final String MARK = "only in the exhibit";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));
    private TypedCommands knowing = cordon;
    private String incident = "";

    @BeforeEach
    void brings_evidence_and_encrypts_it() throws IOException {
        cordon = new TypedCommands(folder);
        knowing = new TypedCommands(folder, Map.of("CORDON_VAULT_PASSPHRASE", WORDS));
        Path file = Files.writeString(folder.resolve("note.txt"), MARK);
        assertThat(cordon.run("evidence", "import", file.toString(), "--json")).isEqualTo(ExitCode.DONE);
        incident = cordon.document().get("incident").getAsString();
        assertThat(cordon.run("evidence", "encrypt")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("Nothing was changed");
        assertThat(cordon.run("evidence", "passphrase")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(new TypedCommands(folder, Map.of("CORDON_VAULT_PASSPHRASE", "short")).run("evidence", "encrypt"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(vaultHolds(MARK)).isTrue();
        assertThat(knowing.run("evidence", "encrypt", "--json"))
                .as(knowing.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(knowing.document().get("encrypted").getAsLong()).isEqualTo(1);
        assertThat(vaultHolds(MARK)).isFalse();
    }

    private boolean vaultHolds(String text) throws IOException {
        try (Stream<Path> files = Files.list(cordon.data().resolve("vault"))) {
            for (Path file : files.toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(text)) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void with_the_passphrase_everything_works_as_before() throws IOException {
        assertThat(knowing.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(knowing.document().get("ok").getAsBoolean()).isTrue();
        Path bag = folder.resolve("bag");
        assertThat(knowing.run("evidence", "export", incident, "--out", bag.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("evidence", "verify", bag.toString())).isEqualTo(ExitCode.DONE);
        assertThat(knowing.run(
                        "evidence",
                        "import",
                        "--yes",
                        folder.resolve("note.txt").toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(knowing.run("evidence", "encrypt")).isEqualTo(ExitCode.DONE);
        assertThat(knowing.out()).contains("1 were before", "Not encrypted: cordon.db");
    }

    @Test
    void without_it_nothing_is_written_and_nobody_calls_genuine_what_was_not_read() throws IOException {
        var wrong = new TypedCommands(folder, Map.of("CORDON_VAULT_PASSPHRASE", "not this one at all"));
        for (TypedCommands typed : List.of(cordon, wrong)) {
            assertThat(typed.run("evidence", "verify", "--json")).isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(typed.document().get("ok").getAsBoolean()).isFalse();
            assertThat(typed.document().get("notRead").getAsLong()).isEqualTo(1);
            assertThat(typed.run("evidence", "verify")).isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(typed.out()).contains("NOT WHOLLY READ").doesNotContain("Genuine:");
            assertThat(typed.run("evidence", "list")).isEqualTo(ExitCode.DONE);
            assertThat(typed.run("incident", "note", incident, "x")).isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(typed.run(
                            "evidence",
                            "export",
                            incident,
                            "--out",
                            folder.resolve("b").toString()))
                    .isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(typed.run(
                            "evidence", "import", folder.resolve("note.txt").toString()))
                    .isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(typed.err()).contains("assphrase").doesNotContain("not this one");
        }
        assertThat(knowing.run("evidence", "verify")).isEqualTo(ExitCode.DONE);
    }

    @Test
    void no_request_leaves_for_a_tenant_before_the_vault_is_open() throws Exception {
        try (SimulatedTenant tenant = cordon.tenant(yaml -> yaml)) {
            assertThat(cordon.run("respond", "compromised-account", "anna.berg@contoso.example", "--yes"))
                    .isEqualTo(ExitCode.NOT_POSSIBLE);
            assertThat(cordon.err()).contains("CORDON_VAULT_PASSPHRASE");
            assertThat(TypedCommands.control(tenant, "GET", "/requests", "").lines())
                    .allMatch(request -> request.contains("\"caller\":\"attacker\""));
        }
    }

    @Test
    void it_is_taken_back_to_plain_bytes_by_who_knows_the_passphrase_and_by_nobody_else() throws IOException {
        assertThat(cordon.run("evidence", "decrypt")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(vaultHolds(MARK)).isFalse();

        assertThat(knowing.run("evidence", "decrypt", "--json"))
                .as(knowing.err())
                .isEqualTo(ExitCode.DONE);

        assertThat(knowing.document().get("decrypted").getAsLong()).isEqualTo(1);
        assertThat(knowing.document().get("wholly").getAsBoolean()).isTrue();
        assertThat(vaultHolds(MARK)).isTrue();
        assertThat(cordon.run("evidence", "verify", "--json")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("incident", "note", incident, "x")).isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("evidence", "decrypt")).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("The vault is not encrypted");
        assertThat(knowing.run("evidence", "encrypt")).isEqualTo(ExitCode.DONE);
        assertThat(vaultHolds(MARK)).isFalse();
    }

    @Test
    void a_person_types_it_unseen_and_may_change_it() {
        Iterator<String> typed = List.of("wrong words here\n", WORDS + "\n", "a new passphrase\n", "a new passphrase\n")
                .iterator();
        assertThat(cordon.answered(typed::next, "evidence", "passphrase"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.err() + cordon.out())
                .contains("That is not the passphrase")
                .doesNotContain(WORDS, "a new passphrase");
        assertThat(knowing.run("evidence", "verify")).isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.answered(() -> "a new passphrase\n", "evidence", "verify"))
                .isEqualTo(ExitCode.DONE);
    }
}
