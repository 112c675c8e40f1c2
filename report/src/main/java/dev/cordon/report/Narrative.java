package dev.cordon.report;

import dev.cordon.incident.Incident;
import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Party;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.Unsettled;
import dev.cordon.procedure.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in plain sentences what happened and where things stand, each sentence no surer than what is known. */
final class Narrative {
    private static final StepId RESET = new StepId("reset-password");
    private static final StepId BLOCK = new StepId("block-sign-in");
    private static final StepId REVOKE = new StepId("final-revoke");
    private static final StepId VERIFY = new StepId("verify");
    private static final StepId FIRST_REVOKE = new StepId("revoke-sessions");

    private static final int MOST_WORDS = 120;

    private final ReportSource source;

    Narrative(ReportSource source) {
        this.source = source;
    }

    /** The whole summary: at most 120 words. */
    List<String> summary() {
        List<String> sentences = new ArrayList<>();
        Incident incident = source.incident();
        if (!source.isResponse()) {
            sentences.add(
                    "From " + Words.time(incident.openedAt()) + " on evidence about this account was brought by hand.");
            sentences.add(attack());
            sentences.add(
                    "Cordon ran no response: it asked no tenant and changed nothing, and whether the account is contained is"
                            + " unknown here.");
            sentences.add(mail());
            return sentences;
        }
        return Stream.of(response(true, true), response(true, false), response(false, false))
                .filter(Narrative::isShort)
                .findFirst()
                .orElseGet(() -> response(false, false));
    }

    /**
     * Of a response.
     *
     * @param roles whether roles that the attacker gave are named, else counted
     * @param residual whether it is said here until when an old token works; it stands beneath the summary too
     */
    private List<String> response(boolean roles, boolean residual) {
        Incident incident = source.incident();
        List<String> sentences = new ArrayList<>();
        sentences.add("On " + Words.time(incident.detectedAt()) + " this account was reported as compromised"
                + Words.detection(incident.detectedBy()) + ".");
        sentences.add(attack());
        sentences.add(containment());
        sentences.add(removed());
        AttackersSettings.sentence(source, roles).ifPresent(sentences::add);
        residual().filter(_ -> residual).ifPresent(sentences::add);
        sentences.add(mail());
        return sentences;
    }

    private static boolean isShort(List<String> sentences) {
        return String.join(" ", sentences).split("\\s+").length <= MOST_WORDS;
    }

    String attack() {
        return source.attack().map(Narrative::attack).orElseGet(this::attackByRows);
    }

    /** No sign-in log was judged: what the stored rows show is all there is. */
    private String attackByRows() {
        return source.rows()
                .flatMap(found -> found.judged().stream()
                        .filter(one -> one.party() == Party.ATTACKER)
                        .map(Judged::first)
                        .min(Comparator.naturalOrder()))
                .map(first -> "Likely: somebody else was in it since " + Words.time(first)
                        + " or earlier, by the stored rows.")
                .orElse("Since when somebody else was in it is unknown.");
    }

    private static String attack(AttackSummary summary) {
        return switch (summary.certainty()) {
            case ATTACK ->
                "Likely: somebody else was in it since "
                        + summary.firstSeen().map(Words::time).orElse("an unknown time") + ", from "
                        + Words.count(summary.addresses().size(), "address", "addresses") + ".";
            case SUSPECTED -> "Some sign-ins need a second look; whether somebody else was in it is unknown.";
            case NOTHING_SEEN -> "The sign-in logs that were read show nobody else in it.";
            case UNKNOWN -> "Whether somebody else was in it is unknown: the logs say too little.";
        };
    }

    /** What of the mail, as far as rows of logs tell; accessed is not read, and the bound is never left out. */
    private String mail() {
        return source.rows().map(this::mail).orElse("What was read or taken is unknown until it has been looked into.");
    }

    private String mail(Reconstruction found) {
        String caution = LogReading.of(source, LogRecord.Log.AUDIT_LOG).caution();
        Looked audit = found.looked(LogRecord.Log.AUDIT_LOG);
        if (found.attackerRows() == 0) {
            return "The stored rows of logs show nothing that is the attacker's" + caution
                    + "; what was taken stays unknown.";
        }
        if (audit.rows() == 0) {
            return "No row of the audit log was looked at, so what mail was accessed or sent is unknown" + left(found)
                    + ".";
        }
        long named = found.access().stream()
                .mapToLong(access -> access.named().size())
                .sum();
        String accessed = audit.accesses() == 0
                ? "The logs record no access of mail by anybody, so what he read is unknown; they name "
                : "The logs name " + Words.count(named, "message", "messages") + " that the attacker accessed and ";
        return accessed + found.acts(MailAct.Kind.SENT).size() + " that he sent" + caution + left(found)
                + "; section 3 says how much more it may be.";
    }

    private String left(Reconstruction found) {
        long left = found.outgoing().stream()
                .mapToLong(mailbox -> mailbox.mails().size())
                .sum();
        return left == 0
                ? ""
                : ", and " + Words.count(left, "mail", "mails") + " left meanwhile"
                        + LogReading.of(source, LogRecord.Log.MESSAGE_TRACE).caution();
    }

    String containment() {
        boolean revoked = worked(REVOKE) || worked(FIRST_REVOKE);
        boolean reset = worked(RESET);
        boolean blocked = worked(BLOCK);
        if (revoked && (reset || blocked)) {
            return "Confirmed: its sessions were revoked and "
                    + (reset ? "its password was reset" : "its sign-in was blocked") + ", both read back" + verified()
                    + ".";
        }
        String missing = !revoked ? "the revoke of its sessions" : "neither reset nor block";
        return revoked ? "Not contained: " + missing + " is proven." : "Not contained: " + missing + " is not proven.";
    }

    /** Whether the revoke and the reset or block were read back. */
    boolean isContained() {
        return (worked(REVOKE) || worked(FIRST_REVOKE)) && (worked(RESET) || isBlocked());
    }

    boolean isBlocked() {
        return worked(BLOCK) && !worked(RESET);
    }

    private String verified() {
        IncidentState state = source.state().state();
        boolean read =
                state == IncidentState.VERIFIED || state == IncidentState.WATCHING || state == IncidentState.CLOSED;
        if (!read) {
            return "; not everything is verified yet";
        }
        if (!worked(VERIFY)) {
            return "; everything was once read again and agreed, and at the last look not everything was read and as it should be";
        }
        return source.state().openTasks().containsKey(SummarySection.NOT_LICENSED)
                ? "; everything that the licences show was then read again and agreed"
                : "; everything was then read again and agreed";
    }

    private boolean worked(StepId step) {
        return source.state()
                .step(step)
                .flatMap(progress -> progress.outcome())
                .filter(outcome ->
                        outcome instanceof StepOutcome.Succeeded || outcome instanceof StepOutcome.AlreadyInPlace)
                .isPresent();
    }

    String removed() {
        long gone = count(item -> isRemoved(item) && !isDisabled(item));
        long disabled = count(item -> isRemoved(item) && isDisabled(item));
        long review = count(Narrative::awaitsPerson);
        long back = count(Narrative::isThereAgain);
        long given = count(Unsettled::isGivenBackToAttacker);
        if (gone + disabled + review + back + given == 0) {
            return "Nothing was removed.";
        }
        String removed = gone == 0
                ? "Nothing was removed"
                : Words.count(
                                gone,
                                "thing that was judged the attacker's is",
                                "things that were judged the attacker's are")
                        + " gone";
        return removed
                + (disabled == 0 ? "" : "; " + Words.count(disabled, "is", "are") + " there and disabled")
                + (given == 0
                        ? ""
                        : "; " + Words.count(given, "is", "are") + " there again because a person gave it back")
                + (back == 0 ? "" : "; " + Words.count(back, "is", "are") + " still there after the clean-up")
                + (review == 0 ? "." : "; " + Words.count(review, "needs", "need") + " a person's decision.");
    }

    private long count(Predicate<Item> claim) {
        return source.state().items().values().stream().filter(claim).count();
    }

    /** Whether it was taken from the attacker: removed, or disabled where it is kept as evidence. */
    static boolean isRemoved(Item item) {
        return item.decision() == ItemDecision.REMOVE && isOut(item);
    }

    private static boolean isDisabled(Item item) {
        return item.outcome().filter(ItemOutcome.DISABLED::equals).isPresent();
    }

    /** Whether it was seen after the clean-up, and not removed since. */
    static boolean isThereAgain(Item item) {
        return item.outcome().filter(ItemOutcome.STILL_THERE::equals).isPresent();
    }

    static boolean isOut(Item item) {
        return item.outcome()
                .filter(outcome -> outcome.isGone() || outcome == ItemOutcome.DISABLED)
                .isPresent();
    }

    /** Whether a person still has to say what happens to it. */
    static boolean awaitsPerson(Item item) {
        boolean byPerson = item.decidedBy()
                .filter(actor -> actor.kind() == dev.cordon.procedure.Actor.Kind.PERSON)
                .isPresent();
        boolean givenBack =
                item.outcome().filter(ItemOutcome.GIVEN_BACK::equals).isPresent();
        return !isOut(item) && !isThereAgain(item) && !givenBack && !byPerson && item.verdict() != Verdict.BENIGN;
    }

    Optional<String> residual() {
        return source.state()
                .residual()
                .map(access -> source.isResidualOver()
                        ? "Since " + Words.time(access.until()) + " no token from before works any more."
                        : "Until " + Words.time(access.until()) + " a token from before may still work in places.");
    }
}
