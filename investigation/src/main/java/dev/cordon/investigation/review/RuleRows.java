package dev.cordon.investigation.review;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import dev.cordon.investigation.MailDestinations;
import dev.cordon.investigation.review.Change.Effect;
import dev.cordon.investigation.review.Change.Origin;
import dev.cordon.tenant.InboxRule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Rules of mailboxes, as commands and as mail programs leave them in the log. Commands name what a rule does; of a program's rows only those
 * that add one do, and the others are written by the hundred when Outlook puts its rules in order.
 */
final class RuleRows {
    /** What a command says beside conditions: what the rule does, which one it is, and how the command behaves. */
    private static final Set<String> NO_CONDITIONS = Set.of(
            "name",
            "mailbox",
            "identity",
            "user",
            "force",
            "confirm",
            "enabled",
            "priority",
            "alwaysdeleteoutlookrulesblob",
            "domaincontroller",
            "description",
            "forwardto",
            "forwardasattachmentto",
            "redirectto",
            "movetofolder",
            "copytofolder",
            "deletemessage",
            "softdeletemessage",
            "markasread",
            "markimportance",
            "pinmessage",
            "applycategory",
            "applysystemcategory",
            "deletesystemcategory",
            "sendtextmessagenotificationto",
            "stopprocessingrules",
            "itemtype",
            "sourcefolder",
            "destinationfolder",
            "keeplatest",
            "keepfordays",
            "exceptiffrom");

    private static final Set<String> ACTIONS = Set.of(
            "forwardto",
            "forwardasattachmentto",
            "redirectto",
            "movetofolder",
            "copytofolder",
            "deletemessage",
            "softdeletemessage",
            "markasread",
            "destinationfolder",
            "markimportance",
            "pinmessage",
            "applycategory",
            "applysystemcategory",
            "sendtextmessagenotificationto");

    private static final String UNNAMED = "an address that the row does not name";

    private RuleRows() {}

    static List<Change> made(Row row) {
        return List.of(command(row, Effect.MAKES));
    }

    static List<Change> undone(Row row) {
        return List.of(command(row, Effect.UNDOES));
    }

    private static Change command(Row row, Effect effect) {
        Mailbox mailbox = Mailbox.of(row);
        String name = row.value("name").isEmpty()
                ? mailbox.inside()
                : row.detail().settings().get("name");
        String shown = name == null || name.isBlank() ? row.value("identity") : name;
        Set<String> handles = handles(
                Stream.of(row.value("name"), mailbox.inside(), behind(row.value("identity")), row.value("ruleid")));
        boolean isTold = ACTIONS.stream().anyMatch(row::has) && !isCut(row);
        return change(row, effect, mailbox, shown, handles, new Meaning.Rule(rule(row, shown), isTold));
    }

    /** Of a list that was cut nobody knows who stands at its end; a name says nothing of what the rule does. */
    private static boolean isCut(Row row) {
        return row.detail().settings().entrySet().stream()
                .anyMatch(setting -> Row.isCut(setting.getValue())
                        && !setting.getKey().equals("name")
                        && !setting.getKey().equals("description"));
    }

    private static String behind(String identity) {
        return identity.substring(identity.lastIndexOf('\\') + 1);
    }

    private static Set<String> handles(Stream<String> names) {
        Set<String> handles = new LinkedHashSet<>();
        names.map(name -> name.strip().toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty() && !name.equals("0"))
                .forEach(name -> handles.add("rule|" + name.replace("@", "(at)")));
        return handles;
    }

    private static Change change(
            Row row, Effect effect, Mailbox mailbox, String name, Set<String> handles, Meaning.Rule meaning) {
        return new Change(
                FindingKind.INBOX_RULE,
                effect,
                meaning,
                mailbox.shown() + ": " + (name.isBlank() ? "a rule without a name" : name),
                mailbox.names(),
                handles.isEmpty() ? Set.of("rule|") : handles,
                "",
                Origin.of(row));
    }

    private static InboxRule rule(Row row, String name) {
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        Map<String, List<String>> exceptions = new LinkedHashMap<>();
        row.detail().settings().keySet().stream().sorted().forEach(parameter -> {
            if (parameter.startsWith("exceptif")) {
                exceptions.put(parameter, row.values(parameter));
            } else if (!NO_CONDITIONS.contains(parameter)
                    && !row.value(parameter).isEmpty()
                    && !row.isFalse(parameter)) {
                conditions.put(parameter, row.values(parameter));
            }
        });
        if (conditions.isEmpty() && !row.operation().startsWith("new-")) {
            conditions.put("not told by this row", List.of());
        }
        List<String> forwardTo = Stream.of("forwardto", "forwardasattachmentto", "redirectto")
                .flatMap(parameter -> row.values(parameter).stream())
                .toList();
        return rule(
                name,
                row.operation().endsWith("sweeprule") ? InboxRule.Kind.SWEEP : InboxRule.Kind.SERVER,
                conditions,
                exceptions,
                forwardTo,
                Optional.of(row.first("movetofolder", "destinationfolder")).filter(folder -> !folder.isEmpty()),
                row.isTrue("deletemessage") || row.isTrue("softdeletemessage"),
                row.isTrue("markasread"));
    }

    private static InboxRule rule(
            String name,
            InboxRule.Kind kind,
            Map<String, List<String>> conditions,
            Map<String, List<String>> exceptions,
            List<String> forwardTo,
            Optional<String> folder,
            boolean deletes,
            boolean marksAsRead) {
        return new InboxRule(
                "0",
                Optional.empty(),
                kind,
                name,
                true,
                Optional.empty(),
                conditions,
                exceptions,
                forwardTo,
                folder,
                deletes,
                marksAsRead,
                false,
                "");
    }

    /** What a mail program wrote: Outlook, the web's, an app's. */
    static List<Change> ofProgram(Row row) {
        Mailbox mailbox = Mailbox.of(row);
        String done = row.value("ruleoperation").toLowerCase(Locale.ROOT);
        String name = row.value("rulename");
        Set<String> handles = handles(Stream.of(name, row.value("ruleid")));
        Effect effect = done.contains("remove") || done.contains("delete")
                ? Effect.UNDOES
                : done.contains("add") || done.contains("create") ? Effect.MAKES : Effect.TOUCHES;
        boolean isTold = !row.value("ruleactions").isEmpty();
        if (effect != Effect.MAKES && name.isEmpty() && !isTold) {
            // Outlook writes hundreds of these at once: one finding for the mailbox says that the rows do not tell.
            Set<String> all = Set.of("rules|");
            return List.of(change(row, Effect.TOUCHES, mailbox, "rules that the rows do not name", all, nothing()));
        }
        return List.of(change(row, effect, mailbox, name, handles, new Meaning.Rule(programs(row, name), isTold)));
    }

    private static Meaning.Rule nothing() {
        return new Meaning.Rule(
                rule("", InboxRule.Kind.SERVER, Map.of(), Map.of(), List.of(), Optional.empty(), false, false), false);
    }

    private static InboxRule programs(Row row, String name) {
        String condition = row.value("rulecondition");
        Map<String, List<String>> conditions = new LinkedHashMap<>();
        if (!condition.isEmpty()) {
            conditions.put("containswords", List.of(condition));
            Set<String> senders = MailDestinations.in(condition);
            if (!senders.isEmpty()) {
                conditions.put("from", List.copyOf(senders));
            }
        }
        Actions actions =
                Actions.of(row.value("ruleactions"), row.detail().settings().getOrDefault("ruleactions", ""));
        return rule(
                name,
                InboxRule.Kind.SERVER,
                conditions,
                Map.of(),
                actions.sends,
                actions.folder,
                actions.deletes,
                actions.marks);
    }

    /** What a mail program's row says the rule does: JSON in text, or words. */
    private record Actions(List<String> sends, Optional<String> folder, boolean deletes, boolean marks) {
        static Actions of(String bare, String whole) {
            List<String> texts = new ArrayList<>();
            try {
                if (JsonParser.parseString(whole) instanceof JsonArray array) {
                    array.forEach(action -> texts.add(action.toString()));
                    return of(texts, folder(array));
                }
            } catch (JsonParseException | StackOverflowError _) {
                // Words, then.
            }
            return of(List.of(bare), Optional.empty());
        }

        private static Actions of(List<String> texts, Optional<String> folder) {
            List<String> sends = new ArrayList<>();
            texts.stream().filter(is("forward", "redirect")).forEach(text -> {
                Set<String> found = MailDestinations.in(text);
                sends.addAll(found.isEmpty() ? Set.of(UNNAMED) : found);
            });
            return new Actions(
                    sends,
                    folder,
                    texts.stream().anyMatch(is("delete")),
                    texts.stream().anyMatch(is("markasread", "mark as read")));
        }

        private static Predicate<String> is(String... words) {
            return text -> {
                String lower = text.toLowerCase(Locale.ROOT);
                return Stream.of(words).anyMatch(lower::contains);
            };
        }

        private static Optional<String> folder(JsonArray actions) {
            return actions.asList().stream()
                    .filter(JsonObject.class::isInstance)
                    .flatMap(action -> action.getAsJsonObject().entrySet().stream())
                    .filter(member -> member.getKey().toLowerCase(Locale.ROOT).matches("destinationfolder(name|path)?"))
                    .map(Map.Entry::getValue)
                    .filter(JsonElement::isJsonPrimitive)
                    .map(JsonElement::getAsString)
                    .findFirst();
        }
    }
}
