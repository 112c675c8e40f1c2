package dev.cordon.playbooks.account;

import dev.cordon.investigation.AuditSwitch;
import dev.cordon.investigation.AuditSwitch.State;
import dev.cordon.investigation.AuditSwitching;
import dev.cordon.playbooks.casefile.CaseFile;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.OpenTask;
import dev.cordon.procedure.journal.RunState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Asks people to switch auditing on where it was found off or was switched since the attack began, and to look where nobody could say.
 * Having been asked for the first is remembered: a log that is switched on today shows nothing of yesterday.
 */
final class AuditTasks {
    private static final String SILENT = "audit-log";
    private static final String UNREAD = "audit-settings";
    private static final String OPERATOR = "the operator";

    private final StepContext context;
    private final CaseFile file;

    AuditTasks(StepContext context, CaseFile file) {
        this.context = context;
        this.file = file;
    }

    /** Whether the log was found silent in this response. */
    static boolean wasSilent(RunState state) {
        return state.openTasks().containsKey(SILENT)
                || state.chronicle().closedTasks().contains(SILENT);
    }

    void open() throws InterruptedException {
        List<AuditSwitch> switches = file.auditSwitches();
        String user = file.objectId();
        List<String> silent = new ArrayList<>(silent(switches, user));
        List<AuditSwitching> switchings = file.picture().auditSwitchings();
        if (!switchings.isEmpty()) {
            silent.add(
                    "Since the attack began auditing was switched: "
                            + switchings.stream().map(AuditSwitching::inWords).collect(Collectors.joining("; "))
                            + ". Find out whether the administrators did that; if not, it is the attacker's, and whoever did it is taken over too.");
        }
        if (!silent.isEmpty() && !context.state().chronicle().closedTasks().contains(SILENT)) {
            ask(
                    SILENT,
                    "That the unified audit log shows nothing proves nothing here: rights, rules and forwarding without a date were not"
                            + " taken for older than the attack. " + String.join(" ", silent));
        }
        askWhereUnread(switches, user);
    }

    private static List<String> silent(List<AuditSwitch> switches, String user) {
        return switches.stream()
                .filter(one -> one.state() == State.SILENT)
                .map(one -> one.doubt().orElse("") + " " + fix(one, user))
                .toList();
    }

    private void askWhereUnread(List<AuditSwitch> switches, String user) {
        List<String> unread = switches.stream()
                .filter(one -> one.state() == State.UNREAD)
                .map(one -> one.doubt().orElse("") + " " + look(one, user))
                .toList();
        if (!unread.isEmpty()) {
            ask(UNREAD, String.join(" ", unread));
        } else if (context.state().openTasks().containsKey(UNREAD)) {
            context.record(new CaseEntry.TaskClosed(UNREAD, "it could be read"));
        }
    }

    private void ask(String id, String text) {
        Optional<String> asked =
                Optional.ofNullable(context.state().openTasks().get(id)).map(OpenTask::text);
        if (asked.filter(text::equals).isEmpty()) {
            context.openTask(id, text, OPERATOR);
        }
    }

    private static String fix(AuditSwitch one, String user) {
        return switch (one.place()) {
            case ORGANISATION ->
                "Switch it on: Microsoft Purview portal > Audit > Start recording user and admin activity, or in Exchange Online"
                        + " PowerShell Set-AdminAuditLogConfig -UnifiedAuditLogIngestionEnabled $true (role group Organization"
                        + " Management or Compliance Management). It takes up to an hour and brings nothing of earlier back.";
            case ACCOUNT ->
                "End the exemption: Set-MailboxAuditBypassAssociation -Identity " + user
                        + " -AuditBypassEnabled $false (Exchange Online PowerShell, Exchange Administrator), and look who else has it:"
                        + " Get-MailboxAuditBypassAssociation -ResultSize Unlimited.";
            case MAILBOX ->
                "Switch it on: Set-Mailbox -Identity " + user
                        + " -AuditEnabled $true (Exchange Online PowerShell, Exchange Administrator).";
        };
    }

    private static String look(AuditSwitch one, String user) {
        return "Look in Exchange Online PowerShell: "
                + switch (one.place()) {
                    case ORGANISATION -> "Get-AdminAuditLogConfig | Format-List UnifiedAuditLogIngestionEnabled";
                    case ACCOUNT ->
                        "Get-MailboxAuditBypassAssociation -Identity " + user + " | Format-List AuditBypassEnabled";
                    case MAILBOX -> "Get-Mailbox -Identity " + user + " | Format-List AuditEnabled";
                }
                + ".";
    }
}
