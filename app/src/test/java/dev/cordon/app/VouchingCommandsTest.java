package dev.cordon.app;

import static dev.cordon.app.TypedCommands.rows;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.sun.net.httpserver.HttpServer;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.evidence.attestation.TestingAuthority;
import dev.cordon.evidence.attestation.TestingTimeStampServer;
import dev.cordon.evidence.attestation.TestingTimeStampServer.Manner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing and stamping evidence, as it is typed, with a time-stamp server behind HTTP. */
class VouchingCommandsTest {
    private static final TestingAuthority AUTHORITY = TestingAuthority.named("CN=Root");

    private final TestingTimeStampServer stamps = new TestingTimeStampServer(AUTHORITY.stamper("CN=Stamper"));

    private final AtomicInteger asked = new AtomicInteger();

    @TempDir
    private Path folder;

    private HttpServer server;
    private String address = "";
    private TypedCommands cordon;
    private String incident = "";
    private Path bag;
    private String root = "";

    @BeforeEach
    void brings_evidence() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            asked.incrementAndGet();
            byte[] reply = stamps.answer(exchange.getRequestBody().readAllBytes());
            exchange.sendResponseHeaders(200, reply.length);
            exchange.getResponseBody().write(reply);
            exchange.close();
        });
        server.start();
        address = "http://127.0.0.1:" + server.getAddress().getPort() + "/tsr";
        cordon = new TypedCommands(folder, Map.of("CORDON_SIGN_PASSWORD", "right"));
        bag = folder.resolve("bag");
        root = AUTHORITY.writeRoot(folder.resolve("root.pem")).toString();
        Path file = Files.writeString(folder.resolve("note.txt"), "seen");
        assertThat(cordon.run("evidence", "import", file.toString(), "--json")).isEqualTo(ExitCode.DONE);
        incident = cordon.document().get("incident").getAsString();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private String key(TestingAuthority.Identity identity) {
        return AUTHORITY.write(folder.resolve("key.p12"), "right", identity).toString();
    }

    @Test
    void an_export_is_signed_and_stamped_and_says_by_whom_and_whether_he_is_trusted() {
        assertThat(cordon.run(
                        "evidence",
                        "export",
                        incident,
                        "--out",
                        bag.toString(),
                        "--sign",
                        key(AUTHORITY.signer("CN=Anna Admin")),
                        "--time-stamp-server",
                        address,
                        "--json"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        JsonObject exported = cordon.document();
        assertThat(exported.get("signedBy").getAsString()).isEqualTo("CN=Anna Admin");
        assertThat(exported.getAsJsonObject("timeStamp").get("at").getAsString())
                .isEqualTo("2026-03-03T10:00:05Z");

        assertThat(cordon.run("evidence", "verify", bag.toString(), "--trust", root, "--json"))
                .as(cordon.out())
                .isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "attestations"))
                .hasSize(2)
                .allMatch(row -> row.get("proof").getAsBoolean());
        assertThat(cordon.run("evidence", "verify", bag.toString())).isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("PROVES NOTHING", "CN=Anna Admin");
        String other = TestingAuthority.named("CN=Root")
                .writeRoot(folder.resolve("other.pem"))
                .toString();
        assertThat(cordon.run("evidence", "verify", bag.toString(), "--trust", other))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(cordon.run("evidence", "verify", "--trust", root, "--json")).isEqualTo(ExitCode.DONE);
        assertThat(rows(cordon.document(), "attestations"))
                .singleElement()
                .satisfies(row -> assertThat(row.get("proof").getAsBoolean()).isTrue());
        assertThat(cordon.run(
                        "evidence",
                        "verify",
                        bag.toString(),
                        "--trust",
                        bag.resolve("bagit.txt").toString()))
                .isEqualTo(ExitCode.WRONG_USAGE);
    }

    @Test
    void both_logs_are_stamped_and_an_export_tells_of_it() {
        assertThat(cordon.run("evidence", "stamp", incident, "--time-stamp-server", address, "--json"))
                .as(cordon.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.document().get("custodyEntry").getAsLong()).isPositive();
        assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString()))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.run("evidence", "verify", bag.toString(), "--trust", root))
                .isEqualTo(ExitCode.DONE);
        assertThat(cordon.out()).contains("The time stamp over journal");
    }

    @Test
    void no_server_is_asked_for_a_stamp_that_could_not_be_sealed() {
        var knowing = new TypedCommands(folder, Map.of("CORDON_VAULT_PASSPHRASE", "correct horse battery"));
        assertThat(knowing.run("evidence", "encrypt")).as(knowing.err()).isEqualTo(ExitCode.DONE);

        assertThat(cordon.run("evidence", "stamp", incident, "--time-stamp-server", address))
                .isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(asked).hasValue(0);
        assertThat(knowing.run("evidence", "stamp", incident, "--time-stamp-server", address))
                .as(knowing.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(asked).hasValue(1);
    }

    @Test
    void a_server_that_fails_is_told_and_stops_no_export() {
        stamps.answering(Manner.REFUSING);

        assertThat(cordon.run("evidence", "stamp", incident, "--time-stamp-server", address))
                .isEqualTo(ExitCode.NOT_POSSIBLE);
        assertThat(cordon.out()).contains("NOT STAMPED").doesNotContain("\u001b[2J");
        assertThat(cordon.run(
                        "evidence",
                        "export",
                        incident,
                        "--out",
                        bag.toString(),
                        "--time-stamp-server",
                        address,
                        "--json"))
                .isEqualTo(ExitCode.ATTENTION);
        assertThat(cordon.document().getAsJsonObject("timeStamp").get("failed").getAsString())
                .contains("refusal");
        assertThat(cordon.run("evidence", "verify", bag.toString())).isEqualTo(ExitCode.DONE);
    }

    @Test
    void what_cannot_be_used_is_refused_before_anything_is_written() {
        assertThat(cordon.run("evidence", "stamp", incident)).isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.run("evidence", "stamp", incident, "--time-stamp-server", "ftp://tsa.example"))
                .isEqualTo(ExitCode.WRONG_USAGE);
        String file = key(AUTHORITY.expired("CN=Gone"));
        assertThat(cordon.run("evidence", "export", incident, "--out", bag.toString(), "--sign", file))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(cordon.err()).contains("expired");
        var without = new TypedCommands(folder);
        assertThat(without.run("evidence", "export", incident, "--out", bag.toString(), "--sign", file))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(without.err()).contains("CORDON_SIGN_PASSWORD");
        assertThat(without.answered(() -> "wrong\n", "evidence", "export", incident, "--sign", file))
                .isEqualTo(ExitCode.WRONG_USAGE);
        assertThat(without.err()).contains("does not open").doesNotContain("wrong");
        assertThat(bag).doesNotExist();
        assertThat(folder.resolve("data/exports")).doesNotExist();
    }

    @Test
    void the_password_is_asked_for_where_somebody_is_there() {
        var without = new TypedCommands(folder);

        assertThat(without.answered(
                        () -> "right\n",
                        "evidence",
                        "export",
                        incident,
                        "--out",
                        bag.toString(),
                        "--sign",
                        key(AUTHORITY.signer("CN=Anna Admin"))))
                .as(without.err())
                .isEqualTo(ExitCode.DONE);
        assertThat(without.out()).contains("Signed by CN=Anna Admin");
    }
}
