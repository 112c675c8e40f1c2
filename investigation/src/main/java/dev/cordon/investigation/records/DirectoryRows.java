package dev.cordon.investigation.records;

import dev.cordon.investigation.records.DirectoryDetail.Target;
import dev.cordon.investigation.records.RawRecord.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Rows of the directory's audit, as Graph answers them and as the Entra portal exports them as JSON: the same names. */
final class DirectoryRows {
    private DirectoryRows() {}

    static boolean isOne(RawRecord json) {
        return !json.value(Field.ACTIVITY_TIME).isEmpty()
                && !json.first(Field.ACTIVITY, Field.LOGGED_BY).isEmpty();
    }

    static RowResult record(RawRecord json, long row) {
        RawTree user = json.tree(Field.INITIATED_BY).at("user");
        RawTree app = json.tree(Field.INITIATED_BY).at("app");
        List<Target> targets = targets(json.tree(Field.TARGET_RESOURCES));
        Map<String, String> settings = settings(json);
        String person = first(user, "userprincipalname", "displayname", "id");
        String said = json.value(Field.RESULT);
        return new RecordText(LogRecord.Log.DIRECTORY_AUDIT, LogRecord.ZoneRule.BY_SCHEMA, row)
                .record(
                        json.value(Field.ID),
                        json.value(Field.ACTIVITY_TIME),
                        json.value(Field.ACTIVITY),
                        RecordText.orElse(person, first(app, "displayname", "serviceprincipalname", "appid")),
                        user.text("ipaddress"),
                        "",
                        RecordText.orElse(json.value(Field.USER_AGENT), settings.getOrDefault("user-agent", "")),
                        OutcomeRule.ofWord(said),
                        RecordText.joined(said, json.value(Field.RESULT_REASON)),
                        json.value(Field.LOGGED_BY),
                        targets.stream().map(Target::name).collect(Collectors.joining(", ")))
                .with(RowDetail.of(
                        new DirectoryDetail(
                                RecordText.kept(json.value(Field.CORRELATION_ID).strip()), person.isEmpty(), targets),
                        first(app, "appid"),
                        person.isEmpty() ? first(app, "serviceprincipalid") : first(user, "userprincipalname"),
                        settings,
                        names(json.tree(Field.TARGET_RESOURCES)),
                        new AuditDetail(before(json), ids(user, app), "", "")));
    }

    private static List<String> ids(RawTree user, RawTree app) {
        return Stream.of(user.text("id"), app.text("appid"), app.text("serviceprincipalid"))
                .map(String::strip)
                .filter(id -> !id.isEmpty())
                .toList();
    }

    private static Map<String, String> before(RawRecord json) {
        Map<String, Set<String>> found = new TreeMap<>();
        json.tree(Field.TARGET_RESOURCES).elements().stream()
                .flatMap(target -> target.at("modifiedproperties").elements().stream())
                .forEach(changed -> put(found, changed.text("displayname"), changed.text("oldvalue")));
        return joined(found);
    }

    /** A role that was given or taken is told by what changed of its holder: as a target of its own it has no name, or is not there at all. */
    private static List<Target> targets(RawTree resources) {
        Optional<Target> role = ChangedRole.of(resources);
        List<Target> targets = new ArrayList<>();
        for (RawTree resource : resources.elements()) {
            DirectoryDetail.Type type = type(resource.text("type"));
            String name = first(resource, "userprincipalname", "displayname", "id");
            if (!name.isEmpty() && targets.size() < RowDetails.MOST_TARGETS) {
                targets.add(
                        type == DirectoryDetail.Type.ROLE && role.isPresent()
                                ? role.get()
                                : new Target(type, resource.text("id").strip(), name));
            }
        }
        role.filter(_ -> targets.stream().noneMatch(target -> target.type() == DirectoryDetail.Type.ROLE)
                        && targets.size() < RowDetails.MOST_TARGETS)
                .ifPresent(targets::add);
        return targets.stream().distinct().toList();
    }

    /** Every name of every target. */
    private static List<String> names(RawTree resources) {
        return resources.elements().stream()
                .flatMap(one -> Stream.of(one.text("userprincipalname"), one.text("displayname"), one.text("id")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(RowDetails.MOST_TARGETS)
                .toList();
    }

    private static DirectoryDetail.Type type(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "user" -> DirectoryDetail.Type.USER;
            case "serviceprincipal", "application" -> DirectoryDetail.Type.APPLICATION;
            case "device" -> DirectoryDetail.Type.DEVICE;
            case "group" -> DirectoryDetail.Type.GROUP;
            case "role" -> DirectoryDetail.Type.ROLE;
            case "policy" -> DirectoryDetail.Type.POLICY;
            default -> DirectoryDetail.Type.OTHER;
        };
    }

    /** The new value of what was changed, and what is said beside it; of two with one name both are told. */
    private static Map<String, String> settings(RawRecord json) {
        Map<String, Set<String>> found = new TreeMap<>();
        json.tree(Field.TARGET_RESOURCES).elements().stream()
                .flatMap(target -> target.at("modifiedproperties").elements().stream())
                .forEach(changed -> put(found, changed.text("displayname"), changed.text("newvalue")));
        json.tree(Field.ADDITIONAL_DETAILS)
                .elements()
                .forEach(detail -> put(found, detail.text("key"), detail.text("value")));
        return joined(found);
    }

    private static Map<String, String> joined(Map<String, Set<String>> found) {
        Map<String, String> joined = new TreeMap<>();
        found.forEach((name, values) -> joined.put(name, RecordText.kept(String.join(", ", values))));
        return joined;
    }

    private static void put(Map<String, Set<String>> found, String name, String value) {
        String plain = name.strip().toLowerCase(Locale.ROOT);
        if (!plain.isEmpty() && (found.containsKey(plain) || found.size() < RowDetails.MOST_SETTINGS)) {
            found.computeIfAbsent(plain, none -> new LinkedHashSet<>()).add(value);
        }
    }

    private static String first(RawTree tree, String... names) {
        for (String name : names) {
            String text = tree.text(name).strip();
            if (!text.isEmpty()) {
                return text;
            }
        }
        return "";
    }
}
