package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.cli.command.ExitCode;
import dev.cordon.simulator.SimulatedTenant;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the report says of logs that a collector may not read, that are not licensed, and that were cut off; from the command to the file. */
class ReportedLogsTest {
    private static final String ANNA = "anna.berg@contoso.example";

    @TempDir
    private Path folder;

    private TypedCommands cordon = new TypedCommands(Path.of("."));
    private String incident = "";
    private Path report = Path.of("");

    private SimulatedTenant responded() throws Exception {
        cordon = new TypedCommands(folder);
        SimulatedTenant tenant = cordon.tenant(UnaryOperator.identity());
        cordon.run("respond", "compromised-account", ANNA, "--decide", "recommended", "--json");
        incident = cordon.document().get("incident").getAsString();
        report = Path.of(
                cordon.document().getAsJsonObject("report").get("markdown").getAsString());
        TypedCommands.control(tenant, "POST", "/clock", "{\"advance\": \"PT3H\"}");
        return tenant;
    }

    private static void fault(SimulatedTenant tenant, String match, String what) throws Exception {
        TypedCommands.control(
                tenant, "POST", "/faults", "{\"match\": {" + match + "}, \"do\": \"" + what + "\", \"times\": 500}");
    }

    private String between(String from, String until) throws IOException {
        String text = Files.readString(report);
        assertThat(text).contains(from);
        String rest = text.substring(text.indexOf(from));
        assertThat(rest).contains(until);
        return rest.substring(0, rest.indexOf(until));
    }

    @Test
    void each_log_that_could_not_be_read_is_named_with_its_reason_beside_what_was_found_in_it() throws Exception {
        try (SimulatedTenant tenant = responded()) {
            fault(tenant, "\"cmdlet\": \"Get-MessageTraceV2\"", "status:403");
            fault(tenant, "\"host\": \"graph\", \"path\": \"/v1.0/auditLogs/directoryAudits*\"", "wrong-json");
            TypedCommands.control(tenant, "POST", "/licences", "{\"set\": []}");

            cordon.run("incident", "collect", incident, "--wait", "PT1M", "--json");
        }
        assertThat(between("Not wholly read: message trace", "Mail that left while"))
                .contains("Message trace, sent")
                .contains("Message trace, received")
                .contains("not permitted")
                .contains("0 rows of it came.");
        assertThat(between("Mail that left while", "What was done in the directory"))
                .contains("Not looked at");
        assertThat(between("Not wholly read: directory audit", "What was done in the directory"))
                .contains("what was done to it")
                .contains("what it did")
                .contains("cut off");
        assertThat(between("What was done in the directory", "What else the attacker"))
                .contains("Not looked at");
        assertThat(between("Not wholly read: sign-ins", "Whose the addresses")).contains("not licensed");
        assertThat(between("What is unknown", "What was looked at")).contains("the message trace was not looked at");
        assertThat(between("What is left to do", "In this report")).contains("Not all logs were collected");
        cordon.run("incident", "attack", incident);
        assertThat(cordon.out())
                .contains("Not wholly read: message trace")
                .contains("not permitted")
                .contains("Not wholly read: sign-ins")
                .contains("not licensed")
                .contains("Not wholly read: directory audit")
                .contains("cut off");
    }

    @Test
    void what_cordon_did_as_an_application_is_known_by_its_ids_and_stands_among_nobody_elses_acts() throws Exception {
        try (SimulatedTenant _ = responded()) {
            cordon.run("incident", "collect", incident, "--wait", "PT1M", "--json");
        }
        assertThat(cordon.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        var attack = cordon.document();
        assertThat(attack.getAsJsonObject("ours").get("applicationKnown").getAsBoolean())
                .isTrue();
        assertThat(attack.getAsJsonObject("ours").get("rows").getAsLong()).isGreaterThan(2);
        assertThat(TypedCommands.rows(attack.getAsJsonObject("ours"), "outside"))
                .isEmpty();
        assertThat(TypedCommands.rows(attack, "directoryActs"))
                .noneMatch(act -> act.get("operation").getAsString().startsWith("Reset")
                        || String.valueOf(act.get("actor")).contains("Cordon responder"));
        assertThat(Files.readString(report))
                .contains("what Cordon's own application did, known by its ids")
                .doesNotContain("Acts of this response may stand among those");
    }

    @Test
    void what_the_trace_and_the_directory_audit_hold_is_in_the_report_as_it_is_in_the_document() throws Exception {
        try (SimulatedTenant _ = responded()) {
            assertThat(cordon.run("incident", "collect", incident, "--wait", "PT1M", "--json"))
                    .as(cordon.err())
                    .isEqualTo(ExitCode.DONE);
        }
        String text = Files.readString(report);
        assertThat(between("Not wholly read: audit log", "Mail the attacker accessed"))
                .contains("late", "may still arrive.")
                .doesNotContain("not permitted", "cut off");
        assertThat(between("Not wholly read: message trace", "Mail that left while"))
                .contains("late", "may still arrive.")
                .doesNotContain("not permitted", "cut off");
        assertThat(text).contains("rows of the audit log, complete through ");
        assertThat(cordon.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        var attack = cordon.document();
        assertThat(TypedCommands.rows(attack, "directoryActs"))
                .isNotEmpty()
                .allSatisfy(act -> assertThat(between("What was done in the directory", "What else the attacker"))
                        .contains(act.get("operation").getAsString()));
        assertThat(TypedCommands.rows(attack, "outgoing")).isNotEmpty().allSatisfy(mailbox -> {
            assertThat(between("Mail that left while", "What was done in the directory"))
                    .contains(mailbox.get("mailbox").getAsString());
            TypedCommands.rows(mailbox, "mails")
                    .forEach(mail -> assertThat(text)
                            .contains(mail.getAsJsonObject("shownBy")
                                    .get("exhibit")
                                    .getAsString())
                            .contains(mail.getAsJsonArray("recipients").get(0).getAsString()));
        });
    }
}
