package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.InboxRule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class InboxRuleJudgeTest {
    private static final Judge ATTACKED = new Judge(Organisation.ofDomains("contoso.example"), Rows.attacked());
    private static final Judge QUIET = new Judge(Organisation.ofDomains("contoso.example"), Rows.quiet());

    @TestFactory
    Stream<DynamicTest> judges_by_what_a_rule_does() {
        return Stream.of(
                        // the attacker's
                        expect(
                                "hidden look-alike",
                                Verdict.MALICIOUS,
                                rule("Junk E-Mail Rule.")
                                        .hidden()
                                        .about("invoice")
                                        .into("RSS Feeds")
                                        .read()),
                        expect(
                                "visible, plain name, RSS",
                                Verdict.MALICIOUS,
                                rule("Invoices")
                                        .about("invoice")
                                        .into("RSS Feeds")
                                        .read()),
                        expect(
                                "German words",
                                Verdict.MALICIOUS,
                                rule("x").about("Rechnung").into("RSS-Feeds").read()),
                        expect(
                                "Swedish words",
                                Verdict.MALICIOUS,
                                rule("..")
                                        .about("faktura", "betalning")
                                        .into("RSS-flöden")
                                        .read()),
                        expect(
                                "Chinese words",
                                Verdict.MALICIOUS,
                                rule(";").about("发票").deleting().read()),
                        expect(
                                "Arabic words",
                                Verdict.MALICIOUS,
                                rule(".").about("فاتورة").deleting().read()),
                        expect(
                                "split by zero-width",
                                Verdict.MALICIOUS,
                                rule(".").about("inv\u200boice").deleting().read()),
                        expect(
                                "accents",
                                Verdict.MALICIOUS,
                                rule("a")
                                        .about("ÜBERWEISUNG")
                                        .into("Aufgezeichnete Unterhaltungen")
                                        .read()),
                        expect(
                                "warnings",
                                Verdict.MALICIOUS,
                                rule("s").about("phishing", "hacked").deleting()),
                        expect(
                                "forwards money mail",
                                Verdict.MALICIOUS,
                                rule("Copy").about("payment").to("\"Bo Lund\" [SMTP:drop@mail.example]")),
                        expect(
                                "forwards everything",
                                Verdict.MALICIOUS,
                                rule("Copy").to("drop@mail.example")),
                        expect(
                                "own address as display name",
                                Verdict.MALICIOUS,
                                rule("Copy").to("\"bo@contoso.example\" [SMTP:drop@mail.example]")),
                        expect(
                                "own domain as a prefix",
                                Verdict.MALICIOUS,
                                rule("Copy").to("bo@contoso.example.mail.example")),
                        expect(
                                "true system name, foreign deed",
                                Verdict.MALICIOUS,
                                rule("Junk E-mail Rule")
                                        .hidden()
                                        .about("invoice")
                                        .into("RSS Feeds")
                                        .read()),
                        expect(
                                "junk rule's name, one sender",
                                Verdict.MALICIOUS,
                                rule("Junk E-mail Rule")
                                        .hidden()
                                        .from("alerts@hausbank.example")
                                        .into("Junk Email")),
                        expect(
                                "delegate rule's name, all mail",
                                Verdict.REVIEW,
                                rule("Delegate Rule -12").hidden().to("\"Dora\" [EX:/o=x/cn=dora]")),
                        expect(
                                "out-of-office name, forwards",
                                Verdict.MALICIOUS,
                                rule("Microsoft.Exchange.OOF.InternalSenders.Global")
                                        .hidden()
                                        .to("drop@mail.example")),
                        expect(
                                "deletes everything",
                                Verdict.MALICIOUS,
                                rule(".").deleting().read()),
                        expect(
                                "a size everything has",
                                Verdict.MALICIOUS,
                                rule(".")
                                        .when("WithinSizeRangeMinimum", "1")
                                        .deleting()
                                        .read()),
                        expect(
                                "switched off for now",
                                Verdict.MALICIOUS,
                                rule("..")
                                        .off()
                                        .about("wire transfer")
                                        .into("Conversation History")
                                        .read()),
                        // for a person
                        expect(
                                "forwards one sender home",
                                Verdict.REVIEW,
                                rule("Travel").from("bookings@airline.example").to("anna@private.example")),
                        expect(
                                "hidden, unknown",
                                Verdict.REVIEW,
                                rule("Team").hidden().about("lunch").into("Lunch")),
                        expect(
                                "deletes colleagues",
                                Verdict.REVIEW,
                                rule("Quiet").from("cfo@contoso.example").deleting()),
                        expect(
                                "look-alike that does nothing",
                                Verdict.REVIEW,
                                rule("Junk E-Mail Rule.").about("lunch").into("Lunch")),
                        expect(
                                "to a colleague, since nobody knows when",
                                Verdict.REVIEW,
                                rule("Bo").about("holiday").to("\"Bo Lund\" [EX:/o=ExchangeLabs/cn=bo]")),
                        expect(
                                "to a colleague by address, since nobody knows when",
                                Verdict.REVIEW,
                                rule("Bo").about("payment").to("bo.lund@CONTOSO.example")),
                        // the owner's, each a twin of one above
                        expect(
                                "own folder",
                                Verdict.BENIGN,
                                rule("Invoices").about("invoice").into("Rechnungen")),
                        expect(
                                "own folder, read",
                                Verdict.BENIGN,
                                rule("Invoices")
                                        .about("invoice")
                                        .into("Rechnungen")
                                        .read()),
                        expect(
                                "odd name, own folder",
                                Verdict.BENIGN,
                                rule(".").about("invoice").into("Rechnungen")),
                        expect(
                                "system rule",
                                Verdict.BENIGN,
                                rule("Junk E-mail Rule").hidden()),
                        expect(
                                "system rule into junk",
                                Verdict.BENIGN,
                                rule("Junk E-mail Rule").hidden().into("Junk Email")),
                        expect(
                                "out of office",
                                Verdict.BENIGN,
                                rule("Microsoft.Exchange.OOF.KnownExternalSenders.Global")
                                        .hidden()),
                        expect(
                                "delegate rule",
                                Verdict.BENIGN,
                                rule("Delegate Rule -123")
                                        .hidden()
                                        .when("MessageTypeMatches", "CalendaringMeetingRequest")
                                        .to("\"Bo\" [EX:/o=x/cn=bo]")),
                        expect(
                                "own folder with a colon",
                                Verdict.BENIGN,
                                rule("Supplier").about("delivery").into("Lieferant: Notizen")),
                        expect(
                                "own folder with a slash",
                                Verdict.BENIGN,
                                rule("Ledger").about("delivery").into("Buchhaltung/Journal")),
                        expect(
                                "newsletters",
                                Verdict.BENIGN,
                                rule("News")
                                        .from("newsletter@shop.example")
                                        .deleting()
                                        .read()),
                        expect(
                                "newsletters to archive",
                                Verdict.BENIGN,
                                rule("News")
                                        .from("news@shop.example")
                                        .into("Archive")
                                        .read()),
                        expect(
                                "sweep",
                                Verdict.BENIGN,
                                rule("Offers")
                                        .sweep()
                                        .from("offers@shop.example")
                                        .deleting()))
                .map(example -> DynamicTest.dynamicTest(
                        example.name,
                        () -> assertThat(ATTACKED.inboxRule(example.rule))
                                .extracting(Judgement::verdict)
                                .as("%s: %s", example.name, ATTACKED.inboxRule(example.rule))
                                .isEqualTo(example.verdict)));
    }

    @Test
    void the_same_name_is_judged_by_its_deed() {
        Judgement real = ATTACKED.inboxRule(rule("Junk E-mail Rule").hidden().rule());
        Judgement twin = ATTACKED.inboxRule(rule("Junk E-Mail Rule.")
                .hidden()
                .about("invoice")
                .into("RSS Feeds")
                .read()
                .rule());

        assertThat(real.names("system-rule")).isTrue();
        assertThat(twin.names("pretends-to-be-system-rule")).isTrue();
        assertThat(twin.reasons()).extracting(Reason::text).anyMatch(text -> text.contains("“RSS Feeds”"));
        assertThat(twin.technique()).contains("T1564.008");
    }

    @Test
    void what_may_be_ordinary_stays_where_nobody_was_seen() {
        assertThat(QUIET.inboxRule(rule("Copy").to("assistant@partner.example").rule())
                        .verdict())
                .isEqualTo(Verdict.REVIEW);
        assertThat(QUIET.inboxRule(
                                rule("Quiet").from("shop@x.example").deleting().rule())
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
    }

    @Test
    void on_a_journey_a_rule_that_tidies_up_stays_and_one_that_hides_warnings_does_not() {
        Judge journey = new Judge(Organisation.ofDomains("contoso.example"), Rows.journey());

        assertThat(journey.inboxRule(rule("Industry news")
                                .from("editor@trade.example")
                                .into("RSS Feeds")
                                .read()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.BENIGN);
        assertThat(journey.inboxRule(rule("Industry news")
                                .about("phishing")
                                .into("RSS Feeds")
                                .read()
                                .rule())
                        .verdict())
                .isEqualTo(Verdict.MALICIOUS);
    }

    @Test
    void quoted_text_cannot_break_out_of_a_reason() {
        Judgement judgement = ATTACKED.inboxRule(
                rule("Junk E-mail Rule\u202e\u001b[31m\n" + "x".repeat(5000)).rule());

        assertThat(judgement.reasons())
                .extracting(Reason::text)
                .allSatisfy(text -> assertThat(text).hasSizeLessThan(300).doesNotContain("\u202e", "\u001b", "\n"));
    }

    static RuleDraft rule(String name) {
        return new RuleDraft(name);
    }

    private static Example expect(String name, Verdict verdict, RuleDraft draft) {
        return new Example(name, verdict, draft.rule());
    }

    private record Example(String name, Verdict verdict, InboxRule rule) {}

    /** A rule being described. */
    static final class RuleDraft {
        private final String name;
        private final Map<String, List<String>> conditions = new java.util.HashMap<>();
        private InboxRule.Kind kind = InboxRule.Kind.SERVER;
        private boolean enabled = true;
        private boolean hidden;
        private List<String> forwardTo = List.of();
        private Optional<String> folder = Optional.empty();
        private boolean deletes;
        private boolean read;

        RuleDraft(String name) {
            this.name = name;
        }

        RuleDraft hidden() {
            hidden = true;
            return this;
        }

        RuleDraft about(String... words) {
            conditions.put("SubjectContainsWords", List.of(words));
            return this;
        }

        RuleDraft from(String... senders) {
            conditions.put("From", List.of(senders));
            return this;
        }

        RuleDraft when(String condition, String... values) {
            conditions.put(condition, List.of(values));
            return this;
        }

        RuleDraft into(String newFolder) {
            folder = Optional.of(newFolder);
            return this;
        }

        RuleDraft to(String... recipients) {
            forwardTo = List.of(recipients);
            return this;
        }

        RuleDraft deleting() {
            deletes = true;
            return this;
        }

        RuleDraft read() {
            read = true;
            return this;
        }

        RuleDraft off() {
            enabled = false;
            return this;
        }

        RuleDraft sweep() {
            kind = InboxRule.Kind.SWEEP;
            return this;
        }

        InboxRule rule() {
            return new InboxRule(
                    "17923",
                    Optional.empty(),
                    kind,
                    name,
                    enabled,
                    Optional.of(hidden),
                    conditions,
                    Map.of(),
                    forwardTo,
                    folder,
                    deletes,
                    read,
                    true,
                    "");
        }
    }
}
