package dev.cordon.simulator.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScenarioLoaderTest {

    private static final Instant START = Instant.parse("2026-03-02T08:00:00Z");

    private static final String SMALLEST = """
            schema: cordon-scenario/1
            name: small
            clock: {start: "2026-03-02T08:00:00Z"}
            organisation:
              domains: [{name: contoso.example}]
            operator: {upn: admin@contoso.example, roles: [Security Reader]}
            people:
              - {upn: anna.berg@contoso.example, suspect: true}
            """;

    @Test
    void loads_the_example_of_the_contract() throws IOException {
        var twins = ScenarioLoader.parse("twins", twins(), OptionalLong.empty());

        assertThat(twins.name()).isEqualTo("twins");
        assertThat(twins.seed()).isEqualTo(7);
        assertThat(twins.clock()).isEqualTo(new ScenarioClock(START, 60));
        assertThat(twins.suspects()).extracting(Person::upn).containsExactly("anna.berg@contoso.example");
        assertThat(twins.planted("evil-rule")).hasValueSatisfying(rule -> {
            assertThat(rule.hidden()).isTrue();
            assertThat(rule.created()).isEqualTo(START.minus(Duration.ofHours(19)));
            assertThat(rule.object()
                            .getAsJsonObject("actions")
                            .get("markAsRead")
                            .getAsBoolean())
                    .isTrue();
        });
        assertThat(twins.throttling().buckets())
                .hasEntrySatisfying(
                        "identity-protection",
                        bucket -> assertThat(bucket.retryAfter()).isEqualTo(Throttling.RetryAfter.NONE));
        assertThat(twins.attacker().plan()).hasSize(3);
        assertThat(twins.attacker().plan().get(1).with()).containsExactly("password", "evil-otp");
        assertThat(twins.attacker().sessions().getFirst().accessTokenLife()).isEqualTo(Duration.ofMinutes(75));
    }

    @Test
    void another_seed_replaces_the_scenarios_own() throws IOException {
        assertThat(ScenarioLoader.parse("twins", twins(), OptionalLong.of(99)).seed())
                .isEqualTo(99);
    }

    @ParameterizedTest
    @MethodSource("dev.cordon.simulator.scenario.ScenarioLoader#shipped")
    void loads_every_shipped_scenario(String name) {
        var scenario = ScenarioLoader.load(name, OptionalLong.empty());

        assertThat(scenario.name()).isEqualTo(name);
        assertThat(scenario.suspects()).isNotEmpty();
    }

    @Test
    void the_smallest_scenario_has_the_defaults_of_the_manual() {
        var small = ScenarioLoader.parse("small", SMALLEST, OptionalLong.empty());

        assertThat(small.clock().speed()).isEqualTo(1);
        assertThat(small.organisation().licences()).containsExactly(Organisation.Licence.E3);
        assertThat(small.throttling().enabled()).isTrue();
        assertThat(small.delays().latency()).isEqualTo(DurationRange.of(Duration.ofMillis(150)));
        assertThat(small.application().profile()).isEqualTo(Application.Profile.RESPOND);
        assertThat(small.attacker().plan()).isEmpty();
    }

    @Test
    void a_range_of_times_is_drawn_from_the_seed_alone() {
        var yaml = SMALLEST + """
                persistence:
                  - {id: otp, kind: authentication-method, owner: anna.berg@contoso.example, by: attacker,
                     created: {min: -PT40H, max: -PT10H}, object: {type: softwareOath}}
                """;

        var one = created(yaml, 1);
        assertThat(one).isBetween(START.minus(Duration.ofHours(40)), START.minus(Duration.ofHours(10)));
        assertThat(created(yaml, 1)).isEqualTo(one);
        assertThat(created(yaml, 2)).isNotEqualTo(one);
    }

    private static Instant created(String yaml, long seed) {
        return ScenarioLoader.parse("range", yaml, OptionalLong.of(seed))
                .planted("otp")
                .orElseThrow()
                .created();
    }

    @Test
    void every_kind_of_the_decision_file_can_be_planted() {
        var yaml = new StringBuilder(SMALLEST).append("persistence:\n");
        List.of(
                        "inbox-rule|{sweep: {Sender: a@b.example, DestinationFolder: Archive}}",
                        "forwarding|{ForwardingAddress: admin@contoso.example}",
                        "delegate|{Trustee: admin@contoso.example, AccessRights: SendAs}",
                        "folder-permission|{Folder: Inbox, User: Default, AccessRights: [Reviewer]}",
                        "calendar-publishing|{PublishEnabled: true, DetailLevel: FullDetails}",
                        "authentication-method|{type: phone, phoneNumber: +35385555, phoneType: mobile}",
                        "consent|{clientId: 11111111-2222-4333-8444-555555555555, scope: Mail.Read offline_access}",
                        "app-role-assignment|{displayName: Reader, appRole: Mail.Read}",
                        "device|{displayName: DESKTOP-1, operatingSystem: Windows}",
                        "auto-reply|{status: alwaysEnabled, externalReplyMessage: pay here}",
                        "role|{role: Exchange Administrator}",
                        "transport-rule|{Name: copy, BlindCopyTo: drop@mail.example}",
                        "connector|{Name: out, direction: outbound, SmartHosts: [192.0.2.9]}",
                        "remote-domain|{DomainName: mail.example, AutoForwardEnabled: true}")
                .forEach(each -> yaml.append(
                        "  - {id: x-%s, kind: %s, owner: anna.berg@contoso.example, by: attacker, object: %s}%n"
                                .formatted(
                                        each.substring(0, each.indexOf('|')),
                                        each.substring(0, each.indexOf('|')),
                                        each.substring(each.indexOf('|') + 1))));

        assertThat(ScenarioLoader.parse("kinds", yaml.toString(), OptionalLong.empty())
                        .persistence())
                .extracting(PlantedObject::kind)
                .containsExactly(ObjectKind.values());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    colour: red                                        | 9 | unknown key 'colour'
                    seed: many                                         | 9 | whole number
                    mailboxes: [{owner: nobody@contoso.example}]       | 9 | neither in people nor the operator
                    delays: {latency: 150ms}                           | 9 | no ISO duration
                    delays: {latency: {min: PT2S, max: PT1S}}          | 9 | max is less than min
                    throttling: {buckets: {report: {requests: 1}}}     | 9 | is no bucket
                    faults: [{match: {host: mail}, do: truncate}]      | 9 | 'mail' is unknown
                    faults: [{match: {}, do: explode}]                 | 9 | is unknown; known are
                    attacker: {plan: [{do: refresh}]}                  | 9 | either at or when
                    attacker: {plan: [{at: PT1S, do: dance}]}          | 9 | 'dance' is unknown
                    attacker: {plan: [{at: PT1S, do: refresh, session: x}]} | 9 | 'x' is unknown
                    persistence: [{id: a, kind: spell, by: attacker, object: {}}] | 9 | 'spell' is unknown
                    persistence: [{id: a, kind: transport-rule, by: attacker, object: {Name: n, Colour: 1}}] | 9 | unknown key 'Colour'
                    name: twice                                        | 9 | stands here twice
                    """)
    void refuses_with_line_and_reason(String lineOfYaml, int line, String reason) {
        var refusal = catchThrowableOfType(
                ScenarioException.class,
                () -> ScenarioLoader.parse("bad", SMALLEST + lineOfYaml + "\n", OptionalLong.empty()));

        assertThat(refusal.problems()).anySatisfy(problem -> {
            assertThat(problem.line()).isEqualTo(line);
            assertThat(problem.reason()).contains(reason);
        });
        assertThat(refusal).hasMessageContaining("line " + line);
    }

    @Test
    void reports_all_problems_at_once() {
        var yaml = SMALLEST + "mailboxes: [{owner: nobody@contoso.example}]\ndelays: {latency: soon}\nfoo: 1\n";

        var refusal = catchThrowableOfType(
                ScenarioException.class, () -> ScenarioLoader.parse("bad", yaml, OptionalLong.empty()));

        assertThat(refusal.problems()).extracting(ScenarioProblem::line).containsExactly(9, 10, 11);
    }

    @Test
    void refuses_a_document_that_grows_through_aliases() {
        var yaml = new StringBuilder("a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n");
        for (var i = 1; i < 9; i++) {
            var before = "*a" + (i - 1);
            yaml.append(
                    "a%d: &a%d [%s]%n".formatted(i, i, String.join(", ", java.util.Collections.nCopies(10, before))));
        }

        assertThatThrownBy(() -> ScenarioLoader.parse("bomb", yaml.toString(), OptionalLong.empty()))
                .isInstanceOf(ScenarioException.class);
    }

    @Test
    void refuses_what_is_no_yaml_with_its_line() {
        assertThatThrownBy(() -> ScenarioLoader.parse("broken", "schema: x\nname: [\n", OptionalLong.empty()))
                .isInstanceOf(ScenarioException.class)
                .hasMessageContaining("line ");
    }

    private static String twins() throws IOException {
        try (var in = ScenarioLoaderTest.class.getResourceAsStream("/scenarios/twins.yaml")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
