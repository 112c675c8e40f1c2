package dev.cordon.playbooks.account;

import dev.cordon.investigation.Minutes;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.playbooks.preflight.Circumstance;
import dev.cordon.procedure.engine.StepContext;

/** What no listing shows and only people can find and end; each is asked for once, and is done when somebody says so and keeps what shows it. */
final class TasksForPeople {
    private static final String OPERATOR = "the operator";

    private final StepContext context;
    private final CaseFile file;

    TasksForPeople(StepContext context, CaseFile file) {
        this.context = context;
        this.file = file;
    }

    void open() throws InterruptedException {
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

    private void task(String id, String text, String who) {
        boolean asked = context.state().openTasks().containsKey(id)
                || context.state().chronicle().closedTasks().contains(id);
        if (!asked) {
            context.openTask(id, text, who);
        }
    }
}
