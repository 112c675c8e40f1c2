package dev.cordon.investigation.records;

import dev.cordon.investigation.records.MailDetail.Access;
import dev.cordon.investigation.records.MailDetail.Message;
import dev.cordon.investigation.records.MailDetail.Throttling;
import dev.cordon.investigation.records.RawRecord.Field;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what a row says beyond its record, in every form that Microsoft's services write. */
final class RowDetails {
    static final int MOST_SETTINGS = 100;
    static final int MOST_TARGETS = 40;

    /** Of the kinds of name that a row of the directory gives its target, the one that people read. */
    private static final String DISPLAY_NAME = "1";

    private static final String ROLE = "role.";

    /** Of the kinds of name that a row of the directory gives whoever acted, those that somebody chose: what people read, and a sign-in name. */
    private static final Set<String> CHOSEN = Set.of("1", "5");

    /** What is told of a shared thing, and under which name. */
    private static final Map<Field, String> SHARING = new TreeMap<>(Map.of(
            Field.ITEM_TYPE, "itemtype",
            Field.SHARED_WITH, "targetuserorgroupname",
            Field.SHARED_WITH_TYPE, "targetuserorgrouptype"));

    private RowDetails() {}

    static RowDetail of(RawRecord json) {
        Map<String, String> settings = settings(json);
        return new RowDetail(
                kept(json.first(Field.MAILBOX_OWNER, Field.MAILBOX_GUID)),
                kept(json.value(Field.MAILBOX_GUID)),
                kept(json.first(Field.APP_TOKEN, Field.TOKEN_ID)),
                kept(RecordText.orElse(
                        json.value(Field.DEVICE_ID),
                        json.tree(Field.DEVICE_DETAIL).text("deviceid"))),
                kept(json.first(Field.CLIENT_APP_ID, Field.APP_ID, Field.APPLICATION_ID)),
                kept(json.value(Field.SERVICE_PRINCIPAL_ID)),
                kept(json.value(Field.USER_TYPE)),
                mail(json, settings),
                settings,
                targets(json.tree(Field.TARGET)),
                kept(json.value(Field.QUERY_TEXT)),
                DirectoryDetail.NONE,
                TraceDetail.NONE,
                audit(json));
    }

    private static AuditDetail audit(RawRecord json) {
        Map<String, String> before = new TreeMap<>();
        for (RawTree element : json.tree(Field.MODIFIED_PROPERTIES).elements()) {
            String name = element.text("name").strip().toLowerCase(Locale.ROOT);
            if (!name.isEmpty() && before.size() < MOST_SETTINGS) {
                before.putIfAbsent(name, element.text("oldvalue"));
            }
        }
        List<String> ids = json.tree(Field.ACTOR).elements().stream()
                .filter(actor -> !CHOSEN.contains(actor.text("type").strip()))
                .map(actor -> actor.text("id").strip())
                .filter(id -> !id.isEmpty())
                .limit(MOST_TARGETS)
                .toList();
        return new AuditDetail(
                before,
                ids,
                RecordText.joinedBy(
                        " ",
                        kept(json.first(Field.ERROR_NUMBER, Field.ERROR_CODE)),
                        kept(json.value(Field.LOGON_ERROR))),
                kept(json.value(Field.LOGON_TYPE)));
    }

    private static String kept(String text) {
        return RecordText.kept(text.strip());
    }

    private static Map<String, String> settings(RawRecord json) {
        Map<String, String> settings = new TreeMap<>();
        for (Field field : List.of(Field.PARAMETERS, Field.OPERATION_PROPERTIES, Field.MODIFIED_PROPERTIES)) {
            for (RawTree element : json.tree(field).elements()) {
                String name = element.text("name").strip().toLowerCase(Locale.ROOT);
                if (!name.isEmpty() && settings.size() < MOST_SETTINGS) {
                    settings.putIfAbsent(name, value(name, element));
                }
            }
        }
        json.tree(Field.TARGET).elements().stream()
                .filter(element -> element.text("type").strip().equals(DISPLAY_NAME))
                .findFirst()
                .ifPresent(element -> settings.putIfAbsent(RowDetail.TARGET_NAME, kept(element.text("id"))));
        SHARING.forEach((field, name) -> put(settings, name, json.value(field)));
        RawTree folder = json.tree(Field.ITEM).at("parentfolder");
        put(settings, "memberupn", folder.text("memberupn"));
        put(settings, "memberrights", folder.text("memberrights"));
        if (settings.containsKey("memberupn") || settings.containsKey("memberrights")) {
            put(settings, RowDetail.SHARED_FOLDER, RecordText.orElse(folder.text("path"), folder.text("name")));
        }
        return settings;
    }

    private static void put(Map<String, String> settings, String name, String value) {
        String kept = kept(value);
        if (!kept.isEmpty()) {
            settings.putIfAbsent(name, kept);
        }
    }

    /** A role that was taken stands as the old value: the new one is empty. */
    private static String value(String name, RawTree element) {
        String value = RecordText.orElse(element.text("value"), element.text("newvalue"));
        return name.startsWith(ROLE) ? RecordText.orElse(value, element.text("oldvalue")) : value;
    }

    private static List<String> targets(RawTree target) {
        return target.elements().stream()
                .map(element -> element.text("id").strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .limit(MOST_TARGETS)
                .toList();
    }

    private static MailDetail mail(RawRecord json, Map<String, String> settings) {
        var found = new Messages();
        Set<String> folders = new LinkedHashSet<>();
        for (RawTree folder : json.tree(Field.FOLDERS).elements()) {
            String path = folder.text("path");
            List<RawTree> items = folder.at("folderitems").elements();
            items.forEach(item -> found.add(item, path));
            if (items.isEmpty() && !path.isBlank()) {
                folders.add(path);
            }
        }
        RawTree item = json.tree(Field.ITEM);
        if (!item.text("internetmessageid").isBlank() || !item.text("id").isBlank()) {
            found.add(item, item.text("parentfolder", "path"));
        } else if (!item.text("parentfolder", "path").isBlank()) {
            folders.add(item.text("parentfolder", "path"));
        }
        String folder = json.tree(Field.FOLDER).text("path");
        json.tree(Field.AFFECTED_ITEMS)
                .elements()
                .forEach(one -> found.add(one, RecordText.orElse(one.text("parentfolder", "path"), folder)));
        if (found.isEmpty() && !folder.isBlank()) {
            folders.add(folder);
        }
        return new MailDetail(
                access(settings.getOrDefault("mailaccesstype", "")),
                throttling(settings.getOrDefault("isthrottled", "")),
                count(json.value(Field.OPERATION_COUNT)),
                found.named,
                found.unnamed,
                List.copyOf(folders),
                json.tree(Field.DEST_FOLDER).text("path"));
    }

    private static Access access(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "bind" -> Access.BIND;
            case "sync" -> Access.SYNC;
            default -> Access.NOT_SAID;
        };
    }

    private static Throttling throttling(String said) {
        return switch (said.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> Throttling.ON;
            case "false" -> Throttling.OFF;
            default -> Throttling.NOT_SAID;
        };
    }

    /** Up to a billion; anything else is as good as not said. */
    private static long count(String said) {
        String digits = said.strip();
        return digits.matches("[0-9]{1,9}") ? Long.parseLong(digits) : 0;
    }

    private static final class Messages {
        private final List<Message> named = new ArrayList<>();
        private long unnamed;

        void add(RawTree item, String folder) {
            String id = item.text("internetmessageid").strip();
            if (id.isEmpty()) {
                unnamed++;
            } else {
                named.add(new Message(id, item.text("subject"), folder));
            }
        }

        boolean isEmpty() {
            return named.isEmpty() && unnamed == 0;
        }
    }
}
