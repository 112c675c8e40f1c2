package dev.cordon.report;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemDecision;
import dev.cordon.procedure.journal.CaseEntry;
import java.util.List;

/** What kind of account the incident is about, as far as the words depend on it. Stateless. */
final class Subject {
    private static final String SHARED = "circumstance-shared-mailbox";

    private Subject() {}

    /** Whether it is a shared mailbox: it has no user of its own, and those who work with it are its delegates. */
    static boolean isSharedMailbox(ReportSource source) {
        return source.entries().stream()
                .anyMatch(recorded -> recorded.entry() instanceof CaseEntry.TaskOpened task
                        && task.id().equals(SHARED));
    }

    /** Those who were kept as delegates of the mailbox, by name. */
    static List<String> delegates(ReportSource source) {
        return source.state().items().values().stream()
                .filter(item -> item.key().kind().equals("delegate"))
                .filter(item -> !Narrative.isOut(item) && item.decision() == ItemDecision.KEEP)
                .map(Item::name)
                .distinct()
                .toList();
    }
}
