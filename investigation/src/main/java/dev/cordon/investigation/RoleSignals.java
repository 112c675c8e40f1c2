package dev.cordon.investigation;

import static dev.cordon.investigation.Signal.against;
import static dev.cordon.investigation.Signal.inFavour;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import dev.cordon.tenant.DirectoryRole;
import java.util.Optional;
import java.util.Set;

/** What speaks for and against a directory role. */
final class RoleSignals {
    private static final String ROLE = "T1098.003";
    private static final Set<String> ASSIGNMENTS = Set.of(
            "add member to role",
            "add eligible member to role",
            "add member to role completed (pim activation)",
            "add eligible member to role in pim completed (permanent)",
            "add eligible member to role in pim completed (timebound)",
            "add member to role in pim completed (permanent)",
            "add member to role in pim completed (timebound)");

    private static final Set<String> ROLE_CHANGES = Set.of("Role.DisplayName", "Role.TemplateId", "Role.ObjectID");

    static final SignalTable<Facts> TABLE = new SignalTable<>(
            "The audit log shows no assignment of it in the time it covers.",
            against(
                    "assigned-from-attacker-address",
                    60,
                    ROLE,
                    facts -> facts.origin.isByAttackerAddress(),
                    facts -> "It was assigned from the attacker's address " + facts.origin.addressInWords() + "."),
            against(
                    "assigned-in-attack",
                    45,
                    ROLE,
                    facts -> facts.origin.isInWindow(),
                    facts -> "It was assigned at " + facts.origin.timeInWords()
                            + ", after the attacker was first seen."),
            against(
                    "assigned-by-user-himself",
                    30,
                    ROLE,
                    facts -> facts.origin.isInWindow() && facts.isByUserHimself(),
                    facts -> "The account gave the role to itself."),
            against(
                    "assigned-in-suspected-attack",
                    35,
                    facts -> facts.origin.isInSuspectedWindow(),
                    facts -> "It was assigned after a sign-in that needs a second look."),
            against(
                    "audit-log-not-read",
                    35,
                    facts -> facts.isUndatedBecauseUnread(),
                    facts ->
                            "The directory's audit log could not be read to the end, so nobody can say when it was assigned."),
            inFavour(
                    "older-than-attack",
                    30,
                    facts -> facts.origin.isBeforeWindow(),
                    facts -> "It was assigned before anything suspicious was seen."));

    private RoleSignals() {}

    /**
     * The facts judged.
     *
     * @param origin when and from where the assignment came
     */
    record Facts(Origin origin) {
        static Facts of(DirectoryRole role, AttackPicture picture) {
            return new Facts(Origin.find(
                    picture,
                    Optional.empty(),
                    ASSIGNMENTS,
                    event -> isGivenToHolder(event, picture)
                            && (Origin.mentions(event, role.templateId())
                                    || Origin.mentions(event, role.assignmentId())
                                    || Origin.mentions(event, role.displayName()))));
        }

        /** What he gave to somebody else stands in the same log; rows of an older shape do not say to whom. */
        private static boolean isGivenToHolder(AuditEvent event, AttackPicture picture) {
            boolean saysToWhom = ROLE_CHANGES.stream().anyMatch(event.details()::containsKey);
            return !saysToWhom || event.targets().containsKey(picture.userObjectId());
        }

        boolean isUndatedBecauseUnread() {
            return origin.at().isEmpty()
                    && origin.picture().directoryAuditWasNotRead()
                    && !origin.picture().isQuiet();
        }

        boolean isByUserHimself() {
            return origin.event()
                    .filter(event -> event.actorId().equals(origin.picture().userObjectId()))
                    .isPresent();
        }
    }
}
