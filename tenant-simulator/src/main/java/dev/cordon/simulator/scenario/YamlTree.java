package dev.cordon.simulator.scenario;

import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.CoreSchema;

/** The tree of a YAML 1.2 document under the core schema, limited in size, depth and repetition through aliases. */
final class YamlTree {

    static final int MOST_CHARACTERS = 2_000_000;
    private static final int MOST_NODES = 200_000;
    private static final int DEEPEST = 40;

    private final String source;
    private int nodes;

    private YamlTree(String source) {
        this.source = source;
    }

    /** Reads one document; refuses what is no YAML, is empty, or grows beyond the limits. */
    static Node read(String source, String yaml) {
        var settings = LoadSettings.builder()
                .setLabel(source)
                .setSchema(new CoreSchema())
                .setCodePointLimit(MOST_CHARACTERS)
                .setMaxAliasesForCollections(50)
                .build();
        try {
            var root = new Compose(settings)
                    .composeString(yaml)
                    .orElseThrow(() -> refused(source, 1, "the file is empty"));
            new YamlTree(source).count(root, 0);
            return root;
        } catch (MarkedYamlEngineException malformed) {
            var line =
                    malformed.getProblemMark().map(mark -> mark.getLine() + 1).orElse(0);
            throw refused(source, line, "is no YAML 1.2: " + malformed.getProblem());
        } catch (YamlEngineException malformed) {
            throw refused(source, 0, "is no YAML 1.2: " + malformed.getMessage());
        }
    }

    private void count(Node node, int depth) {
        var line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        if (++nodes > MOST_NODES) {
            throw refused(source, line, "the file has more than " + MOST_NODES + " values");
        }
        if (depth > DEEPEST) {
            throw refused(source, line, "the file is nested more than " + DEEPEST + " deep, or refers to itself");
        }
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(item -> count(item, depth + 1));
        } else if (node instanceof MappingNode mapping) {
            mapping.getValue().forEach(entry -> {
                count(entry.getKeyNode(), depth + 1);
                count(entry.getValueNode(), depth + 1);
            });
        }
    }

    private static ScenarioException refused(String source, int line, String reason) {
        return new ScenarioException(source, List.of(new ScenarioProblem(line, "", reason)));
    }
}
