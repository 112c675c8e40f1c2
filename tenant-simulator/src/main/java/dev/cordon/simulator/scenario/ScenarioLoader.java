package dev.cordon.simulator.scenario;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Reads scenario files. Strict: unknown keys, references, values and types are refused, all problems at once, each with
 * its line. The grammar is {@code docs/manual/scenarios.md}. Safe for many threads.
 */
public final class ScenarioLoader {

    private static final String SCHEMA = "cordon-scenario/1";
    private static final List<String> SHIPPED = List.of(
            "aitm-basic",
            "quiet-tenant",
            "throttled",
            "reentry",
            "aitm-full-persistence",
            "hybrid",
            "guest",
            "shared-mailbox",
            "administrator",
            "break-glass",
            "last-global-administrator",
            "operator-is-target",
            "device-code",
            "consent-only",
            "spray-three-accounts",
            "soc-acts-too",
            "attack-disruption",
            "big-audit-log",
            "late-logs",
            "monday-review",
            "phish-blocked",
            "phish-reached-aitm",
            "phish-consent",
            "phish-device-code",
            "phish-campaign-60-recipients",
            "bec-invoice-redirect",
            "bec-vendor-mailbox",
            "bec-payroll",
            "bec-gift-cards");

    private ScenarioLoader() {}

    /** The names of the scenarios that ship with the program. */
    public static List<String> shipped() {
        return SHIPPED;
    }

    /**
     * Loads a shipped scenario by its name, or a file.
     *
     * @param seed replaces the scenario's own seed
     * @throws ScenarioException if there is no such scenario, or it is refused
     */
    public static Scenario load(String nameOrFile, OptionalLong seed) {
        return parse(nameOrFile, content(nameOrFile), seed);
    }

    private static String content(String nameOrFile) {
        try {
            if (SHIPPED.contains(nameOrFile)) {
                return shippedContent(nameOrFile);
            }
            var file = Path.of(nameOrFile);
            if (Files.isRegularFile(file)) {
                if (Files.size(file) > YamlTree.MOST_CHARACTERS * 4L) {
                    throw refused(nameOrFile, "the file is larger than a scenario may be");
                }
                return Files.readString(file);
            }
        } catch (CharacterCodingException binary) {
            throw refused(nameOrFile, "is not UTF-8 text");
        } catch (IOException | InvalidPathException unreadable) {
            throw refused(nameOrFile, "cannot be read; look at its name and its permissions");
        }
        throw refused(nameOrFile, "is neither a file nor one of " + String.join(", ", SHIPPED));
    }

    private static String shippedContent(String name) throws IOException {
        try (var in = ScenarioLoader.class.getResourceAsStream("/scenarios/" + name + ".yaml")) {
            if (in == null) {
                throw new IllegalStateException("the scenario " + name + " is missing in the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static ScenarioException refused(String source, String reason) {
        return new ScenarioException(source, List.of(new ScenarioProblem(0, "", reason)));
    }

    /**
     * Reads a scenario from its text.
     *
     * @param source what to call it in messages
     * @throws ScenarioException if it is refused
     */
    public static Scenario parse(String source, String yaml, OptionalLong seed) {
        var reading = new Reading();
        var root = YamlTree.read(source, yaml);
        var scenario = scenario(Section.of(root, "", "", reading), reading, seed);
        if (reading.problemCount() > 0 || scenario.isEmpty()) {
            throw new ScenarioException(source, reading.problems());
        }
        return scenario.get();
    }

    /**
     * Reads a list of faults alone, as {@code POST /faults} has it.
     *
     * @param source what to call it in messages
     * @throws ScenarioException if one is refused
     */
    public static List<Fault> parseFaults(String source, String list) {
        var reading = new Reading();
        var root = Section.of(YamlTree.read(source, "faults: " + list), "", "", reading);
        var faults = ConditionsReader.faults(root);
        if (reading.problemCount() > 0) {
            throw new ScenarioException(source, reading.problems());
        }
        return faults;
    }

    private static Optional<Scenario> scenario(Section root, Reading reading, OptionalLong seed) {
        if (!root.text("schema").equals(SCHEMA)) {
            root.problem("schema", "must be " + SCHEMA);
        }
        var own = root.has("seed") ? ownSeed(root) : 1;
        var drawn = seed.orElse(own);
        var clock = clock(root.section("clock"), reading, drawn);
        var organisation = OrganisationReader.organisation(root.section("organisation"));
        organisation.ifPresent(known -> known.domains()
                .forEach(domain -> reading.domains.add(domain.name().toLowerCase(Locale.ROOT))));
        PeopleReader.collectNames(root);
        PersistenceReader.collectNames(root);
        AttackerReader.collectNames(root.section("attacker"));
        var operator = PeopleReader.operator(root.section("operator"));
        var application = PeopleReader.application(root.section("application"));
        var people = PeopleReader.people(root);
        var mailboxes = PeopleReader.mailboxes(root);
        var persistence = PersistenceReader.persistence(root);
        var history = HistoryReader.history(root.section("history"));
        var delays = ConditionsReader.delays(root.section("delays"));
        var searches = ConditionsReader.searches(root.section("searches"));
        var throttling = ConditionsReader.throttling(root.section("throttling"));
        var faults = ConditionsReader.faults(root);
        var attacker = AttackerReader.attacker(root.section("attacker"));
        var otherHands = OtherHandReader.hands(root, persistence);
        var campaigns = CampaignReader.campaigns(root);
        var fraud = FraudReader.plan(root);
        var name = root.text("name");
        if (organisation.isEmpty() || clock.isEmpty() || reading.problemCount() > 0) {
            return Optional.empty();
        }
        return root.build(() -> new Scenario(
                name,
                drawn,
                clock.get(),
                organisation.get(),
                operator,
                application,
                people,
                mailboxes,
                persistence,
                history,
                delays,
                searches,
                throttling,
                faults,
                attacker,
                otherHands,
                campaigns,
                fraud));
    }

    private static long ownSeed(Section root) {
        try {
            return Long.parseLong(root.text("seed"));
        } catch (NumberFormatException notANumber) {
            root.problem("seed", "must be a whole number");
            return 1;
        }
    }

    private static Optional<ScenarioClock> clock(Section clock, Reading reading, long seed) {
        var text = clock.text("start");
        var start = ScenarioTime.instant(text);
        if (start.isEmpty()) {
            clock.problem("start", "must be an ISO instant with a zone, such as 2026-03-02T08:00:00Z");
        }
        reading.begin(start.orElse(Instant.EPOCH), seed);
        var speed = decimal(clock);
        return start.flatMap(instant -> clock.build(() -> new ScenarioClock(instant, speed)));
    }

    private static double decimal(Section clock) {
        try {
            return Double.parseDouble(clock.text("speed", "1"));
        } catch (NumberFormatException notANumber) {
            clock.problem("speed", "must be a number");
            return 1;
        }
    }
}
