package dev.cordon.app.harness;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.playbooks.decision.ItemKind;
import dev.cordon.procedure.ItemKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What the truth says the attacker holds of one account, and which of our items each of it is. */
final class Possessions {
    private static final Map<String, ItemKind> KINDS = Map.ofEntries(
            Map.entry("methods", ItemKind.AUTHENTICATION_METHOD),
            Map.entry("rules", ItemKind.INBOX_RULE),
            Map.entry("forwarding", ItemKind.FORWARDING),
            Map.entry("delegates", ItemKind.DELEGATE),
            Map.entry("folderPermissions", ItemKind.FOLDER_PERMISSION),
            Map.entry("consents", ItemKind.CONSENT),
            Map.entry("devices", ItemKind.DEVICE),
            Map.entry("roles", ItemKind.ROLE),
            Map.entry("autoReply", ItemKind.AUTO_REPLY),
            Map.entry("transportRules", ItemKind.TRANSPORT_RULE),
            Map.entry("connectors", ItemKind.CONNECTOR),
            Map.entry("remoteDomains", ItemKind.REMOTE_DOMAIN),
            Map.entry("appRoleAssignments", ItemKind.APP_ROLE_ASSIGNMENT),
            Map.entry("calendarPublishing", ItemKind.CALENDAR_PUBLISHING));

    private static final Set<ItemKind> ONE_PER_MAILBOX = Set.of(ItemKind.AUTO_REPLY);

    private Possessions() {}

    /**
     * One thing he holds.
     *
     * @param id the scenario's name for it, or its wire id where he made it later
     */
    record Held(ItemKind kind, String id, String wireId) {
        /** Whether an item of ours with those ids is this thing. */
        boolean isItem(ItemKind itemKind, List<String> ids, String name) {
            if (itemKind != kind) {
                return false;
            }
            return ids.contains(wireId)
                    || ONE_PER_MAILBOX.contains(kind)
                    || (kind == ItemKind.FORWARDING
                            && ids.getFirst().startsWith(wireId.substring(wireId.lastIndexOf('/') + 1) + "|"))
                    || (kind == ItemKind.DELEGATE && isRight(ids.getFirst()))
                    || (kind == ItemKind.FOLDER_PERMISSION && isFolderRight(name));
        }

        boolean isItem(ItemKey key, String name) {
            Optional<ItemKind> itemKind = dev.cordon.incident.Word.find(ItemKind.class, key.kind());
            String plain = key.id().substring(key.id().indexOf('|') + 1);
            return itemKind.isPresent() && isItem(itemKind.get(), List.of(key.id(), plain), name);
        }

        private boolean isRight(String id) {
            String right = wireId.substring(wireId.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
            String prefix = switch (right) {
                case "sendas" -> "send-as|";
                case "sendonbehalf" -> "send-on-behalf|";
                default -> "mailbox|";
            };
            return id.startsWith(prefix)
                    && isSame(wireId.substring(0, wireId.lastIndexOf('/')), id.substring(id.indexOf('|') + 1));
        }

        private boolean isFolderRight(String name) {
            int colon = name.lastIndexOf(": ");
            return colon > 0 && isSame(wireId.substring(wireId.lastIndexOf('/') + 1), name.substring(colon + 2));
        }

        /** Exchange prints addresses in some places and display names in others. */
        private static boolean isSame(String upn, String shown) {
            return letters(upn).equals(letters(shown));
        }

        private static String letters(String person) {
            return person.toLowerCase(Locale.ROOT).replaceAll("@.*", "").replaceAll("[^a-z]", "");
        }
    }

    /** Everything of his that could keep him in, without sessions and passwords. */
    static List<Held> of(JsonObject accountTruth) {
        JsonObject holds = accountTruth.getAsJsonObject("holds");
        List<Held> held = new ArrayList<>();
        KINDS.forEach((name, kind) -> {
            for (JsonElement one : holds.getAsJsonArray(name)) {
                JsonObject thing = one.getAsJsonObject();
                held.add(new Held(
                        kind, thing.get("id").getAsString(), thing.get("wireId").getAsString()));
            }
        });
        return held;
    }

    /** Their names, in one line. */
    static String inWords(Stream<Held> held) {
        return held.map(thing -> thing.kind() + " " + thing.id()).toList().toString();
    }
}
