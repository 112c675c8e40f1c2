package dev.cordon.report;

import dev.cordon.procedure.Item;
import dev.cordon.procedure.journal.CaseEntry;
import java.util.List;
import java.util.function.Predicate;

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

    /** Those who were kept as delegates of the mailbox and are in no doubt with any right of theirs, by name. */
    static List<String> delegates(ReportSource source) {
        List<String> doubtful = delegatesInDoubt(source);
        return names(source, item -> !doubtful.contains(item.name()));
    }

    /** Those who have access as delegates and may be the attacker's way in, by name. */
    static List<String> delegatesInDoubt(ReportSource source) {
        return names(source, Narrative::awaitsPerson);
    }

    private static List<String> names(ReportSource source, Predicate<Item> which) {
        return source.state().items().values().stream()
                .filter(item -> item.key().kind().equals("delegate") && !Narrative.isOut(item))
                .filter(item -> !Narrative.isThereAgain(item))
                .filter(which)
                .map(Item::name)
                .distinct()
                .toList();
    }
}
