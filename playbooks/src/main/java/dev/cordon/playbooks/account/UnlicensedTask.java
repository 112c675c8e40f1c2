package dev.cordon.playbooks.account;

import dev.cordon.playbooks.persistence.PersistenceArea;
import dev.cordon.procedure.engine.StepContext;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Completeness;
import java.util.Set;

/** Tells people what no licence shows, and remembers it for as long as that is so: what is met there then was only not looked at before. */
final class UnlicensedTask {
    private static final String TASK = "not-licensed";

    private final StepContext context;

    UnlicensedTask(StepContext context) {
        this.context = context;
    }

    /** Asks, or takes back what was asked, by what the latest sign-off did not look at. */
    void tell(Set<String> notLookedAt) {
        boolean isAsked = isAsked();
        if (notLookedAt.isEmpty()) {
            if (isAsked) {
                context.record(new CaseEntry.TaskClosed(TASK, "the licence shows it, and it was looked at"));
            }
        } else if (!isAsked && !context.state().chronicle().closedTasks().contains(TASK)) {
            context.openTask(
                    TASK,
                    String.join(" ", notLookedAt.stream().sorted().toList())
                            + " Where the tenant ever had that licence, the attacker's may wait there: with the licence again, of which a trial is"
                            + " enough, 'cordon incident resume "
                            + context.incident().id() + "' looks at them.",
                    "the operator");
        }
    }

    /** Whether the thing of that name could not be seen until now. */
    boolean wasHidden(PersistenceArea<?> area, String name) {
        return isAsked() && !area.shows(new Completeness.AsLicensed(TASK), name);
    }

    private boolean isAsked() {
        return context.state().openTasks().containsKey(TASK);
    }
}
