package dev.cordon.playbooks.decision;

import static java.util.Objects.requireNonNull;

import dev.cordon.incident.Word;
import dev.cordon.playbooks.yaml.Problems;
import dev.cordon.playbooks.yaml.YamlMap;
import dev.cordon.procedure.Actor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * The operator's decisions, written beforehand: {@code schema: cordon-decisions/1}. Names are exact and case-sensitive; the first item
 * that matches wins; what nothing matches follows the default.
 *
 * @param file the file's name
 * @param byDefault what happens to what no item matches
 * @param items the decisions, in order
 */
public record DecisionFile(String file, Default byDefault, List<Item> items) implements Decider {
    private static final String SCHEMA = "cordon-decisions/1";

    public DecisionFile {
        requireNonNull(file, "file is null");
        requireNonNull(byDefault, "byDefault is null");
        items = List.copyOf(items);
    }

    /** What happens to things that no item names. */
    public enum Default {
        KEEP,
        REMOVE,
        RECOMMENDED
    }

    /**
     * One decision.
     *
     * @param line where it stands
     * @param kind what it is about
     * @param match which thing
     * @param remove what is decided
     * @param because why, in the operator's words
     */
    public record Item(int line, ItemKind kind, Match match, boolean remove, String because) {}

    /**
     * By what a thing is recognised.
     *
     * @param by which of its properties
     * @param value the exact value
     */
    public record Match(By by, String value) {
        boolean fits(Proposal proposal) {
            return switch (by) {
                case ID -> proposal.ids().contains(value);
                case NAME -> proposal.name().equals(value);
                case ADDRESS -> proposal.addresses().contains(value);
                case CLIENT_ID -> proposal.clientId().filter(value::equals).isPresent();
            };
        }
    }

    /** The properties a thing can be recognised by. */
    public enum By {
        ID("id"),
        NAME("name"),
        ADDRESS("address"),
        CLIENT_ID("clientId");

        private final String key;

        By(String key) {
            this.key = key;
        }
    }

    /**
     * Reads a decision file.
     *
     * @throws dev.cordon.playbooks.yaml.MalformedFileException naming every problem with its line
     */
    public static DecisionFile parse(String file, String text) {
        Problems problems = new Problems(file);
        YamlMap root = YamlMap.parse(file, text, problems);
        String schema = root.text("schema");
        if (!schema.equals(SCHEMA)) {
            problems.add(root.lineOf("schema"), "schema must be " + SCHEMA + ", not '" + schema + "'");
        }
        Default byDefault = word(root, "default", Default.class).orElse(Default.RECOMMENDED);
        List<Item> items = new ArrayList<>();
        root.maps("items").forEach(map -> item(map, problems).ifPresent(items::add));
        root.refuseOthers();
        problems.throwIfAny();
        return new DecisionFile(file, byDefault, items);
    }

    /** The items that fit none of {@code found}: a decision about something that is not there is a mistake to be told before any write. */
    public List<Item> unmatched(Collection<Proposal> found) {
        return items.stream()
                .filter(item -> found.stream().noneMatch(proposal -> fits(item, proposal)))
                .toList();
    }

    @Override
    public Decision decide(Proposal proposal) {
        Optional<Item> item =
                items.stream().filter(candidate -> fits(candidate, proposal)).findFirst();
        Actor author = Actor.person("decision file");
        if (item.isPresent()) {
            return new Decision(item.get().remove(), author, item.get().because());
        }
        return switch (byDefault) {
            case KEEP -> new Decision(false, author, "default of the decision file");
            case REMOVE -> new Decision(proposal.removable(), author, "default of the decision file");
            case RECOMMENDED -> new Decision(proposal.isRemovalRecommended(), Actor.CORDON, "");
        };
    }

    private static boolean fits(Item item, Proposal proposal) {
        return item.kind() == proposal.kind() && item.match().fits(proposal);
    }

    private static Optional<Item> item(YamlMap map, Problems problems) {
        Optional<ItemKind> kind = word(map, "kind", ItemKind.class);
        Optional<Match> match = map.map("match").flatMap(found -> match(found, problems));
        if (!map.has("match")) {
            problems.add(map.line(), "'match' is missing");
        }
        Optional<Default> decision = word(map, "decision", Default.class);
        if (decision.filter(Default.RECOMMENDED::equals).isPresent()) {
            problems.add(map.lineOf("decision"), "'decision' must be keep or remove");
        }
        String because = map.findText("because").orElse("");
        map.refuseOthers();
        if (kind.isEmpty() || match.isEmpty() || decision.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Item(map.line(), kind.get(), match.get(), decision.get() == Default.REMOVE, because));
    }

    private static Optional<Match> match(YamlMap map, Problems problems) {
        List<Match> found = new ArrayList<>();
        for (By by : By.values()) {
            map.findText(by.key).ifPresent(value -> found.add(new Match(by, value)));
        }
        map.refuseOthers();
        if (found.size() != 1) {
            problems.add(map.line(), "'match' needs exactly one of id, name, address, clientId");
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    private static <E extends Enum<E>> Optional<E> word(YamlMap map, String key, Class<E> type) {
        Optional<String> word = map.findText(key);
        if (word.isEmpty()) {
            if (!key.equals("default")) {
                map.text(key);
            }
            return Optional.empty();
        }
        return map.find(
                key,
                text -> Word.find(type, text).orElseThrow(IllegalArgumentException::new),
                "one of " + Word.choices(type));
    }
}
