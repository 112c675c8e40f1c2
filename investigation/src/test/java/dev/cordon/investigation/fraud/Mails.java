package dev.cordon.investigation.fraud;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.investigation.AttackPicture;
import dev.cordon.investigation.Coverage;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Organisation;
import dev.cordon.investigation.Reason;
import dev.cordon.investigation.Rows;
import dev.cordon.investigation.Verdict;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The fixture catalogue: an attacker was in Anna's mailbox for twenty hours. */
final class Mails {
    static final Instant SINCE = Rows.NOW.minus(Duration.ofHours(20));
    static final Instant SENT = Rows.NOW.minus(Duration.ofHours(6));
    static final String ANNA = "anna.berg@contoso.example";
    static final Organisation CONTOSO = Organisation.ofDomains("contoso.example");
    static final LookAlikeDomains LOOK_ALIKES =
            new LookAlikeDomains(List.of("contoso.example"), List.of("fabrikam.example"));

    private Mails() {}

    static EvidenceRef ref(String record) {
        return EvidenceRef.of(ExhibitId.of(7), record);
    }

    static TracedSend traced(String id, String subject, String recipient) {
        return new TracedSend(SENT, ANNA, recipient, subject, id, "Delivered", ref("trace " + id + " " + recipient));
    }

    static AuditedMail audited(AuditedMail.Act act, String id, String address) {
        return new AuditedMail(SENT, act, id, "", address, "", ref("audit " + act + " " + id));
    }

    static MailSeen copy(String id, MailSeen.Place place, String subject, String... recipients) {
        return new MailSeen(
                id,
                place,
                SENT,
                "Anna Berg <" + ANNA + ">",
                "",
                List.of(recipients),
                subject,
                List.of(),
                ref("copy " + id));
    }

    static MailSeen received(String from, String replyTo, String subject) {
        return new MailSeen(
                "<in-" + subject + "@x>",
                MailSeen.Place.ELSEWHERE,
                SENT,
                from,
                replyTo,
                List.of(ANNA),
                subject,
                List.of(),
                ref("received " + subject));
    }

    static Coverage read(String source) {
        return new Coverage(source, SINCE, Optional.of(Rows.NOW), 5, Optional.empty());
    }

    static Coverage notRead(String source) {
        return Coverage.notRead(source, SINCE, "Nobody may read it.");
    }

    static Judgement judged(Verdict verdict, String... signals) {
        int score = verdict == Verdict.BENIGN ? 0 : verdict == Verdict.REVIEW ? 40 : 90;
        return new Judgement(
                verdict,
                score,
                Stream.of(signals)
                        .map(signal -> new Reason(signal, "It is as it is.", Optional.empty()))
                        .toList());
    }

    static FraudFacts.Item item(String kind, Judgement judgement, String... targets) {
        return new FraudFacts.Item(kind, "a " + kind, List.of(targets), judgement, ref("item " + kind));
    }

    /** What tells of mail that left Anna's mailbox, to change from: everything was read, nothing is there. */
    static Draft sent() {
        return new Draft();
    }

    /** Evidence being described. */
    static final class Draft {
        private Optional<Instant> since = Optional.of(SINCE);
        private AttackPicture picture = Rows.attacked();
        private final List<TracedSend> trace = new ArrayList<>();
        private final List<AuditedMail> audit = new ArrayList<>();
        private final List<MailSeen> mailbox = new ArrayList<>();
        private Coverage mailboxRead = read("mailbox");

        Draft traced(TracedSend... rows) {
            trace.addAll(List.of(rows));
            return this;
        }

        Draft audited(AuditedMail... rows) {
            audit.addAll(List.of(rows));
            return this;
        }

        Draft lying(MailSeen... mails) {
            mailbox.addAll(List.of(mails));
            return this;
        }

        Draft mailboxNotRead() {
            mailboxRead = notRead("mailbox");
            return this;
        }

        Draft of(AttackPicture newPicture) {
            picture = newPicture;
            return this;
        }

        Draft sinceUnknown() {
            since = Optional.empty();
            return this;
        }

        FraudMails drawn() {
            return FraudMails.of(new SentMailEvidence(
                    Set.of(ANNA),
                    since,
                    CONTOSO,
                    picture,
                    trace,
                    audit,
                    mailbox,
                    read(FraudMails.TRACE),
                    read("unifiedAudit"),
                    mailboxRead));
        }
    }
}
