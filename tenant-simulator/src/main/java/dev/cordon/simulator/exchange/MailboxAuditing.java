package dev.cordon.simulator.exchange;

import dev.cordon.simulator.json.Json;
import dev.cordon.simulator.scenario.PlannedMailbox;
import dev.cordon.simulator.state.TenantEvent;
import dev.cordon.simulator.state.TenantState;
import dev.cordon.simulator.state.User;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which mailboxes write down what is done in them, and whose doings none of them does (X1, X22). Cmdlets and the
 * directory are logged elsewhere, and regardless of either.
 *
 * @param silent object ids of those whose mailboxes are not audited at the start
 * @param bypassed object ids of those whose doings are left out
 * @param switched every later change of the former, oldest first
 */
record MailboxAuditing(Set<String> silent, Set<String> bypassed, List<TenantEvent> switched) {

    private static final String AUDITED = "AuditEnabled";

    /** As the scenario has it, and as it was changed since. */
    static MailboxAuditing of(TenantState state) {
        var silent = new HashSet<String>();
        var bypassed = new HashSet<String>();
        for (var user : state.table(User.TABLE).all()) {
            var planned = state.scenario().mailboxOf(user.userPrincipalName());
            planned.filter(mailbox -> !mailbox.audited()).ifPresent(_ -> silent.add(user.id()));
            planned.filter(PlannedMailbox::auditBypass).ifPresent(_ -> bypassed.add(user.id()));
        }
        var switched = state.events().stream()
                .filter(event ->
                        event.targetType().equals("Mailbox") && event.after().has(AUDITED))
                .toList();
        return new MailboxAuditing(silent, bypassed, switched);
    }

    /** Whether a row is written of what that actor (null: an application) did in the mailbox at that time. */
    boolean logs(String ownerId, @Nullable String actorId, Instant at) {
        if (actorId != null && bypassed.contains(actorId)) {
            return false;
        }
        var audited = !silent.contains(ownerId);
        for (var event : switched) {
            if (event.ownerId().equals(ownerId) && !event.at().isAfter(at)) {
                audited = Json.bool(event.after(), AUDITED).orElse(audited);
            }
        }
        return audited;
    }
}
