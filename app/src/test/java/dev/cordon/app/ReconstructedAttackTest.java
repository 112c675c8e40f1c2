package dev.cordon.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.cordon.cli.command.ExitCode;
import dev.cordon.microsoft365.Microsoft365Connector;
import dev.cordon.simulator.SimulatedTenant;
import dev.cordon.simulator.SimulationOptions;
import dev.cordon.simulator.scenario.ScenarioLoader;
import dev.cordon.tenant.AuditLogSearch;
import dev.cordon.tenant.AuditQuestion;
import dev.cordon.tenant.CollectionEnd;
import dev.cordon.tenant.Lane;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.LogSource;
import dev.cordon.tenant.PagePosition;
import dev.cordon.tenant.SignInQuestion;
import dev.cordon.tenant.Tenant;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is reconstructed of everything an attacker can leave behind, against what the tenant knows he did. */
class ReconstructedAttackTest {
    private static final String ANNA = "anna.berg@litware.example";
    private static final String BO = "bo.lund@litware.example";
    private static final String KARIN = "karin.vogt@litware.example";
    private static final String HIS = "203.0.113.77";
    private static final String NEXT = "203.0.113.78";

    /** What he did beyond leaving things, and what others did at the same time. */
    private static final String DEEDS =
            """
              mailActions:
                - {mailbox: ANNA, at: -PT18H, do: read, by: attacker, session: stolen, count: 12}
                - {mailbox: ANNA, at: -PT17H, do: sync, by: attacker, session: stolen, folder: Rechnungen}
                - {mailbox: ANNA, at: -PT16H50M, do: search, by: attacker, session: stolen, query: IBAN}
                - {mailbox: ANNA, at: -PT16H40M, do: send, by: attacker, session: stolen, subject: New bank details, body: "Please use the new account.", to: [payments@customer.example]}
                - {mailbox: ANNA, at: -PT16H30M, do: delete, by: attacker, session: stolen, count: 2}
                - {mailbox: BO, at: -PT15H, do: read, by: attacker, session: second-hand, ip: NEXT, userAgent: "axios/1.7.9", count: 3}
                - {mailbox: ANNA, at: -PT12H, do: read, by: legitimate, count: 5}
                - {mailbox: KARIN, at: -PT12H, do: read, by: legitimate, count: 4}
            """.replace("ANNA", ANNA).replace("BO", BO).replace("KARIN", KARIN).replace("NEXT", NEXT);

    private static final String SIGN_INS = "    - {user: " + BO + ", at: -PT15H10M, ip: " + NEXT
            + ", country: RO, session: second-hand, by: attacker, userAgent: \"axios/1.7.9\", app: OfficeHome}\ndelays:";

    @TempDir
    static Path folder;

    private static JsonObject truth;
    private static JsonObject attack;
    private static String lines;

    @BeforeAll
    static void an_attack_is_collected_and_reconstructed() throws Exception {
        try (SimulatedTenant simulator =
                SimulatedTenant.start(scenario(), SimulationOptions.in(Files.createDirectory(folder.resolve("t"))))) {
            Path document = folder.resolve("connection.json");
            simulator.connection().write(document);
            TypedCommands.control(simulator, "POST", "/clock", "{\"advance\": \"PT3H\"}");
            try (Tenant tenant = new Microsoft365Connector(words -> {}, page -> {}, InstantSource.system())
                    .connect(document, SignIn.CERTIFICATE)
                    .in(Lane.COLLECTION)) {
                Instant now = tenant.clock().fetchNow();
                Instant since = now.minus(Duration.ofDays(20));
                file(
                        "audit",
                        tenant.auditLogSearch(),
                        AuditLogSearch.Position.start(AuditQuestion.everything(since, now)));
                file(
                        "sign-ins",
                        tenant.signInLog().rows(),
                        PagePosition.start(new SignInQuestion(
                                SignInQuestion.Event.INTERACTIVE_USER,
                                new SignInQuestion.Whose.Everybody(),
                                since,
                                now)));
            }
            truth = JsonParser.parseString(TypedCommands.control(simulator, "GET", "/truth", ""))
                    .getAsJsonObject()
                    .getAsJsonObject("accounts");
        }
        var typed = new TypedCommands(folder);
        typed.run("evidence", "import", folder.resolve("audit.jsonl").toString(), "--user", ANNA, "--json");
        String incident = typed.document().get("incident").getAsString();
        typed.run("evidence", "import", folder.resolve("sign-ins.jsonl").toString(), "--incident", incident, "--json");
        assertThat(typed.document().get("unique").getAsInt()).isPositive();
        assertThat(typed.run("incident", "attack", incident, "--json")).isEqualTo(ExitCode.DONE);
        attack = typed.document();
        assertThat(typed.run("incident", "attack", incident)).isEqualTo(ExitCode.DONE);
        lines = typed.out();
    }

    private static dev.cordon.simulator.scenario.Scenario scenario() throws Exception {
        try (var stream = SimulatedTenant.class.getResourceAsStream("/scenarios/aitm-full-persistence.yaml")) {
            String yaml = new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("generatedUsers: 60", "generatedUsers: 6")
                    .replace("days: 30", "days: 10")
                    .replace("latency: PT0.1S", "latency: PT0S")
                    .replace("throttling: {enabled: true}", "throttling: {enabled: false}")
                    .replace("  signIns:\n", DEEDS + "  signIns:\n")
                    .replaceFirst("(?m)^delays:", SIGN_INS);
            return ScenarioLoader.parse("full.yaml", yaml, OptionalLong.empty());
        }
    }

    private static <P> void file(String name, LogSource<P> source, P start) throws Exception {
        Map<String, LogRow> rows = new LinkedHashMap<>();
        Consumer<LogPage<P>> sink = page -> page.rows().forEach(row -> rows.putIfAbsent(row.id(), row));
        assertThat(source.collect(start, sink)).isEqualTo(new CollectionEnd.Complete());
        Files.write(
                folder.resolve(name + ".jsonl"),
                rows.values().stream()
                        .map(LogRow::json)
                        .map(json -> json.replace('\n', ' '))
                        .toList());
    }

    private static Set<String> judged(String of, String party) {
        return TypedCommands.rows(attack, "attribution").stream()
                .filter(one -> one.get("of").getAsString().equals(of))
                .filter(one -> one.get("party").getAsString().equals(party))
                .map(one -> one.get("value").getAsString())
                .collect(Collectors.toSet());
    }

    private static JsonObject mailbox(String user) {
        return TypedCommands.rows(attack, "mailAccess").stream()
                .filter(one -> one.get("mailbox").getAsString().equals(user))
                .findFirst()
                .orElseThrow();
    }

    private static JsonObject harm(String user) {
        return truth.getAsJsonObject(user).getAsJsonObject("harm");
    }

    private static List<JsonObject> bounds(String user, String kind) {
        return TypedCommands.rows(mailbox(user), "bounds").stream()
                .filter(bound -> bound.get("kind").getAsString().equals(kind))
                .toList();
    }

    private static Set<String> acts(String kind, String member) {
        return TypedCommands.rows(attack, "mailActs").stream()
                .filter(act -> act.get("kind").getAsString().equals(kind))
                .filter(act -> !act.get(member).isJsonNull())
                .map(act -> act.get(member).getAsString())
                .collect(Collectors.toSet());
    }

    @Test
    void every_address_and_session_of_his_is_named_and_nobody_elses() {
        assertThat(judged("address", "attacker")).containsExactlyInAnyOrder(HIS, NEXT);
        assertThat(judged("session", "attacker")).isNotEmpty();
        assertThat(TypedCommands.rows(attack, "attribution"))
                .filteredOn(one -> one.get("party").getAsString().equals("attacker"))
                .allSatisfy(one -> assertThat(
                                one.getAsJsonArray("actors").asList().stream().map(JsonElement::getAsString))
                        .isSubsetOf(ANNA, BO));
    }

    @Test
    void every_message_he_had_is_named_or_lies_within_a_bound_that_is_stated() {
        for (String user : List.of(ANNA, BO)) {
            Set<String> named = TypedCommands.rows(mailbox(user), "named").stream()
                    .map(message -> message.get("internetMessageId").getAsString())
                    .collect(Collectors.toSet());
            Set<String> had = texts(harm(user), "mailReadInternetMessageIds");
            assertThat(had).as(user).isNotEmpty().containsAll(named);
            int fetchedWhole = TypedCommands.rows(harm(user), "foldersSynchronised").stream()
                    .mapToInt(folder -> folder.get("messages").getAsInt())
                    .sum();
            Set<String> beyond = new HashSet<>(had);
            beyond.removeAll(named);
            assertThat(beyond.size()).as("beyond what is named of %s", user).isLessThanOrEqualTo(fetchedWhole);
            assertThat(bounds(user, "whole-folder").isEmpty()).isEqualTo(fetchedWhole == 0);
        }
    }

    @Test
    void every_message_that_was_sent_on_to_him_arrived_within_a_bound_that_is_stated() {
        List<JsonObject> forwarded = TypedCommands.rows(harm(ANNA), "mailForwarded");
        List<Instant> since = bounds(ANNA, "sent-on").stream()
                .map(bound -> Instant.parse(bound.get("from").getAsString()))
                .toList();
        assertThat(since).isNotEmpty();
        assertThat(forwarded)
                .isNotEmpty()
                .allSatisfy(mail -> assertThat(since)
                        .anyMatch(from ->
                                !from.isAfter(Instant.parse(mail.get("at").getAsString()))));
    }

    @Test
    void what_he_sent_searched_for_and_deleted_is_named() {
        Set<String> sent = TypedCommands.rows(harm(ANNA), "mailSent").stream()
                .map(mail -> mail.get("subject").getAsString())
                .collect(Collectors.toSet());
        assertThat(sent).isNotEmpty();
        assertThat(acts("sent", "subject")).containsAll(sent);
        assertThat(acts("searched", "text")).containsAll(texts(harm(ANNA), "searches"));
        assertThat(acts("deleted", "internetMessageId")).containsAll(texts(harm(ANNA), "mailDeleted"));
    }

    @Test
    void every_other_account_he_was_in_is_named_with_the_command_that_opens_its_incident_and_no_innocent_one() {
        List<JsonObject> accounts = TypedCommands.rows(attack, "touched").stream()
                .filter(one ->
                        Set.of("account", "mailbox").contains(one.get("kind").getAsString()))
                .toList();
        assertThat(accounts).extracting(one -> one.get("name").getAsString()).containsOnly(BO);
        assertThat(accounts)
                .extracting(one -> one.get("command").getAsString())
                .containsOnly("cordon respond compromised-account " + BO + " --linked-with "
                        + attack.get("incident").getAsString());
        assertThat(lines).contains("--linked-with").doesNotContain(KARIN);
    }

    @Test
    void every_application_device_and_mail_route_of_his_is_named_and_none_of_the_organisations_own() {
        assertThat(touched("application"))
                .containsExactlyInAnyOrder("Outlook Mail Helper", "Mail Archive Connector", "Backup Agent 365");
        assertThat(touched("device")).containsExactly("DESKTOP-7Q2K9VL");
        assertThat(touched("mail-flow"))
                .containsExactlyInAnyOrder(
                        "Microsoft Archive", "Exchange Online Protection", "Outbound Default", "litware-pumps");
    }

    private static List<String> touched(String kind) {
        return TypedCommands.rows(attack, "touched").stream()
                .filter(one -> one.get("kind").getAsString().equals(kind))
                .map(one -> one.get("name").getAsString())
                .toList();
    }

    private static Set<String> texts(JsonObject of, String member) {
        return of.getAsJsonArray(member).asList().stream()
                .map(JsonElement::getAsString)
                .collect(Collectors.toSet());
    }
}
