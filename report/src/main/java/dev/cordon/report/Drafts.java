package dev.cordon.report;

import dev.cordon.incident.Incident;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.Verdict;
import dev.cordon.report.document.Plain;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The messages after containment, with the facts filled in. The user is told by telephone first: mail and chat may still be read by the
 * attacker.
 */
public final class Drafts {
    /** What the user has never seen and cannot tell from another's. */
    private static final Set<String> OF_THE_ORGANISATION =
            Set.of("role", "app-role-assignment", "transport-rule", "connector", "remote-domain");

    private static final int LISTED = 12;

    private Drafts() {}

    /** What to tell the user: what to say on the telephone, and the text that may follow it. */
    public static Draft toUser(ReportSource source) {
        return Subject.isSharedMailbox(source) ? toDelegates(source) : toPerson(source);
    }

    /** A shared mailbox has no user: the words are for those who work with it. */
    private static Draft toDelegates(ReportSource source) {
        Incident incident = source.incident();
        String name = Plain.line(incident.account().displayName());
        List<String> delegates = Subject.delegates(source);
        List<String> doubtful = Subject.delegatesInDoubt(source);
        String text = """
                BY TELEPHONE FIRST (use numbers you know; mail and chat may still be read by somebody else)
                The directory names no owner of a shared mailbox. Those who work with it, as far as is known:
                %s%s

                Hello, this is IT. It looks as if somebody else has used the shared mailbox %s. %s
                You did right to answer this call, and nobody is blaming you.

                Please do this with me now:
                1. Answer nothing from this mailbox until we have said that it is clean.
                2. Tell me of any mail, page or sign-in request in the last days that seemed odd. A guess is welcome.
                3. Does anybody know its password? It should have none that people know; ours replaces it.
                4. Look at this list with me, and say what belongs to your work:
                %s
                5. Has anybody asked you to pay, or to change bank details? Then we call finance together at once.
                Nobody will ever ask you for a password or a code.

                TEXT THAT MAY FOLLOW THE CALL (it carries no secret)

                Hello, as said on the telephone: we are looking after the shared mailbox %s, which somebody else seems to have used.
                Please wait for us before you answer from it again. If anything asks you for a password or a code, do not answer; call IT.
                Reference: %s
                """.formatted(
                delegates.isEmpty() ? "   (no delegate is beyond doubt: ask the team that uses it)" : lines(delegates),
                doubtful.isEmpty()
                        ? ""
                        : "\nIn doubt, so tell them nothing before it is decided whether they belong here:\n"
                                + lines(doubtful),
                name,
                measuresForMailbox(source),
                listed(source),
                name,
                incident.id());
        return new Draft("user", "The shared mailbox " + name, text);
    }

    private static String lines(List<String> names) {
        return names.stream().map(name -> "   - " + Plain.line(name)).collect(Collectors.joining("\n"));
    }

    private static Draft toPerson(ReportSource source) {
        Incident incident = source.incident();
        String name = Plain.line(incident.account().displayName());
        String text = """
                BY TELEPHONE FIRST (use a number you know; mail and chat may still be read by somebody else)

                Hello %s, this is IT. It looks as if somebody else has used your work account. %s
                You did right to answer this call, and nobody is blaming you.

                Please do this with me now:
                1. Do not open work mail, Teams or files until we have set you up again together.
                2. Tell me of any mail, page or sign-in request in the last days that seemed odd. A guess is welcome.
                3. Look at this list with me, and say what is yours:
                %s
                4. Has anybody asked you to pay, or to change bank details? Then we call finance together at once.
                We meet in person or by video to give you a new way in. Nobody will ever ask you for a password or a code.

                TEXT THAT MAY FOLLOW THE CALL (it carries no secret)

                Hello %s, as said on the telephone: we are looking after your work account, which somebody else seems to have used.
                Please wait for us before you sign in again. If anything asks you for a password or a code, do not answer; call IT.
                Reference: %s
                """.formatted(name, measures(source), listed(source), name, incident.id());
        return new Draft("user", "Your work account", text);
    }

    /** Only what was read back is said to be done. */
    private static String measures(ReportSource source) {
        Narrative narrative = new Narrative(source);
        if (!narrative.isContained()) {
            return "We are still working on locking them out.";
        }
        return narrative.isBlocked()
                ? "We have signed you out everywhere and blocked the sign-in for now."
                : "We have signed you out everywhere and replaced your password.";
    }

    private static String measuresForMailbox(ReportSource source) {
        Narrative narrative = new Narrative(source);
        if (!narrative.isContained()) {
            return "We are still working on locking them out.";
        }
        return narrative.isBlocked()
                ? "We have ended every session in it and blocked its own sign-in; you reach it through your own account."
                : "We have ended every session in it and replaced its password.";
    }

    /** As long as can be read out on the telephone; what is longer says so, and where the rest stands. */
    private static String listed(ReportSource source) {
        List<String> kept = source.state().items().values().stream()
                .filter(item -> !Narrative.isOut(item))
                .filter(item -> !Narrative.isThereAgain(item) || item.verdict() != Verdict.MALICIOUS)
                .filter(item -> !OF_THE_ORGANISATION.contains(item.key().kind()))
                .sorted(Comparator.comparing(Item::verdict))
                .map(Drafts::line)
                .toList();
        if (kept.isEmpty()) {
            return "   (nothing is left to confirm)";
        }
        int more = kept.size() - LISTED;
        return kept.stream().limit(LISTED).collect(Collectors.joining("\n"))
                + (more <= 0
                        ? ""
                        : "\n   (and " + more + " more: they stand in the report beside this draft, section 4, under"
                                + " \"Found in the account\")");
    }

    private static String line(Item item) {
        return "   - " + Words.kind(item.key().kind()) + ": " + Plain.line(item.name());
    }

    /** What to tell the manager: what happened, what is certain, what is needed. */
    public static Draft toManager(ReportSource source) {
        Incident incident = source.incident();
        Narrative narrative = new Narrative(source);
        boolean shared = Subject.isSharedMailbox(source);
        String text = """
                Subject: Security incident %s, %s

                What happened: %s seems to have been used by somebody else. %s
                What was done: %s %s
                What remains: %s
                What we do not know yet: which mail and files were read, and whether anything was sent in %s name.

                What we need from you:
                - Please do not write to the account about this; speak to %s.
                - Tell us of payments, contracts or changes of bank details that went through this mailbox lately. If there are any,
                  call finance now: money can sometimes be stopped on the same day.
                - %s; we will say when.

                %s
                """.formatted(
                        incident.id(),
                        incident.drill() ? "DRILL" : "severity " + dev.cordon.incident.Word.of(incident.severity()),
                        (shared ? "the shared mailbox " : "the work account of ")
                                + Plain.line(incident.account().displayName()),
                        Plain.line(narrative.attack()),
                        Plain.line(narrative.containment()),
                        Plain.line(narrative.removed()),
                        Plain.line(narrative.residual().orElse("How long old tokens may still work is not known yet.")),
                        shared ? "its" : "the user's",
                        shared ? "those who work with it" : "the person",
                        shared
                                ? "Nothing should be answered from the mailbox until it is clean"
                                : "The person cannot work in mail, Teams and files until set up again",
                        "The full report is being kept up to date under " + incident.id() + ".");
        return new Draft("manager", "Security incident " + incident.id(), text);
    }
}
