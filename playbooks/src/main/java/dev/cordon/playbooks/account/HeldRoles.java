package dev.cordon.playbooks.account;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Judge;
import dev.cordon.investigation.Judgement;
import dev.cordon.investigation.Minutes;
import dev.cordon.investigation.Reason;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.RoleHoldings;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The roles that an account was read to hold, in words for people, with what is known of where they came from: the attacker may have given
 * himself one.
 *
 * @param roles however held; not empty
 * @param readAt when they were read
 * @param judging what is known of a role; empty where no log was read yet
 */
record HeldRoles(List<DirectoryRole> roles, Instant readAt, Optional<Function<DirectoryRole, Judgement>> judging) {
    HeldRoles {
        roles = List.copyOf(roles);
        requireNonNull(readAt, "readAt is null");
        requireNonNull(judging, "judging is null");
        if (roles.isEmpty()) {
            throw new IllegalArgumentException("no roles");
        }
    }

    /** Those on the card of an account that holds an administrator's role. */
    static HeldRoles of(PreFlightCard card, Optional<Judge> judge) {
        Reading<RoleHoldings> held =
                card.roles().findReading().orElseThrow(() -> new IllegalArgumentException("the roles were not read"));
        return new HeldRoles(held.value().roles(), held.readAt(), judge.map(one -> one::role));
    }

    /** Sentences that stay true when a role was taken away again, for a task is read long after it was opened. */
    String whenRead() {
        return "At " + Minutes.of(readAt) + " the account held the " + named() + "." + doubts();
    }

    private String named() {
        List<String> names = roles.stream().map(HeldRoles::name).distinct().toList();
        return (names.size() == 1 ? "role " : "roles ") + String.join(", ", names);
    }

    private String doubts() {
        return judging.map(this::doubtsBy)
                .orElse(" Since when was not known at that moment: it may be the attacker's doing.");
    }

    private String doubtsBy(Function<DirectoryRole, Judgement> judge) {
        return roles.stream()
                .map(role -> doubt(role, judge.apply(role)))
                .filter(doubt -> !doubt.isEmpty())
                .distinct()
                .map(doubt -> " " + doubt)
                .collect(Collectors.joining());
    }

    /** What speaks against it is what makes it doubtful; that nothing is known of a role is no doubt. */
    private static String doubt(DirectoryRole role, Judgement judgement) {
        String why = judgement.reasons().stream().map(Reason::text).collect(Collectors.joining(" "));
        return switch (judgement.verdict()) {
            case MALICIOUS, REVIEW -> name(role) + " may be the attacker's doing: " + why;
            case BENIGN -> "";
        };
    }

    private static String name(DirectoryRole role) {
        return role.displayName()
                + switch (role.holding()) {
                    case ASSIGNED -> "";
                    case THROUGH_GROUP -> " (through a group)";
                    case ELIGIBLE -> " (eligible)";
                };
    }
}
