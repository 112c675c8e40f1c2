package dev.cordon.app;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.preflight.PreFlightCard;
import dev.cordon.tenant.DirectoryRole;
import dev.cordon.tenant.UserAccount;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Who an account is, in lines that let a person see whether it is the one meant. */
final class PreFlightLines {
    private PreFlightLines() {}

    static List<String> of(PreFlightCard card) {
        UserAccount user = card.user();
        var lines = new ArrayList<String>();
        lines.add(user.displayName() + ", " + user.userPrincipalName() + ", " + user.objectId());
        lines.add("Department: " + user.department().orElse("unknown") + "; title: "
                + user.jobTitle().orElse("unknown") + "; manager: "
                + user.manager().map(manager -> manager.displayName()).orElse("unknown"));
        card.roles()
                .value()
                .filter(held -> !held.roles().isEmpty())
                .ifPresent(held -> lines.add("Administrator: "
                        + held.roles().stream().map(DirectoryRole::displayName).collect(Collectors.joining(", "))));
        if (!card.circumstances().isEmpty()) {
            lines.add("Note: "
                    + card.circumstances().stream().map(Word::of).sorted().collect(Collectors.joining(", ")));
        }
        card.warning().ifPresent(lines::add);
        card.noResetBecause().ifPresent(lines::add);
        card.refusal().ifPresent(lines::add);
        card.notLookedAt().ifPresent(lines::add);
        card.unread().forEach(unread -> lines.add("Not read: " + unread));
        return lines;
    }
}
