package dev.cordon.investigation.records;

import dev.cordon.investigation.records.DirectoryDetail.Target;
import java.util.Optional;
import java.util.stream.Stream;

/** Which role a row of the directory's audit tells was given or taken: its holder's changed properties name it. Stateless. */
final class ChangedRole {
    private static final String PREFIX = "role.";

    private ChangedRole() {}

    /** The role by the name people read, else by its template's id; empty where the row names none. */
    static Optional<Target> of(RawTree resources) {
        String id = property(resources, "objectid");
        String template = property(resources, "templateid");
        return Stream.of(property(resources, "displayname"), template, id, property(resources, "wellknownobjectname"))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .map(name -> new Target(DirectoryDetail.Type.ROLE, id.isEmpty() ? template : id, name));
    }

    /** What was given stands as the new value, what was taken as the old one. */
    private static String property(RawTree resources, String name) {
        return resources.elements().stream()
                .flatMap(resource -> resource.at("modifiedproperties").elements().stream())
                .filter(changed -> changed.text("displayname").strip().equalsIgnoreCase(PREFIX + name))
                .flatMap(changed -> Stream.of(changed.text("newvalue"), changed.text("oldvalue")))
                .map(ChangedRole::unquoted)
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** Values are JSON within text. */
    private static String unquoted(String value) {
        String plain = value.strip();
        boolean quoted = plain.length() >= 2 && plain.startsWith("\"") && plain.endsWith("\"");
        String text = quoted ? plain.substring(1, plain.length() - 1).strip() : plain;
        return text.equals("null") ? "" : text;
    }
}
