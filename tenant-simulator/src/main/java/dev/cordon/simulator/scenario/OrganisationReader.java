package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Organisation.Domain;
import dev.cordon.simulator.scenario.Organisation.DomainAuthentication;
import dev.cordon.simulator.scenario.Organisation.Hybrid;
import dev.cordon.simulator.scenario.Organisation.Licence;
import dev.cordon.simulator.scenario.Organisation.Policies;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Reads {@code organisation}. */
final class OrganisationReader {

    private OrganisationReader() {}

    static Optional<Organisation> organisation(Section section) {
        var name = section.text("name", "Contoso");
        var domains = domains(section);
        var hybrid = section.choice("hybrid", Hybrid.class, Hybrid.NONE);
        var zone = zone(section);
        var licences = licences(section);
        var policies = policies(section.section("policies"));
        var generated = section.number("generatedUsers", 0);
        return section.build(() -> new Organisation(name, domains, hybrid, zone, licences, policies, generated));
    }

    private static List<Domain> domains(Section section) {
        if (!section.has("domains")) {
            section.problem("domains", "is missing");
        }
        var domains = new ArrayList<Domain>();
        var sections = section.sections("domains");
        for (var each : sections) {
            var name = each.text("name");
            var isDefault = each.flag("default", sections.size() == 1);
            var authentication =
                    each.choice("authentication", DomainAuthentication.class, DomainAuthentication.MANAGED);
            each.build(() -> new Domain(name, isDefault, authentication)).ifPresent(domains::add);
        }
        return domains;
    }

    private static ZoneId zone(Section section) {
        try {
            return ZoneId.of(section.text("timeZone", "UTC"));
        } catch (DateTimeException unknown) {
            section.problem("timeZone", "is no time zone such as Europe/Dublin");
            return ZoneOffset.UTC;
        }
    }

    private static List<Licence> licences(Section section) {
        if (!section.has("licences")) {
            return List.of(Licence.E3);
        }
        var licences = new ArrayList<Licence>();
        for (var word : section.texts("licences")) {
            Arrays.stream(Licence.values())
                    .filter(licence -> licence.word().equals(word))
                    .findFirst()
                    .ifPresentOrElse(
                            licences::add,
                            () -> section.problem(
                                    "licences", "'" + word + "' is unknown; known are E3, E3-MDO-P1, E5"));
        }
        return licences;
    }

    private static Policies policies(Section section) {
        return new Policies(
                section.flag("continuousAccessEvaluation", true),
                section.flag("temporaryAccessPass", true),
                section.flag("externalForwarding", true),
                section.flag("userConsent", false),
                section.flag("unifiedAuditLog", true));
    }
}
