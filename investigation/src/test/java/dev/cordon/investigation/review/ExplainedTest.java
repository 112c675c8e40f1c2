package dev.cordon.investigation.review;

import static dev.cordon.investigation.review.ExportedLog.ADMIN;
import static dev.cordon.investigation.review.ExportedLog.ANNA;
import static dev.cordon.investigation.review.ExportedLog.targets;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Verdict;
import dev.cordon.investigation.facts.AddressRange;
import dev.cordon.investigation.facts.OrganisationFacts;
import dev.cordon.investigation.facts.OrganisationFacts.Approved;
import dev.cordon.investigation.facts.OrganisationFacts.Exit;
import dev.cordon.investigation.facts.OrganisationFacts.Partner;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The same rows with and without what the organisation has said of itself. */
class ExplainedTest {
    private static final String BROWSER = "Mozilla/5.0 (Windows NT 10.0) Chrome/128.0";
    private static final String MOVER = "5d2f1a3c-0000-4000-8000-000000000001";
    private static final String EXIT = "192.0.2.9";
    private static final OrganisationFacts FACTS = new OrganisationFacts(
            List.of("contoso-group.example"),
            List.of(new Partner("fabrikam.example", "our bookkeeper")),
            List.of(),
            List.of(new Exit(AddressRange.parse("192.0.2.0/24"), "VPN")),
            List.of(new Approved(MOVER, "the mail migration")),
            List.of());

    private final ExportedLog log = new ExportedLog();

    private List<ReviewFinding> found(OrganisationFacts facts) {
        var review = new Review(Organisation.ofDomains("contoso.example"), facts);
        log.into(review);
        return review.finish().findings();
    }

    private Verdict without(FindingKind kind) {
        return of(kind, found(OrganisationFacts.NONE)).verdict();
    }

    private ReviewFinding with(FindingKind kind) {
        return of(kind, found(FACTS));
    }

    private static ReviewFinding of(FindingKind kind, List<ReviewFinding> findings) {
        return findings.stream()
                .filter(finding -> finding.kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    private static List<String> facts(ReviewFinding finding) {
        return finding.reasons().stream()
                .filter(reason -> reason.signal().equals(OrganisationFacts.SIGNAL))
                .map(Reason::text)
                .toList();
    }

    private void rule(String name, String to, String... more) {
        var parameters = new ArrayList<>(List.of("Name", name, "ForwardTo", to));
        parameters.addAll(List.of(more));
        log.exchange("r", 0, "New-InboxRule", ANNA, ANNA, parameters.toArray(String[]::new));
    }

    @Test
    void a_rule_that_sends_mail_to_a_partner_is_one_step_milder_and_names_him() {
        rule("Copies", "ap@fabrikam.example");
        Verdict before = without(FindingKind.INBOX_RULE);
        assertThat(before).isNotEqualTo(Verdict.BENIGN);

        ReviewFinding explained = with(FindingKind.INBOX_RULE);
        assertThat(explained.verdict()).isEqualTo(before.milder());
        assertThat(facts(explained)).singleElement().asString().contains("partner domain “fabrikam.example”");
    }

    @Test
    void a_rule_that_hides_what_it_sends_to_a_partner_is_not_explained() {
        rule(
                ".",
                "ap@fabrikam.example",
                "DeleteMessage",
                "True",
                "MarkAsRead",
                "True",
                "SubjectContainsWords",
                "invoice;payment;bank");

        assertThat(with(FindingKind.INBOX_RULE).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(facts(with(FindingKind.INBOX_RULE)))
                .singleElement()
                .asString()
                .contains("does not explain the rest");
    }

    @Test
    void forwarding_to_a_domain_of_ones_own_names_the_fact() {
        log.exchange(
                "f",
                0,
                "Set-Mailbox",
                ADMIN,
                ANNA,
                "Identity",
                ANNA,
                "ForwardingSmtpAddress",
                "smtp:anna@contoso-group.example");
        assertThat(without(FindingKind.FORWARDING)).isEqualTo(Verdict.MALICIOUS);

        assertThat(with(FindingKind.FORWARDING).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(facts(with(FindingKind.FORWARDING)))
                .containsExactly("Facts say: “contoso-group.example” is one of the organisation's own domains.");
    }

    @Test
    void a_key_of_an_approved_application_is_approved_by_nobody() {
        log.directory(
                "k",
                0,
                "Add service principal credentials.",
                ADMIN,
                "Mover",
                targets(MOVER, "ServicePrincipal", "Mover", ""),
                "KeyDescription",
                "[]",
                "[\"[KeyIdentifier=1,KeyType=Password,KeyUsage=Verify,DisplayName=x]\"]");
        Verdict before = without(FindingKind.APP_CREDENTIAL);
        assertThat(before).isEqualTo(Verdict.REVIEW);

        assertThat(with(FindingKind.APP_CREDENTIAL).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(facts(with(FindingKind.APP_CREDENTIAL))).isEmpty();
    }

    private void spray(String address) {
        for (int i = 0; i < 12; i++) {
            log.failed("t" + i, i, "user" + i + "@contoso.example", address, BROWSER);
        }
        log.signedIn("in", 30, "user3@contoso.example", address, BROWSER);
        log.row("d", 50, "Register device.", "AzureActiveDirectory", "user3@contoso.example", """
                "RecordType":8,"ResultStatus":"Success","UserType":0,"ClientIP":"%s","ObjectId":"DESKTOP-1","Target":[{"ID":"DESKTOP-1","Type":1}]""".formatted(address));
    }

    @Test
    void wrong_passwords_from_an_exit_of_ones_own_are_for_review_and_make_no_attackers_place() {
        spray(EXIT);
        assertThat(without(FindingKind.PASSWORD_SPRAY)).isEqualTo(Verdict.MALICIOUS);
        assertThat(without(FindingKind.DEVICE)).isEqualTo(Verdict.MALICIOUS);

        assertThat(with(FindingKind.PASSWORD_SPRAY).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(facts(with(FindingKind.PASSWORD_SPRAY)))
                .singleElement()
                .asString()
                .contains("users come from the network of “192.0.2.9” (“VPN”)");
        assertThat(with(FindingKind.SIGN_IN).verdict()).isEqualTo(Verdict.REVIEW);
        assertThat(with(FindingKind.DEVICE).verdict()).isEqualTo(Verdict.REVIEW);
    }

    @Test
    void wrong_passwords_from_elsewhere_stay_as_they_are() {
        spray("198.51.100.7");

        assertThat(with(FindingKind.PASSWORD_SPRAY).verdict()).isEqualTo(Verdict.MALICIOUS);
        assertThat(with(FindingKind.DEVICE).verdict()).isEqualTo(Verdict.MALICIOUS);
    }
}
