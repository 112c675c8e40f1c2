package dev.cordon.playbooks.yaml;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a YAML file, read key by key; keys that nobody asked for are problems. One thread.
 *
 * <p>YAML 1.2 core schema; aliases are refused, so is anything over 256 KiB or nested deeper than 20.
 */
public final class YamlMap {
    private static final int MAXIMUM_CHARACTERS = 256 * 1024;
    private static final int DEEPEST = 20;

    private final Problems problems;
    private final int line;
    private final Map<String, Node> entries = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    private YamlMap(Problems problems, MappingNode node) {
        this.problems = problems;
        this.line = lineOf(node);
        for (NodeTuple tuple : node.getValue()) {
            String key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            if (key.isEmpty()) {
                problems.add(lineOf(tuple.getKeyNode()), "a key is not plain text");
            } else if (entries.putIfAbsent(key, tuple.getValueNode()) != null) {
                problems.add(lineOf(tuple.getKeyNode()), "'" + key + "' stands twice");
            } else {
                lines.put(key, lineOf(tuple.getKeyNode()));
            }
        }
    }

    /**
     * The mapping a file consists of.
     *
     * @throws MalformedFileException when it is no YAML mapping at all
     */
    public static YamlMap parse(String file, String text, Problems problems) {
        if (text.length() > MAXIMUM_CHARACTERS) {
            throw new MalformedFileException(file, List.of("it is longer than 256 KiB"));
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setAllowDuplicateKeys(true)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            refuseDepthAndAliases(file, settings, text);
            Optional<Node> root = new Compose(settings).composeString(text);
            if (root.isPresent() && root.get() instanceof MappingNode mapping) {
                return new YamlMap(problems, mapping);
            }
            throw new MalformedFileException(file, List.of("line 1: a mapping (key: value) was expected"));
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new MalformedFileException(file, List.of("line " + line + ": " + e.getProblem()));
        } catch (YamlEngineException e) {
            throw new MalformedFileException(file, List.of("it is not YAML: " + e.getMessage()));
        }
    }

    /** Composing goes down as deep as the text does, and takes whatever an alias stands for: so both are looked for before. */
    private static void refuseDepthAndAliases(String file, LoadSettings settings, String text) {
        int depth = 0;
        for (Event event : new Parse(settings).parseString(text)) {
            switch (event.getEventId()) {
                case MappingStart, SequenceStart -> depth++;
                case MappingEnd, SequenceEnd -> depth--;
                case Alias -> throw refused(file, event, "aliases are not taken");
                case Scalar, Comment, StreamStart, StreamEnd, DocumentStart, DocumentEnd -> {}
            }
            if (depth > DEEPEST) {
                throw refused(file, event, "it is nested deeper than " + DEEPEST);
            }
        }
    }

    private static MalformedFileException refused(String file, Event event, String what) {
        int line = event.getStartMark().map(Mark::getLine).orElse(0) + 1;
        return new MalformedFileException(file, List.of("line " + line + ": " + what));
    }

    /** Where this mapping begins, 1-based. */
    public int line() {
        return line;
    }

    /** Where {@code key} stands, or the mapping's own line. */
    public int lineOf(String key) {
        return lines.getOrDefault(key, line);
    }

    /** Whether {@code key} is there. */
    public boolean has(String key) {
        return entries.containsKey(key);
    }

    /** The text at {@code key}; its absence is a problem. */
    public String text(String key) {
        Optional<String> found = findText(key);
        if (found.isEmpty() && !entries.containsKey(key)) {
            problems.add(line, "'" + key + "' is missing");
        }
        return found.orElse("");
    }

    /** The text at {@code key}, empty when it is not there. */
    public Optional<String> findText(String key) {
        asked.add(key);
        Node node = entries.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof ScalarNode scalar) {
            return Optional.of(scalar.getValue());
        }
        problems.add(lineOf(node), "'" + key + "' must be text");
        return Optional.empty();
    }

    /** The text at {@code key} read by {@code parse}; whatever it refuses with {@link IllegalArgumentException} is a problem. */
    public <T> Optional<T> find(String key, Function<String, T> parse, String expected) {
        return findText(key).flatMap(text -> {
            try {
                return Optional.of(parse.apply(text));
            } catch (IllegalArgumentException | java.time.DateTimeException e) {
                problems.add(lineOf(key), "'" + key + "' must be " + expected + ", not '" + text + "'");
                return Optional.empty();
            }
        });
    }

    /** The texts listed at {@code key}; none when it is not there. */
    public List<String> texts(String key) {
        List<String> texts = new ArrayList<>();
        for (Node node : sequence(key)) {
            if (node instanceof ScalarNode scalar) {
                texts.add(scalar.getValue());
            } else {
                problems.add(lineOf(node), "'" + key + "' must list texts");
            }
        }
        return texts;
    }

    /** The mappings listed at {@code key}; none when it is not there. */
    public List<YamlMap> maps(String key) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node node : sequence(key)) {
            if (node instanceof MappingNode mapping) {
                maps.add(new YamlMap(problems, mapping));
            } else {
                problems.add(lineOf(node), "'" + key + "' must list mappings (key: value)");
            }
        }
        return maps;
    }

    /** The mapping at {@code key}, empty when it is not there. */
    public Optional<YamlMap> map(String key) {
        asked.add(key);
        Node node = entries.get(key);
        if (node == null) {
            return Optional.empty();
        }
        if (node instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(problems, mapping));
        }
        problems.add(lineOf(node), "'" + key + "' must be a mapping (key: value)");
        return Optional.empty();
    }

    /** Every key, in the order written; asking for them makes none of them known. */
    public List<String> keys() {
        return List.copyOf(entries.keySet());
    }

    /** Notes a problem for every key that was never asked for. */
    public void refuseOthers() {
        entries.keySet().stream()
                .filter(key -> !asked.contains(key))
                .forEach(key -> problems.add(
                        lineOf(key),
                        "'" + key + "' is not known here; known are "
                                + String.join(", ", asked.stream().sorted().toList())));
    }

    private List<Node> sequence(String key) {
        asked.add(key);
        Node node = entries.get(key);
        if (node == null) {
            return List.of();
        }
        if (node instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        problems.add(lineOf(node), "'" + key + "' must be a list");
        return List.of();
    }

    private static int lineOf(Node node) {
        return node.getStartMark().map(Mark::getLine).orElse(0) + 1;
    }
}
