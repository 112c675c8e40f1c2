package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the file. Reports unknown and repeated keys when made, and wrong values when they are asked for; every
 * read goes on with a harmless value, so that all problems are found in one pass. One thread.
 */
final class Section {

    private final Node node;
    private final String path;
    private final String shape;
    private final Reading reading;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final int problemsBefore;

    Section(Node node, String path, String shape, Set<String> allowed, Reading reading) {
        this.node = node;
        this.path = path;
        this.shape = shape;
        this.reading = reading;
        this.problemsBefore = reading.problemCount();
        if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> take(entry.getKeyNode(), entry.getValueNode(), allowed));
        } else {
            reading.problem(node, path, "must be a mapping");
        }
    }

    static Section of(Node node, String path, String shape, Reading reading) {
        return new Section(node, path, shape, ScenarioKeys.of(shape), reading);
    }

    private void take(Node keyNode, Node value, Set<String> allowed) {
        var key = keyNode instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!allowed.contains(key)) {
            reading.problem(keyNode, path, "unknown key '" + key + "'; known are " + sorted(allowed));
        } else if (values.containsKey(key)) {
            reading.problem(keyNode, path(key), "this key stands here twice");
        } else if (!value.getTag().equals(Tag.NULL)) {
            values.put(key, value);
        }
    }

    private static String sorted(Set<String> words) {
        return words.stream().sorted().collect(Collectors.joining(", "));
    }

    Reading reading() {
        return reading;
    }

    String path(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    String path() {
        return path;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    Set<String> keys() {
        return values.keySet();
    }

    Optional<Node> find(String key) {
        return Optional.ofNullable(values.get(key));
    }

    void problem(String key, String reason) {
        reading.problem(values.getOrDefault(key, node), path(key), reason);
    }

    boolean isSound() {
        return reading.problemCount() == problemsBefore;
    }

    /** Makes the thing, turning a refusal of its own into a problem of this section. */
    <T> Optional<T> build(Supplier<T> maker) {
        try {
            return Optional.of(maker.get());
        } catch (IllegalArgumentException refused) {
            if (isSound()) {
                var reason = refused.getMessage();
                reading.problem(node, path, reason == null ? "is refused" : reason);
            }
            return Optional.empty();
        }
    }

    @Nullable
    String findText(String key) {
        return find(key).map(value -> Values.text(value, path(key), reading)).orElse(null);
    }

    String text(String key, String absent) {
        var text = findText(key);
        return text == null ? absent : text;
    }

    String text(String key) {
        if (!has(key)) {
            problem(key, "is missing");
        }
        return text(key, "");
    }

    boolean flag(String key, boolean absent) {
        var value = findFlag(key);
        return value == null ? absent : value;
    }

    @Nullable
    Boolean findFlag(String key) {
        return find(key).map(value -> Values.flag(value, path(key), reading)).orElse(null);
    }

    int number(String key, int absent) {
        var number = findNumber(key);
        return number == null ? absent : number;
    }

    @Nullable
    Integer findNumber(String key) {
        return find(key).map(value -> Values.number(value, path(key), reading)).orElse(null);
    }

    List<String> texts(String key) {
        return find(key).map(value -> Values.texts(value, path(key), reading)).orElse(List.of());
    }

    Section section(String key) {
        var shapeOfKey = shape.isEmpty() ? key : shape + "." + key;
        var empty = new MappingNode(Tag.MAP, new ArrayList<>(), FlowStyle.BLOCK);
        return of(values.getOrDefault(key, empty), path(key), shapeOfKey, reading);
    }

    List<Section> sections(String key) {
        return sections(key, (shape.isEmpty() ? key : shape + "." + key) + "[]");
    }

    List<Section> sections(String key, String shapeOfItem) {
        var sections = new ArrayList<Section>();
        var items = items(key);
        for (var i = 0; i < items.size(); i++) {
            sections.add(of(items.get(i), path(key) + "[" + i + "]", shapeOfItem, reading));
        }
        return sections;
    }

    List<Node> items(String key) {
        return switch (values.get(key)) {
            case null -> List.of();
            case SequenceNode sequence -> sequence.getValue();
            case Node other -> {
                reading.problem(other, path(key), "must be a list");
                yield List.of();
            }
        };
    }

    /** One of an enumeration's words in kebab-case, or {@code absent}. */
    <E extends Enum<E>> E choice(String key, Class<E> type, E absent) {
        var found = findChoice(key, type);
        return found == null ? absent : found;
    }

    <E extends Enum<E>> @Nullable E findChoice(String key, Class<E> type) {
        var text = findText(key);
        if (text == null) {
            return null;
        }
        for (var constant : type.getEnumConstants()) {
            if (word(constant).equals(text)) {
                return constant;
            }
        }
        var words = Arrays.stream(type.getEnumConstants()).map(Section::word).collect(Collectors.joining(", "));
        problem(key, "'" + text + "' is unknown; known are " + words);
        return null;
    }

    private static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Nullable
    Instant findMoment(String key) {
        return find(key).map(value -> Values.moment(value, path(key), reading)).orElse(null);
    }

    Instant moment(String key) {
        var moment = findMoment(key);
        if (moment == null && !has(key)) {
            problem(key, "is missing");
        }
        return moment == null ? reading.start() : moment;
    }

    @Nullable
    Duration findDuration(String key) {
        return find(key)
                .flatMap(value -> Values.range(value, path(key), reading))
                .map(bounds -> reading.draw(path(key), bounds.min(), bounds.max()))
                .orElse(null);
    }

    Duration duration(String key, Duration absent) {
        var duration = findDuration(key);
        return duration == null ? absent : duration;
    }

    DurationRange range(String key, DurationRange absent) {
        return find(key)
                .flatMap(value -> Values.range(value, path(key), reading))
                .flatMap(bounds -> build(() -> new DurationRange(bounds.min(), bounds.max())))
                .orElse(absent);
    }

    /** The UPN of an account the scenario knows; required. */
    String account(String key) {
        var upn = findAccount(key);
        if (upn == null && !has(key)) {
            problem(key, "is missing");
        }
        return upn == null ? "" : upn;
    }

    @Nullable
    String findAccount(String key) {
        var upn = findText(key);
        if (upn != null && !reading.knowsAccount(upn)) {
            problem(key, "'" + upn + "' is neither in people nor the operator");
        }
        return upn;
    }
}
