package dev.cordon.investigation.reconstruction;

import dev.cordon.investigation.reconstruction.Touched.Kind;
import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What else the attacker's rows show that he touched. Filled in any order, with his rows only; for one thread. */
final class BlastRadius {
    private static final Set<String> CONSENTS = Set.of(
            "consent to application",
            "add service principal",
            "add delegated permission grant",
            "add app role assignment grant to user",
            "add app role assignment to service principal",
            "add application",
            "update application",
            "update application – certificates and secrets management",
            "update application - certificates and secrets management",
            "add service principal credentials",
            "add owner to application");
    private static final Set<String> DEVICES =
            Set.of("register device", "add device", "add registered owner to device", "add registered users to device");
    private static final Set<String> MAILBOXES = Set.of(
            "set-mailbox",
            "add-mailboxpermission",
            "add-recipientpermission",
            "add-mailboxfolderpermission",
            "set-mailboxfolderpermission",
            "set-mailboxautoreplyconfiguration",
            "set-mailboxcalendarfolder",
            "new-inboxrule",
            "set-inboxrule",
            "enable-inboxrule",
            "new-sweeprule");
    private static final Pattern MAIL_FLOW = Pattern.compile(
            "(new|set|enable)-(transportrule|journalrule|inboundconnector|outboundconnector|remotedomain)");
    private static final Set<String> OF_OTHERS = Set.of(
            "add member to role",
            "add eligible member to role",
            "admin registered security info",
            "reset user password",
            "reset password",
            "change user password",
            "add user",
            "update user",
            "disable account",
            "enable account",
            "delete user");

    private static final Pattern OBJECT_ID =
            Pattern.compile("(?:serviceprincipal_)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final MailboxNames names;
    private final Map<Kind, Map<String, Trace>> found = new HashMap<>();
    private final List<UnnamedRole> unnamedRoles = new ArrayList<>();

    /** Names of applications by their ids: a grant's row names the application by its id only, the consent's own row by both. */
    private final Map<String, String> applications = new HashMap<>();

    BlastRadius(MailboxNames names) {
        this.names = names;
    }

    void add(EvidenceRow row) {
        if (row.isOfApplication()) {
            // Of the directory, an application acts on somebody's behalf: it is what he used and not what he touched.
            put(Kind.APPLICATION, row.isSignIn() ? row.record().actor() : "", row);
        } else if (!names.isInCare(row.actor())) {
            put(Kind.ACCOUNT, row.actor(), row);
        }
        if (row.record().log() == LogRecord.Log.DIRECTORY_AUDIT) {
            put(Kind.APPLICATION, row.holder(), row);
            row.detail().directory().targets().forEach(target -> target(target, row));
        } else {
            object(row);
        }
        if (row.isOfRole() && !namesRole(row)) {
            unnamedRoles.add(new UnnamedRole(
                    row.record().operation(),
                    row.record().actor(),
                    row.record().object(),
                    row.failed(),
                    RowRef.to(row)));
        }
        String device = row.detail().device();
        if (row.isSignIn() && !row.failed()) {
            put(Kind.DEVICE, device, row);
        }
        String mailbox = names.known(Names.plain(row.detail().mailbox()));
        if (!names.isSame(mailbox, row.actor()) && !names.isInCare(mailbox)) {
            put(Kind.MAILBOX, mailbox, row);
        }
    }

    private void object(EvidenceRow row) {
        String operation = row.operation();
        String target = target(row);
        if (CONSENTS.contains(operation)) {
            put(Kind.APPLICATION, row.thing(), row);
            if (row.holder().isEmpty()) {
                Stream.concat(Stream.of(row.record().object()), row.detail().targets().stream())
                        .forEach(id -> called(id, row.thing()));
            }
        } else if (DEVICES.contains(operation)) {
            put(Kind.DEVICE, row.thing(), row);
        } else if (OF_OTHERS.contains(operation) && !names.isInCare(Names.plain(target))) {
            put(Kind.ACCOUNT, Names.plain(target), row);
        }
        String role = row.role();
        if (!role.isEmpty()) {
            role(role, row, Stream.of(row.roleHolder()));
        }
        String changed = names.known(row.changedMailbox());
        if (MAILBOXES.contains(operation) && !names.isSame(changed, row.actor()) && !names.isInCare(changed)) {
            put(Kind.MAILBOX, changed, row);
        }
        if (MAIL_FLOW.matcher(operation).matches()) {
            put(Kind.MAIL_FLOW, target, row);
        }
    }

    private void target(DirectoryDetail.Target target, EvidenceRow row) {
        switch (target.type()) {
            case USER -> {
                if (!names.isInCare(Names.plain(target.name())) && !names.isInCare(Names.plain(target.id()))) {
                    put(Kind.ACCOUNT, Names.plain(target.name()), row);
                }
            }
            case APPLICATION -> {
                // Where a right was given, the targets are its interface and, once more, who got it.
                if (row.holder().isEmpty()) {
                    put(Kind.APPLICATION, target.name(), row);
                    called(target.id(), target.name());
                }
            }
            case DEVICE -> put(Kind.DEVICE, target.name(), row);
            case GROUP -> put(Kind.GROUP, target.name(), row);
            case ROLE -> role(target.name(), row, holders(row));
            case POLICY -> put(Kind.POLICY, target.name(), row);
            case OTHER -> put(Kind.OTHER, target.name(), row);
        }
    }

    private void called(String id, String name) {
        Matcher object = OBJECT_ID.matcher(Names.plain(id));
        if (object.matches() && !OBJECT_ID.matcher(Names.plain(name)).matches()) {
            applications.merge(object.group(1), name.strip(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        }
    }

    private void role(String name, EvidenceRow row, Stream<String> holders) {
        put(Kind.ROLE, name, row);
        Trace trace = found.getOrDefault(Kind.ROLE, Map.of()).get(name.strip());
        if (trace != null) {
            holders.filter(holder -> !holder.isBlank()).forEach(trace.holders::add);
        }
    }

    private static boolean namesRole(EvidenceRow row) {
        return !row.role().isEmpty()
                || row.detail().directory().targets().stream()
                        .anyMatch(target -> target.type() == DirectoryDetail.Type.ROLE);
    }

    private static Stream<String> holders(EvidenceRow row) {
        return row.detail().directory().targets().stream()
                .filter(target -> target.type() != DirectoryDetail.Type.ROLE)
                .map(target -> target.type() == DirectoryDetail.Type.USER ? Names.plain(target.name()) : target.name());
    }

    /** The roles of which no row of his says which they are, in order of time. */
    List<UnnamedRole> unnamedRoles() {
        return unnamedRoles.stream()
                .sorted(Comparator.comparing(UnnamedRole::shownBy, RowRef.IN_TIME))
                .toList();
    }

    List<Touched> touched() {
        found.computeIfPresent(Kind.APPLICATION, (_, byName) -> named(byName));
        return found.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .flatMap(kind -> kind.getValue().entrySet().stream()
                        .map(each -> each.getValue().touched(kind.getKey(), each.getKey())))
                .toList();
    }

    private Map<String, Trace> named(Map<String, Trace> byName) {
        Map<String, Trace> named = new TreeMap<>();
        byName.forEach((name, trace) -> named.computeIfAbsent(
                        applications.getOrDefault(Names.plain(name), name), none -> new Trace())
                .add(trace));
        return named;
    }

    private void put(Kind kind, String name, EvidenceRow row) {
        if (!name.isBlank()) {
            found.computeIfAbsent(kind, none -> new TreeMap<>())
                    .computeIfAbsent(name.strip(), none -> new Trace())
                    .add(row);
        }
    }

    private static String target(EvidenceRow row) {
        String object = row.record().object();
        return object.isBlank() ? String.join(", ", row.detail().targets()) : object;
    }

    private static final class Trace {
        private final Set<String> operations = new TreeSet<>();
        private final Set<String> actors = new TreeSet<>();
        private final Set<String> holders = new TreeSet<>();
        private final Set<String> addresses = new TreeSet<>();
        private final TreeSet<EvidenceRow> earliest = new TreeSet<>(EvidenceRow.IN_TIME);
        private Instant last = Instant.MIN;
        private Instant first = Instant.MAX;
        private boolean succeeded;
        private long rows;

        void add(EvidenceRow row) {
            rows++;
            operations.add(row.record().operation());
            if (!row.actor().isEmpty()) {
                actors.add(row.actor());
            }
            if (!row.address().isEmpty()) {
                addresses.add(row.address());
            }
            first = row.record().at().isBefore(first) ? row.record().at() : first;
            last = row.record().at().isAfter(last) ? row.record().at() : last;
            succeeded |= !row.failed();
            earliest.add(row);
            if (earliest.size() > Touched.MOST_SHOWN) {
                earliest.removeLast();
            }
        }

        void add(Trace other) {
            rows += other.rows;
            operations.addAll(other.operations);
            actors.addAll(other.actors);
            holders.addAll(other.holders);
            addresses.addAll(other.addresses);
            first = other.first.isBefore(first) ? other.first : first;
            last = other.last.isAfter(last) ? other.last : last;
            succeeded |= other.succeeded;
            earliest.addAll(other.earliest);
            while (earliest.size() > Touched.MOST_SHOWN) {
                earliest.removeLast();
            }
        }

        Touched touched(Kind kind, String name) {
            return new Touched(
                    kind,
                    name,
                    succeeded,
                    List.copyOf(operations),
                    actors.stream().limit(Judged.MOST_ACTORS).toList(),
                    List.copyOf(holders),
                    List.copyOf(addresses),
                    rows,
                    first,
                    last,
                    earliest.stream().map(RowRef::to).toList());
        }
    }
}
