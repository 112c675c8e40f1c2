package dev.cordon.simulator.scenario;

import com.google.gson.JsonObject;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads {@code persistence}. */
final class PersistenceReader {

    private PersistenceReader() {}

    /** Learns every planted object's id before anything may refer to it. */
    static void collectNames(Section root) {
        root.sections("persistence").forEach(section -> {
            var id = section.findText("id");
            if (id != null) {
                root.reading().objects.add(id);
            }
        });
    }

    static List<PlantedObject> persistence(Section root) {
        var planted = new ArrayList<PlantedObject>();
        var seen = new HashSet<String>();
        for (var section : root.sections("persistence")) {
            planted(section, seen).ifPresent(planted::add);
        }
        return planted;
    }

    private static Optional<PlantedObject> planted(Section section, Set<String> seen) {
        var id = section.text("id");
        if (!id.isEmpty() && !seen.add(id)) {
            section.problem("id", "'" + id + "' stands here twice");
        }
        var kind = section.findChoice("kind", ObjectKind.class);
        if (!section.has("kind")) {
            section.problem("kind", "is missing");
        }
        var owner = section.findAccount("owner");
        if (!section.has("by")) {
            section.problem("by", "is missing: legitimate or attacker");
        }
        var by = section.choice("by", Author.class, Author.LEGITIMATE);
        var created = section.has("created")
                ? section.moment("created")
                : section.reading().start();
        if (created.isAfter(section.reading().start())) {
            section.problem("created", "lies after clock.start; use the attacker's plan for what comes later");
        }
        var hidden = section.flag("hidden", false);
        var ip = section.findText("ip");
        var madeBy = section.findAccount("madeBy");
        if (kind == null) {
            return Optional.empty();
        }
        var object = ObjectReader.object(section, "object", kind);
        if (owner == null && !section.has("owner") && needsOwner(kind, object)) {
            section.problem("owner", "is missing; a " + kind.word() + " belongs to an account");
        }
        return section.build(() -> new PlantedObject(id, kind, owner, by, created, hidden, ip, madeBy, object));
    }

    private static boolean needsOwner(ObjectKind kind, JsonObject object) {
        return switch (kind) {
            case TRANSPORT_RULE, CONNECTOR, REMOTE_DOMAIN, APP_ROLE_ASSIGNMENT -> false;
            case CONSENT ->
                !object.has("consentType")
                        || !object.get("consentType").getAsString().equals("AllPrincipals");
            case INBOX_RULE,
                    FORWARDING,
                    DELEGATE,
                    FOLDER_PERMISSION,
                    CALENDAR_PUBLISHING,
                    AUTHENTICATION_METHOD,
                    DEVICE,
                    AUTO_REPLY,
                    ROLE -> true;
        };
    }
}
