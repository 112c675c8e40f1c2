package dev.cordon.investigation;

import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The directory role that a row of the directory audit is about. The row's targets are who got it and, in most rows, the role itself; what role
 * it is stands among the modified properties.
 *
 * @param ids its object id and its template id, lower-case; empty where the row names none
 * @param names its names, untrusted; empty where the row names none
 */
record AuditedRole(Set<String> ids, Set<String> names) {
    AuditedRole {
        ids = Set.copyOf(ids);
        names = Set.copyOf(names);
    }

    /** What the row says. Total: any text is answered. */
    static AuditedRole of(AuditEvent event) {
        return new AuditedRole(
                values(event, "Role.ObjectID", "Role.TemplateId")
                        .map(id -> id.toLowerCase(Locale.ROOT))
                        .collect(Collectors.toUnmodifiableSet()),
                values(event, "Role.DisplayName").collect(Collectors.toUnmodifiableSet()));
    }

    private static Stream<String> values(AuditEvent event, String... properties) {
        return Stream.of(properties)
                .flatMap(name -> Stream.of(name, name + " (before)"))
                .map(name ->
                        event.details().getOrDefault(name, "").replace("\"", "").strip())
                .filter(value -> !value.isEmpty());
    }

    /** The ids of the row's targets that are not the role, by id or by name. */
    Set<String> beside(AuditEvent event) {
        return event.targets().entrySet().stream()
                .filter(target ->
                        !ids.contains(target.getKey().toLowerCase(Locale.ROOT)) && !names.contains(target.getValue()))
                .map(target -> target.getKey())
                .collect(Collectors.toUnmodifiableSet());
    }
}
