package dev.cordon.investigation.lines;

import dev.cordon.investigation.Quote;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Graph's {@code oAuth2PermissionGrant} or {@code appRoleAssignment}, with what the line tells of the application's service principal.
 *
 * @param application the application's name; empty text where the line does not tell it
 * @param appId its client id in lower case; empty text where it is not told
 * @param ids every id of the application that the line tells, in lower case
 * @param ownerId the tenant that owns it, in lower case; empty text where it is not told
 * @param publisher what is told of its publisher
 * @param replyUrls where it sends people back to
 * @param permissions what it may do: scopes, or the value of a role
 * @param isPermissionUnknown whether it has a role of which nothing is known but a number, or words for people
 * @param use for whom it may do that
 * @param tenantId the organisation's own tenant, in lower case; empty text where it is not told
 * @param domains the organisation's own domains, in lower case
 * @param isManagedIdentity whether it is the identity of a resource in the organisation's own Azure
 * @param isDisabledByMicrosoft whether Microsoft switched it off for what it does
 * @param since since when it is in the organisation, or the right is given, as far as the line tells
 */
record ConsentLine(
        String application,
        String appId,
        List<String> ids,
        String ownerId,
        ConsentPublisher publisher,
        List<String> replyUrls,
        List<String> permissions,
        boolean isPermissionUnknown,
        Use use,
        String tenantId,
        List<String> domains,
        boolean isManagedIdentity,
        boolean isDisabledByMicrosoft,
        Optional<Instant> since) {
    /** In whose name an application acts. */
    enum Use {
        /** In the name of the one user who agreed. */
        ONE_USER,
        /** In the name of everybody, which only an administrator can give. */
        EVERYBODY,
        /** By itself, without any user. */
        BY_ITSELF,
        /** Not at all: somebody may sign in to it. */
        SIGN_IN
    }

    private static final List<String> WRAPPERS = List.of("servicePrincipal", "client", "application", "app");

    /** What only a service principal or an application has. */
    private static final List<String> MARKS =
            List.of("appId", "appDisplayName", "appOwnerOrganizationId", "verifiedPublisher", "replyUrls");

    private static final Pattern VALUE = Pattern.compile("[A-Za-z0-9-]+([._][A-Za-z0-9-]+)+");

    static ConsentLine read(Members line) throws UnreadableLineException {
        boolean isRole = line.has("appRoleId");
        if (!isRole && !line.has("scope") && !line.has("scopes")) {
            throw new UnreadableLineException(
                    "It has neither a scope nor an appRoleId: what the application may do is not known.");
        }
        Members about = about(line);
        Use use = isRole ? useOfRole(line) : useOfScope(line);
        return new ConsentLine(
                name(line, about, isRole, use),
                id(line, about, "appId"),
                ids(line, about, isRole, use),
                id(line, about, "appOwnerOrganizationId"),
                ConsentPublisher.read(line, about),
                either(line, about, "replyUrls"),
                isRole ? role(line) : scopes(line),
                isRole && !isRoleKnown(line),
                use,
                Vocabulary.lower(line.textOrEmpty("tenantId")),
                line.texts("tenantDomains").stream().map(Vocabulary::lower).toList(),
                isManagedIdentity(line) || isManagedIdentity(about),
                disabled(line).isPresent() || disabled(about).isPresent(),
                since(about).or(() -> since(line)));
    }

    /** The service principal's members: those of an object on the line that has them, or the line's own. */
    private static Members about(Members line) throws UnreadableLineException {
        for (String name : WRAPPERS) {
            if (line.isObject(name)) {
                return line.object(name).orElse(line);
            }
        }
        for (String name : line.names().stream().sorted().toList()) {
            Optional<Members> inner =
                    line.isObject(name) && !name.startsWith("resource") ? line.object(name) : Optional.empty();
            if (inner.filter(object -> MARKS.stream().anyMatch(object::has)).isPresent()) {
                return inner.get();
            }
        }
        return line;
    }

    /** A date that is no date says nothing of what the application may do. */
    private static Optional<Instant> since(Members members) {
        try {
            return members.time("createdDateTime");
        } catch (UnreadableLineException _) {
            return Optional.empty();
        }
    }

    private static boolean isManagedIdentity(Members members) throws UnreadableLineException {
        return members.textOrEmpty("servicePrincipalType").equalsIgnoreCase("ManagedIdentity");
    }

    private static Optional<String> disabled(Members members) throws UnreadableLineException {
        return members.text("disabledByMicrosoftStatus").filter(status -> status.startsWith("Disabled"));
    }

    private static Use useOfScope(Members line) throws UnreadableLineException {
        return line.textOrEmpty("consentType").equalsIgnoreCase("AllPrincipals") ? Use.EVERYBODY : Use.ONE_USER;
    }

    private static Use useOfRole(Members line) throws UnreadableLineException {
        return line.textOrEmpty("principalType").equalsIgnoreCase("ServicePrincipal") ? Use.BY_ITSELF : Use.SIGN_IN;
    }

    private static List<String> scopes(Members line) throws UnreadableLineException {
        List<String> scopes = new ArrayList<>(line.isArray("scopes") ? line.texts("scopes") : List.of());
        List<String> texts = line.isArray("scope") ? line.texts("scope") : List.of(line.textOrEmpty("scope"));
        for (String text : texts) {
            Stream.of(text.split("[\\s,;]+")).filter(scope -> !scope.isBlank()).forEach(scopes::add);
        }
        return List.copyOf(scopes);
    }

    private static List<String> role(Members line) throws UnreadableLineException {
        List<String> named = new ArrayList<>();
        AppRoles.valueOf(line.textOrEmpty("appRoleId")).ifPresent(named::add);
        for (String name : List.of("appRoleValue", "roleValue", "appRoleName", "appRoleDisplayName")) {
            line.text(name).ifPresent(named::add);
        }
        return List.copyOf(named);
    }

    /** What a role lets do its value says: {@code Mail.Read}. Words for people anybody may have written. */
    private static boolean isRoleKnown(Members line) throws UnreadableLineException {
        String id = line.textOrEmpty("appRoleId");
        return AppRoles.isNone(id)
                || AppRoles.valueOf(id).isPresent()
                || role(line).stream().anyMatch(name -> VALUE.matcher(name).matches());
    }

    /** The application is who acts: of a role that is the principal, of somebody's assignment what he is assigned to. */
    private static String name(Members line, Members about, boolean isRole, Use use) throws UnreadableLineException {
        for (String name : List.of("appDisplayName", "displayName", "clientDisplayName")) {
            Optional<String> told = about.text(name);
            if (told.isPresent()) {
                return told.get();
            }
        }
        if (!isRole) {
            return line.textOrEmpty("appDisplayName");
        }
        return line.textOrEmpty(use == Use.BY_ITSELF ? "principalDisplayName" : "resourceDisplayName");
    }

    private static String id(Members line, Members about, String name) throws UnreadableLineException {
        return Vocabulary.lower(about.text(name).orElse(line.textOrEmpty(name)));
    }

    /** Its client id and that of its service principal: of a role that is the principal, of somebody's assignment what he is assigned to. */
    private static List<String> ids(Members line, Members about, boolean isRole, Use use) {
        String party = isRole ? (use == Use.BY_ITSELF ? "principalId" : "resourceId") : "clientId";
        return Stream.of(
                        line.findText(party),
                        about.findText("appId"),
                        line.findText("appId"),
                        about.equals(line) ? Optional.<String>empty() : about.findText("id"))
                .flatMap(Optional::stream)
                .map(Vocabulary::lower)
                .filter(id -> !id.isBlank())
                .distinct()
                .toList();
    }

    private static List<String> either(Members line, Members about, String name) throws UnreadableLineException {
        return about.has(name) ? about.texts(name) : line.texts(name);
    }

    String what() {
        return application.isEmpty() ? "an application that is not named" : "application " + Quote.of(application);
    }
}
