package dev.cordon.simulator.scenario;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** Reads single values and reports those that are of the wrong kind. */
final class Values {

    /** Two durations in which negative values are still allowed. */
    record Bounds(Duration min, Duration max) {}

    private Values() {}

    /** Text; a number counts as its own digits, so that an unquoted telephone number is kept. */
    static @Nullable String text(Node node, String path, Reading reading) {
        if (node instanceof ScalarNode scalar && !Tag.BOOL.equals(node.getTag()) && !Tag.NULL.equals(node.getTag())) {
            return scalar.getValue();
        }
        reading.problem(node, path, "must be text; put it in quotation marks if it is");
        return null;
    }

    static @Nullable Boolean flag(Node node, String path, Reading reading) {
        if (node instanceof ScalarNode scalar && Tag.BOOL.equals(node.getTag())) {
            return Boolean.valueOf(scalar.getValue());
        }
        reading.problem(node, path, "must be true or false");
        return null;
    }

    static @Nullable Integer number(Node node, String path, Reading reading) {
        if (node instanceof ScalarNode scalar && Tag.INT.equals(node.getTag())) {
            try {
                return integer(scalar.getValue());
            } catch (NumberFormatException tooLarge) {
                reading.problem(node, path, "must be a whole number of at most 32 bits");
                return null;
            }
        }
        reading.problem(node, path, "must be a whole number");
        return null;
    }

    private static int integer(String digits) {
        if (digits.startsWith("0o")) {
            return Integer.parseInt(digits.substring(2), 8);
        }
        return digits.startsWith("0x") ? Integer.parseInt(digits.substring(2), 16) : Integer.parseInt(digits);
    }

    static List<String> texts(Node node, String path, Reading reading) {
        if (!(node instanceof SequenceNode sequence)) {
            reading.problem(node, path, "must be a list of texts");
            return List.of();
        }
        var texts = new ArrayList<String>();
        for (var i = 0; i < sequence.getValue().size(); i++) {
            var text = text(sequence.getValue().get(i), path + "[" + i + "]", reading);
            if (text != null) {
                texts.add(text);
            }
        }
        return texts;
    }

    /** One duration, or {@code {min, max}}. */
    static Optional<Bounds> range(Node node, String path, Reading reading) {
        if (node instanceof MappingNode) {
            var section = Section.of(node, path, "range", reading);
            var min = duration(section, "min");
            var max = duration(section, "max");
            if (min.isEmpty() || max.isEmpty()) {
                return Optional.empty();
            }
            if (max.get().compareTo(min.get()) < 0) {
                reading.problem(node, path, "max is less than min");
                return Optional.empty();
            }
            return Optional.of(new Bounds(min.get(), max.get()));
        }
        return duration(node, path, reading).map(value -> new Bounds(value, value));
    }

    private static Optional<Duration> duration(Section section, String key) {
        if (!section.has(key)) {
            section.problem(key, "is missing");
        }
        return section.find(key).flatMap(value -> duration(value, section.path(key), section.reading()));
    }

    private static Optional<Duration> duration(Node node, String path, Reading reading) {
        var text = text(node, path, reading);
        if (text == null) {
            return Optional.empty();
        }
        var duration = ScenarioTime.duration(text);
        if (duration.isEmpty()) {
            reading.problem(node, path, "'" + text + "' is no ISO duration such as PT20S or -P30D");
        }
        return duration;
    }

    /** An instant, a duration relative to the start, or a range of either drawn from the seed. */
    static @Nullable Instant moment(Node node, String path, Reading reading) {
        if (node instanceof MappingNode) {
            var section = Section.of(node, path, "range", reading);
            var min = section.findMoment("min");
            var max = section.findMoment("max");
            if (min == null || max == null) {
                reading.problem(node, path, "needs min and max");
                return null;
            }
            if (max.isBefore(min)) {
                reading.problem(node, path, "max is earlier than min");
                return null;
            }
            return reading.start()
                    .plus(reading.draw(
                            path, Duration.between(reading.start(), min), Duration.between(reading.start(), max)));
        }
        var text = text(node, path, reading);
        if (text == null) {
            return null;
        }
        var moment =
                ScenarioTime.instant(text).or(() -> ScenarioTime.duration(text).map(reading.start()::plus));
        if (moment.isEmpty()) {
            reading.problem(node, path, "'" + text + "' is neither an ISO instant with a zone nor an ISO duration");
        }
        return moment.orElse(null);
    }
}
