package dev.cordon.investigation;

import static java.util.Objects.requireNonNull;

import dev.cordon.tenant.ConsentGrants.AppRoleAssignment;
import dev.cordon.tenant.ConsentGrants.ConsentGrant;
import dev.cordon.tenant.DirectoryAudit.AuditEvent;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Which right a row of the directory audit says was given to an application, as far as it says. No target of such a row is the grant or the
 * assignment itself: the target is a service principal, and the rest stands among the modified properties, JSON within text.
 *
 * @param grants the ids of the grants that a consent made or changed; empty where the row names none
 * @param client the object id of the application that got it; empty text where the row does not say, or names more than one
 * @param appRole the id of the role that it got, in the same way
 * @param forEverybody whether it holds for all users; empty where the row does not say
 * @param scopes the delegated permissions; empty where the row does not say
 * @param targets the ids of the row's targets, that of the interface among them
 */
public record GivenRight(
        Set<String> grants,
        String client,
        String appRole,
        Optional<Boolean> forEverybody,
        Set<String> scopes,
        Set<String> targets) {
    private static final String PERMISSIONS = "ConsentAction.Permissions";

    /** No scope holds a blank, so that none can look like the beginning of a grant. */
    private static final Pattern GRANT = Pattern.compile("\\[Id: ([^,\\s\\[\\]]+), ClientId: [^\\]]*\\]");

    private static final String BECOMES = "] => [";

    public GivenRight {
        grants = Set.copyOf(grants);
        requireNonNull(client, "client is null");
        requireNonNull(appRole, "appRole is null");
        requireNonNull(forEverybody, "forEverybody is null");
        scopes = Set.copyOf(scopes);
        targets = Set.copyOf(targets);
    }

    /** What the row says. Total: any text is answered. */
    public static GivenRight of(AuditEvent event) {
        requireNonNull(event, "event is null");
        return new GivenRight(
                grants(only(event, PERMISSIONS)),
                only(event, "ServicePrincipal.ObjectID"),
                only(event, "AppRole.Id"),
                everybody(only(event, "DelegatedPermissionGrant.ConsentType")),
                scopes(only(event, "DelegatedPermissionGrant.Scope")),
                event.targets().keySet());
    }

    /** The value, which is JSON, of a property that stands there once; empty text otherwise. */
    private static String only(AuditEvent event, String property) {
        Map<String, String> details = event.details();
        String value = details.containsKey(property + " (2)") ? "" : details.getOrDefault(property, "");
        String plain = value.strip();
        boolean quoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
        return quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
    }

    /** Those behind the arrow that did not stand before it word for word. */
    private static Set<String> grants(String permissions) {
        int arrow = permissions.indexOf(BECOMES);
        if (arrow < 0) {
            return Set.of();
        }
        Set<String> before = new HashSet<>();
        Matcher had = GRANT.matcher(permissions.substring(0, arrow + 1));
        while (had.find()) {
            before.add(had.group());
        }
        Set<String> made = new HashSet<>();
        Matcher has = GRANT.matcher(permissions.substring(arrow + BECOMES.length() - 1));
        while (has.find()) {
            if (!before.contains(has.group())) {
                made.add(has.group(1));
            }
        }
        return made;
    }

    private static Optional<Boolean> everybody(String consentType) {
        return switch (consentType.toLowerCase(Locale.ROOT)) {
            case "allprincipals" -> Optional.of(true);
            case "principal" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    private static Set<String> scopes(String text) {
        return Arrays.stream(text.split(" ")).filter(scope -> !scope.isEmpty()).collect(Collectors.toUnmodifiableSet());
    }

    /** Whether the row says of another grant than {@code grant}, of the same application perhaps, that it was given. */
    boolean isAnotherThan(ConsentGrant grant) {
        if (!grants.isEmpty()) {
            return !grants.contains(grant.id());
        }
        boolean otherType =
                forEverybody.filter(type -> type != grant.forEverybody()).isPresent();
        return otherType || (!scopes.isEmpty() && Collections.disjoint(scopes, grant.scopes()));
    }

    /**
     * Whether {@code present}, which is everything that lies under these interfaces, shows that an application has not got this right any more:
     * the assignment is gone, or its application is disabled. Only where the row says which application got which role of which interface, and
     * that interface is one whose assignments are known: unknown is not undone.
     */
    public boolean isNoLongerInForce(List<AppRoleAssignment> present) {
        if (client.isEmpty() || appRole.isEmpty()) {
            return false;
        }
        List<AppRoleAssignment> there = present.stream()
                .filter(AppRoleAssignment::onItsOwn)
                .filter(each -> targets.stream().anyMatch(each.resourceId()::equalsIgnoreCase))
                .toList();
        long interfaces =
                there.stream().map(AppRoleAssignment::resourceId).distinct().count();
        return interfaces == 1
                && there.stream()
                        .filter(each -> each.application().enabled())
                        .noneMatch(
                                each -> each.application().servicePrincipalId().equalsIgnoreCase(client)
                                        && each.appRoleId().equalsIgnoreCase(appRole));
    }
}
