package dev.cordon.investigation.review;

import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Applications, what they may do, and with what they sign in. */
final class ApplicationRows {
    private static final Pattern SCOPE = Pattern.compile("Scope: ?([^,\\]]*)");
    private static final Pattern KEY = Pattern.compile("KeyIdentifier=([0-9a-fA-F-]{36})");
    private static final String ENTRIES = "keydescription";

    private ApplicationRows() {}

    static List<Change> consented(Row row) {
        String permissions = row.value("consentaction.permissions");
        int arrow = permissions.indexOf("=>");
        String given = arrow < 0 ? permissions : permissions.substring(arrow);
        List<String> scopes = SCOPE.matcher(given)
                .results()
                .map(MatchResult::group)
                .flatMap(text -> words(text.substring("Scope:".length())))
                .distinct()
                .toList();
        boolean isForEverybody = row.isTrue("consentcontext.onbehalfofall")
                || row.isTrue("consentcontext.isadminconsent")
                || given.contains("ConsentType: AllPrincipals");
        return consent(row, Effect.MAKES, scopes, !scopes.isEmpty() && !Row.isCut(permissions), isForEverybody);
    }

    static List<Change> granted(Row row) {
        return consent(row, Effect.MAKES, scopes(row), areKnown(row), isForEverybody(row));
    }

    static List<Change> revoked(Row row) {
        return consent(row, Effect.UNDOES, scopes(row), areKnown(row), isForEverybody(row));
    }

    private static boolean areKnown(Row row) {
        return !scopes(row).isEmpty() && !Row.isCut(scope(row));
    }

    private static List<String> scopes(Row row) {
        return words(scope(row)).distinct().toList();
    }

    private static String scope(Row row) {
        return row.first("delegatedpermissiongrant.scope", "oauth2permissiongrant.scope");
    }

    private static boolean isForEverybody(Row row) {
        return row.first("delegatedpermissiongrant.consenttype", "oauth2permissiongrant.consenttype")
                .equalsIgnoreCase("AllPrincipals");
    }

    private static Stream<String> words(String text) {
        return Arrays.stream(text.split("[\\s,\"\\]\\[]+")).filter(word -> !word.isBlank());
    }

    private static List<Change> consent(
            Row row, Effect effect, List<String> scopes, boolean isKnown, boolean isForEverybody) {
        Application application = Application.of(row);
        return List.of(new Change(
                FindingKind.CONSENT,
                effect,
                new Meaning.Consent(scopes, isKnown, isForEverybody),
                application.shown + (scopes.isEmpty() ? "" : ": " + String.join(" ", scopes)),
                application.ids,
                Set.of("consent"),
                "",
                Origin.of(row)));
    }

    static List<Change> permitted(Row row) {
        return permission(row, Effect.MAKES);
    }

    static List<Change> permissionTaken(Row row) {
        return permission(row, Effect.UNDOES);
    }

    private static List<Change> permission(Row row, Effect effect) {
        Application application = Application.of(row);
        String permission = row.first("approle.value", "approle.displayname", "approle.id");
        String was = permission.isEmpty() ? row.before("approle.value") : permission;
        return List.of(new Change(
                FindingKind.APP_PERMISSION,
                effect,
                new Meaning.Permission(was.isEmpty() ? List.of() : List.of(was)),
                application.shown + (was.isEmpty() ? "" : ": " + was),
                application.ids,
                Set.of("permission|" + was.toLowerCase(Locale.ROOT)),
                "",
                Origin.of(row)));
    }

    static List<Change> assigned(Row row) {
        return assignment(row, Effect.MAKES);
    }

    static List<Change> unassigned(Row row) {
        return assignment(row, Effect.UNDOES);
    }

    private static List<Change> assignment(Row row, Effect effect) {
        Application application = Application.of(row);
        String user = Stream.of(row.value("user.upn"), row.value("user.displayname"), row.value("group.displayname"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .or(() -> row.target(Row::isPerson))
                .orElse("");
        return List.of(new Change(
                FindingKind.APP_ROLE_ASSIGNMENT,
                effect,
                new Meaning.Assignment(),
                application.shown + (user.isEmpty() ? "" : " for " + user),
                application.ids,
                Set.of("assignment|" + Names.plain(user)),
                "",
                Origin.of(row)));
    }

    /** Keys that were not there before, or are there no more. */
    static List<Change> credentials(Row row) {
        Set<String> before = keys(row.detail().audit().before().getOrDefault(ENTRIES, ""));
        Set<String> after = keys(row.detail().settings().getOrDefault(ENTRIES, ""));
        boolean isTaken = (!before.isEmpty() && before.containsAll(after) && before.size() > after.size())
                || row.operation().startsWith("remove ");
        Set<String> changed = new LinkedHashSet<>(isTaken ? before : after);
        changed.removeAll(isTaken ? after : before);
        return List.of(credential(
                row,
                isTaken ? Effect.UNDOES : Effect.MAKES,
                changed.stream().map(key -> "key|" + key).collect(Collectors.toCollection(LinkedHashSet::new)),
                new Meaning.Credential(false, row.operation().contains("federated"))));
    }

    private static Set<String> keys(String description) {
        return KEY.matcher(description)
                .results()
                .map(found -> found.group(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    static List<Change> ownerAdded(Row row) {
        return List.of(credential(row, Effect.MAKES, Set.of("owner|"), new Meaning.Credential(true, false)));
    }

    static List<Change> ownerRemoved(Row row) {
        return List.of(credential(row, Effect.UNDOES, Set.of("owner|"), new Meaning.Credential(true, false)));
    }

    private static Change credential(Row row, Effect effect, Set<String> handles, Meaning.Credential meaning) {
        Application application = Application.of(row);
        return new Change(
                FindingKind.APP_CREDENTIAL,
                effect,
                meaning,
                application.shown,
                application.ids,
                handles.isEmpty() ? Set.of("key|") : handles,
                "",
                Origin.of(row));
    }

    static List<Change> registered(Row row) {
        return application(row, Effect.MAKES);
    }

    static List<Change> deleted(Row row) {
        return application(row, Effect.UNDOES);
    }

    private static List<Change> application(Row row, Effect effect) {
        Application application = Application.of(row);
        return List.of(new Change(
                FindingKind.APP_REGISTERED,
                effect,
                new Meaning.Application(),
                application.shown,
                application.ids,
                Set.of("application"),
                "",
                Origin.of(row)));
    }

    /**
     * The application that a row is about.
     *
     * @param shown its name, else its id
     * @param ids its ids, or its name where the row has no id
     */
    private record Application(String shown, Set<String> ids) {
        static Application of(Row row) {
            // Of a right it is the one that got it, and not the interface that the row names as its target.
            Set<String> people = DirectoryRows.idsOfPeople(row);
            String holderId = row.first("serviceprincipal.objectid", "serviceprincipal.appid", "application.objectid");
            String holder =
                    row.first("serviceprincipal.displayname", "serviceprincipal.name", "application.displayname");
            List<String> targets = row.targets()
                    .map(DirectoryRows::withoutClass)
                    .filter(name -> !Row.isPerson(name))
                    .filter(name -> !people.contains(name.toLowerCase(Locale.ROOT)))
                    .toList();
            String name = Stream.of(
                            holder,
                            holderId.isEmpty() ? row.detail().settings().getOrDefault(RowDetail.TARGET_NAME, "") : "",
                            holderId.isEmpty() ? row.value("displayname") : "",
                            holderId)
                    .filter(text -> !text.isBlank() && !Row.isPerson(text))
                    .findFirst()
                    .or(() -> targets.stream().filter(text -> !Row.isId(text)).findFirst())
                    .orElseGet(() -> row.record().object());
            Set<String> ids = holderId.isEmpty()
                    ? Names.of(Stream.concat(
                                    targets.stream(),
                                    Stream.of(row.record().object(), row.value("appid"), row.value("appprincipalid")))
                            .map(String::strip)
                            .filter(Row::isId))
                    : Names.of(Stream.of(holderId, row.value("serviceprincipal.appid"))
                            .filter(id -> !id.isEmpty()));
            String shown = name.isBlank() ? "an application that the row does not name" : name;
            return new Application(shown, ids.isEmpty() ? Names.of(shown) : ids);
        }
    }
}
