package dev.cordon.simulator.scenario;

import dev.cordon.simulator.scenario.Application.Profile;
import dev.cordon.simulator.scenario.Person.Away;
import dev.cordon.simulator.scenario.Person.UserType;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** Reads {@code operator}, {@code application}, {@code people} and {@code mailboxes}. */
final class PeopleReader {

    private PeopleReader() {}

    /** Learns every account's name before anything may refer to it. */
    static void collectNames(Section root) {
        var names = root.reading().upns;
        root.items("people").forEach(person -> scalar(person, "upn").forEach(names::add));
        root.find("operator").ifPresent(operator -> scalar(operator, "upn").forEach(names::add));
    }

    /** The lower-case value of a key, without any complaint: the full reading will complain. */
    private static List<String> scalar(Node node, String key) {
        return scalarAsWritten(node, key).stream()
                .map(text -> text.toLowerCase(Locale.ROOT))
                .toList();
    }

    static List<String> scalarAsWritten(Node node, String key) {
        if (!(node instanceof MappingNode mapping)) {
            return List.of();
        }
        return mapping.getValue().stream()
                .filter(entry -> entry.getKeyNode() instanceof ScalarNode name
                        && name.getValue().equals(key))
                .filter(entry -> entry.getValueNode() instanceof ScalarNode)
                .map(entry -> ((ScalarNode) entry.getValueNode()).getValue())
                .toList();
    }

    static Operator operator(Section section) {
        var upn = section.text("upn");
        checkDomain(section, upn, false);
        var groups = section.texts("roleGroups");
        groups.stream()
                .filter(group -> !Operator.ROLE_GROUPS.contains(group))
                .forEach(group -> section.problem(
                        "roleGroups",
                        "'" + group + "' is unknown; known are " + String.join(", ", Operator.ROLE_GROUPS)));
        return new Operator(upn, section.findText("displayName"), section.findText("password"), roles(section), groups);
    }

    static Application application(Section section) {
        var roles = roles(section);
        var permissions = section.find("permissions");
        if (permissions.isPresent() && permissions.get() instanceof SequenceNode) {
            return new Application(Profile.LISTED, section.texts("permissions"), roles);
        }
        var word = section.text("permissions", "respond");
        var profile = switch (word) {
            case "none" -> Profile.NONE;
            case "read-only" -> Profile.READ_ONLY;
            case "respond" -> Profile.RESPOND;
            default -> {
                section.problem(
                        "permissions",
                        "'" + word + "' is unknown; known are none, read-only, respond, or a list of names");
                yield Profile.NONE;
            }
        };
        return new Application(profile, List.of(), roles);
    }

    static List<Person> people(Section root) {
        var people = new ArrayList<Person>();
        var seen = new HashSet<String>();
        for (var section : root.sections("people")) {
            person(section, seen, people);
        }
        return people;
    }

    private static void person(Section section, Set<String> seen, List<Person> people) {
        var upn = section.text("upn");
        if (!upn.isEmpty() && !seen.add(upn.toLowerCase(Locale.ROOT))) {
            section.problem("upn", "'" + upn + "' stands here twice");
        }
        var userType = section.choice("userType", UserType.class, UserType.MEMBER);
        checkDomain(section, upn, userType == UserType.GUEST);
        var displayName = section.findText("displayName");
        var department = section.findText("department");
        var jobTitle = section.findText("jobTitle");
        var manager = section.findAccount("manager");
        var suspect = section.flag("suspect", false);
        var breakGlass = section.flag("breakGlass", false);
        var enabled = section.flag("enabled", true);
        var synchronised = section.findFlag("synchronised");
        var licensed = section.flag("licensed", userType == UserType.MEMBER);
        var password = section.findText("password");
        var passwordChanged = section.findMoment("passwordChanged");
        var mobilePhone = section.findText("mobilePhone");
        var aliases = section.texts("aliases");
        var created = section.findMoment("created");
        var createdBy = section.findAccount("createdBy");
        var away = section.sections("away").stream()
                .flatMap(journey -> away(journey).stream())
                .toList();
        var roles = roles(section);
        section.build(() -> new Person(
                        upn,
                        displayName,
                        department,
                        jobTitle,
                        manager,
                        suspect,
                        breakGlass,
                        enabled,
                        userType,
                        synchronised,
                        licensed,
                        password,
                        passwordChanged,
                        mobilePhone,
                        aliases,
                        created,
                        createdBy,
                        away,
                        roles))
                .ifPresent(people::add);
    }

    private static Optional<Away> away(Section section) {
        var from = section.moment("from");
        var to = section.moment("to");
        var ip = section.text("ip");
        var country = section.text("country");
        return section.build(() -> new Away(from, to, ip, country, section.findText("city")));
    }

    private static void checkDomain(Section section, String upn, boolean guest) {
        if (upn.contains("@") && !guest && !section.reading().isOurs(upn)) {
            section.problem("upn", "'" + upn + "' is in none of organisation.domains");
        }
    }

    static List<PlannedMailbox> mailboxes(Section root) {
        var mailboxes = new ArrayList<PlannedMailbox>();
        for (var section : root.sections("mailboxes")) {
            var owner = section.account("owner");
            var type = section.choice("type", PlannedMailbox.Type.class, PlannedMailbox.Type.USER);
            var folders = section.texts("folders");
            var messages = section.number("messages", 0);
            var audited = section.flag("audited", true);
            var auditBypass = section.flag("auditBypass", false);
            var held = section.flag("litigationHold", false);
            section.build(() -> new PlannedMailbox(owner, type, folders, messages, audited, auditBypass, held))
                    .ifPresent(mailboxes::add);
        }
        return mailboxes;
    }

    private static List<RoleHolding> roles(Section section) {
        var roles = new ArrayList<RoleHolding>();
        var items = section.items("roles");
        for (var i = 0; i < items.size(); i++) {
            var path = section.path("roles") + "[" + i + "]";
            var eligible = false;
            var name = "";
            if (items.get(i) instanceof MappingNode mapping) {
                var role = Section.of(mapping, path, "roles[]", section.reading());
                name = role.text("role");
                eligible = role.flag("eligible", false);
            } else {
                var text = Values.text(items.get(i), path, section.reading());
                name = text == null ? "" : text;
            }
            var holding = role(section, items.get(i), path, name);
            if (holding != null) {
                roles.add(new RoleHolding(holding, eligible));
            }
        }
        return roles;
    }

    static @Nullable String role(Section section, Node at, String path, String name) {
        var templateId = DirectoryRoles.findTemplateId(name);
        if (templateId.isEmpty()) {
            section.reading().problem(at, path, "'" + name + "' is no Entra role's name or template id");
        }
        return templateId.orElse(null);
    }
}
