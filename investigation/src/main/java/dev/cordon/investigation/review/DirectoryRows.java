package dev.cordon.investigation.review;

import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord;
import dev.cordon.investigation.records.RowDetail;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Roles, accounts and devices of the directory. */
final class DirectoryRows {
    private static final Set<DirectoryDetail.Type> HOLDERS =
            Set.of(DirectoryDetail.Type.USER, DirectoryDetail.Type.APPLICATION, DirectoryDetail.Type.GROUP);

    private static final List<String> OF_PEOPLE = List.of("User_", "Group_");

    private DirectoryRows() {}

    static List<Change> roleGiven(Row row) {
        return role(row, Effect.MAKES);
    }

    static List<Change> roleTaken(Row row) {
        return role(row, Effect.UNDOES);
    }

    private static List<Change> role(Row row, Effect effect) {
        String holder = account(row);
        String template = row.value("role.templateid").toLowerCase(Locale.ROOT);
        String name = row.first(
                "role.displayname", "role.wellknownobjectname", "role.templateid", "role.objectid", "identity");
        String named = name.isEmpty()
                ? row.detail().directory().targets().stream()
                        .filter(target -> target.type() == DirectoryDetail.Type.ROLE)
                        .map(DirectoryDetail.Target::name)
                        .findFirst()
                        .orElse("")
                : name;
        boolean isToGiver = Names.isSame(Names.plain(holder), Names.plain(row.actor()));
        Set<String> handles = Names.of(Stream.of(named, template, row.value("role.objectid"))
                .filter(text -> !text.isBlank())
                .map(text -> "role|" + text.replace('/', '|')));
        return List.of(new Change(
                FindingKind.ROLE,
                effect,
                new Meaning.Role(
                        named,
                        template,
                        isToGiver,
                        holder.toLowerCase(Locale.ROOT).contains("#ext#"),
                        holder),
                (named.isEmpty() ? "a role that the row does not name" : named) + " for " + holder,
                people(row, holder),
                handles.isEmpty() ? Set.of("role|") : handles,
                "",
                Origin.of(row)));
    }

    /** Exchange's own groups of roles. */
    static List<Change> exchangeRoleGiven(Row row) {
        return exchangeRole(row, Effect.MAKES);
    }

    static List<Change> exchangeRoleTaken(Row row) {
        return exchangeRole(row, Effect.UNDOES);
    }

    private static List<Change> exchangeRole(Row row, Effect effect) {
        String group = row.first("role", "identity", "name");
        String holder = row.first("member", "user", "securitygroup", "app", "policy");
        boolean isToGiver = Names.isSame(Names.plain(holder), Names.plain(row.actor()));
        return List.of(new Change(
                FindingKind.ROLE,
                effect,
                new Meaning.Role(group, "", isToGiver, false, holder),
                group + " for " + (holder.isEmpty() ? "somebody whom the row does not name" : holder),
                Names.of(holder),
                Set.of("role|" + Names.plain(group)),
                "",
                Origin.of(row)));
    }

    static List<Change> accountMade(Row row) {
        return accounts(row, Effect.MAKES);
    }

    static List<Change> accountGone(Row row) {
        return accounts(row, Effect.UNDOES);
    }

    private static List<Change> accounts(Row row, Effect effect) {
        String account = account(row);
        boolean isGuest = row.operation().startsWith("invite")
                || account.toLowerCase(Locale.ROOT).contains("#ext#")
                || row.first("usertype", "targetid.usertype").equalsIgnoreCase("guest");
        return List.of(new Change(
                FindingKind.ACCOUNT_CREATED,
                effect,
                new Meaning.Account(isGuest),
                account,
                Set.of(),
                fullNames(row, account),
                "",
                Origin.of(row)));
    }

    static List<Change> deviceMade(Row row) {
        return device(row, Effect.MAKES);
    }

    static List<Change> deviceGone(Row row) {
        return device(row, Effect.UNDOES);
    }

    private static List<Change> device(Row row, Effect effect) {
        Set<String> people = idsOfPeople(row);
        List<String> targets = Stream.concat(
                        row.targets(),
                        Stream.of(row.value("device.objectid"), row.value("device id"), row.value("deviceid")))
                .map(DirectoryRows::withoutClass)
                .filter(name -> !name.isBlank() && !Row.isPerson(name))
                .filter(name -> !people.contains(name.toLowerCase(Locale.ROOT)))
                .toList();
        Set<String> ids = new LinkedHashSet<>(targets.stream()
                .filter(Row::isId)
                .map(id -> id.toLowerCase(Locale.ROOT))
                .toList());
        Stream.of(row.record().object())
                .filter(Row::isId)
                .map(id -> id.toLowerCase(Locale.ROOT))
                .forEach(ids::add);
        String name = Stream.of(
                        row.value("device.displayname"),
                        row.value("displayname"),
                        row.detail().settings().getOrDefault(RowDetail.TARGET_NAME, ""))
                .filter(text -> !text.isBlank() && !Row.isPerson(text))
                .findFirst()
                .or(() -> targets.stream().filter(text -> !Row.isId(text)).findFirst())
                .orElseGet(() -> ids.stream().findFirst().orElse(row.record().object()));
        return List.of(new Change(
                FindingKind.DEVICE,
                effect,
                new Meaning.Device(Row.isPerson(account(row)) ? account(row) : ""),
                name,
                Set.of(),
                ids.isEmpty() ? Set.of(Names.plain(name)) : ids,
                "",
                Origin.of(row)));
    }

    /** Whose account the row is about: by his sign-in name where the row has it. */
    static String account(Row row) {
        // The object of a row of the directory's own audit is the names of all its targets.
        Stream<String> object = row.isOf(LogRecord.Log.DIRECTORY_AUDIT)
                ? row.detail().directory().targets().stream()
                        .filter(target -> target.type() == DirectoryDetail.Type.USER)
                        .map(DirectoryDetail.Target::name)
                : Stream.of(row.record().object());
        return Stream.concat(object, row.targets())
                .map(String::strip)
                .filter(Row::isPerson)
                .findFirst()
                .or(() -> Stream.of(
                                row.value("targetid.serviceprincipalnames"),
                                row.detail().settings().getOrDefault(RowDetail.TARGET_NAME, ""),
                                row.record().object())
                        .filter(name -> !name.isBlank())
                        .findFirst())
                .or(() -> row.targets().findFirst())
                .orElse("an account that the row does not name");
    }

    /** Every name of whom the row is about: not of the role or the interface that it is about too. */
    static Set<String> people(Row row, String shown) {
        Stream<String> named = row.isOf(LogRecord.Log.DIRECTORY_AUDIT)
                ? row.detail().directory().targets().stream()
                        .filter(target -> HOLDERS.contains(target.type()))
                        .flatMap(target -> Stream.of(target.name(), target.id()))
                : row.targets().map(DirectoryRows::withoutClass);
        return Names.of(Stream.concat(Stream.of(shown), named.filter(name -> Row.isPerson(name) || Row.isId(name))));
    }

    /** The ids of people and groups that the row names beside the application or the device it is about. */
    static Set<String> idsOfPeople(Row row) {
        return Names.of(Stream.of(
                        row.detail().targets().stream()
                                .filter(name -> OF_PEOPLE.stream().anyMatch(name::startsWith))
                                .map(DirectoryRows::withoutClass),
                        row.detail().directory().targets().stream()
                                .filter(target -> target.type() == DirectoryDetail.Type.USER
                                        || target.type() == DirectoryDetail.Type.GROUP)
                                .map(DirectoryDetail.Target::id),
                        Stream.of(row.value("user.objectid"), row.value("group.objectid")))
                .flatMap(ids -> ids));
    }

    private static Set<String> fullNames(Row row, String shown) {
        return Names.of(Stream.concat(
                Stream.of(shown),
                Arrays.stream(new String[] {row.value("userprincipalname")})
                        .flatMap(text -> Arrays.stream(text.split("[\",\\s]+")))
                        .filter(Row::isPerson)));
    }

    private static final Pattern CLASSED =
            Pattern.compile("(?:User|Device|ServicePrincipal|Application|Group)_([0-9a-fA-F-]{36})");

    /** {@code User_} and the like stand before some ids. */
    static String withoutClass(String name) {
        Matcher classed = CLASSED.matcher(name.strip());
        return classed.matches() ? String.valueOf(classed.group(1)) : name.strip();
    }
}
