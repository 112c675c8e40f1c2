package dev.cordon.playbooks.account;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.GivenRight;
import dev.cordon.procedure.Item;
import dev.cordon.procedure.ItemOutcome;
import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Tells which of an account's acts in the directory are known to be undone. What a row does not say for sure is not. One thread. */
final class UndoneActs {
    private final Set<String> harmless;
    private final Supplier<List<AppRoleAssignment>> present;

    /**
     * For an incident.
     *
     * @param items everything met
     * @param present reads what applications may do on their own now, all of it or nothing; asked at most once, and only where an act needs it
     */
    UndoneActs(Collection<Item> items, Supplier<List<AppRoleAssignment>> present) {
        this.harmless = items.stream()
                .filter(item -> item.outcome().filter(ItemOutcome::isHarmless).isPresent())
                .map(item -> item.key().id())
                .collect(Collectors.toUnmodifiableSet());
        this.present = requireNonNull(present, "present is null");
    }

    /** Those of {@code acts} that are not known to be undone. */
    List<AuditEvent> leftOf(List<AuditEvent> acts) {
        List<AuditEvent> unnamed =
                acts.stream().filter(event -> !namesWhatIsGone(event)).toList();
        boolean isTold = unnamed.stream()
                .map(GivenRight::of)
                .anyMatch(right -> !right.client().isEmpty() && !right.appRole().isEmpty());
        List<AppRoleAssignment> there = isTold ? present.get() : List.of();
        return unnamed.stream()
                .filter(event -> !GivenRight.of(event).isNoLongerInForce(there))
                .toList();
    }

    /** By the id of what it made, each where it made several. A name says nothing: the attacker chose it. */
    private boolean namesWhatIsGone(AuditEvent event) {
        Set<String> grants = GivenRight.of(event).grants();
        return grants.isEmpty()
                ? harmless.stream()
                        .anyMatch(id -> event.targets().containsKey(id)
                                || event.details().containsValue(id))
                : harmless.containsAll(grants);
    }
}
