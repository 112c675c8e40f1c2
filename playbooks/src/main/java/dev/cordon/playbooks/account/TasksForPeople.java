package dev.cordon.playbooks.account;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Minutes;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.Verdict;
import dev.cordon.procedure.engine.StepContext;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** What no listing shows and only people can find and end; each is asked for once, and is done when somebody says so and keeps what shows it. */
final class TasksForPeople {
    private static final String OPERATOR = "the operator";
    private static final Set<String> RIGHTS = Set.of(Word.of(ItemKind.DELEGATE), Word.of(ItemKind.FOLDER_PERMISSION));

    /** What a command takes for an address and no shell takes for anything else; a guest's name holds a {@code #}. */
    private static final Pattern ADDRESS = Pattern.compile("[a-z0-9][a-z0-9._+-]*@[a-z0-9.-]+");

    private final StepContext context;
    private final CaseFile file;

    TasksForPeople(StepContext context, CaseFile file) {
        this.context = context;
        this.file = file;
    }

    void open() throws InterruptedException {
        trustees();
        collection();
        String since =
                file.picture().firstSeen().map(at -> "since " + Minutes.of(at)).orElse("in the last 30 days");
        boolean shared = file.card().is(Circumstance.SHARED_MAILBOX);
        if (!file.card().is(Circumstance.NO_MAILBOX)) {
            task(
                    "client-only-rules",
                    "Rules that only Outlook knows are visible to no server: look at File > Manage Rules & Alerts in "
                            + (shared
                                    ? "the Outlook of each who has full access, together with him."
                                    : "the user's Outlook, together with the user."),
                    shared ? "the operator, with the delegates" : "the operator, with the user");
        }
        if (file.card().is(Circumstance.GUEST)) {
            return;
        }
        if (!shared) {
            task(
                    "app-passwords",
                    "App passwords outlive the reset, and no listing shows them: Entra admin center > Users > All users >"
                            + " Per-user MFA > this user > Manage user settings > delete all existing app passwords. Keep a"
                            + " picture of the page afterwards.",
                    OPERATOR);
        }
        task(
                "flows",
                "Flows run on connections of their own and outlive the reset: Power Platform admin center > Manage >"
                        + " Environments > each > Resources > Flows; look for those of this account made or changed "
                        + since
                        + " (audit log: CreateFlow, EditFlow, PutConnection). Export what is not the user's, turn it off,"
                        + " delete its connections, and keep the export.",
                OPERATOR);
        task(
                "sharing-links",
                "Sharing links stay valid whoever made them: Microsoft Purview > Audit, this account, " + since
                        + " (SharingSet, AnonymousLinkCreated, AddedToSecureLink, SharingInvitationCreated). Remove the links, not"
                        + " the files, and keep the export of the search.",
                OPERATOR);
    }

    /** A response reads of the logs what it decides by; all that they hold is read when nothing waits for it any more. */
    private void collection() {
        if (context.state().chronicle().collections().isEmpty()) {
            task(
                    "collect-logs",
                    "The logs were not collected: what he read, sent and searched stands in them, and they are deleted after a"
                            + " month (sign-ins, directory audits) or a few. Run: cordon incident collect "
                            + context.incident().id()
                            + ".",
                    OPERATOR);
        }
    }

    /** Who was given rights by the attacker: he had a use for them only where he has that account too. */
    private void trustees() {
        List<String> named = context.state().items().values().stream()
                .filter(item -> RIGHTS.contains(item.key().kind()) && item.verdict() == Verdict.MALICIOUS)
                .map(item -> item.key().id().substring(item.key().id().lastIndexOf('|') + 1))
                .map(trustee -> trustee.strip().toLowerCase(Locale.ROOT))
                .filter(trustee -> ADDRESS.matcher(trustee).matches())
                .distinct()
                .sorted()
                .toList();
        if (!named.isEmpty()) {
            task(
                    "trustees",
                    "Rights that are judged the attacker's name " + String.join(", ", named)
                            + ": he had a use for them only where he has that account too. Look at its sign-ins together with its"
                            + " user; where you are in doubt: cordon respond compromised-account "
                            + String.join(" ", named) + ".",
                    OPERATOR);
        }
    }

    private void task(String id, String text, String who) {
        boolean asked = context.state().openTasks().containsKey(id)
                || context.state().chronicle().closedTasks().contains(id);
        if (!asked) {
            context.openTask(id, text, who);
        }
    }
}
