package dev.cordon.playbooks.file;

import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.playbooks.yaml.Problems;
import dev.cordon.playbooks.yaml.YamlMap;
import dev.cordon.procedure.Instructions;
import dev.cordon.procedure.Limits;
import dev.cordon.procedure.Ordering;
import dev.cordon.procedure.Procedure;
import dev.cordon.procedure.Step;
import dev.cordon.procedure.StepId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Reads procedures from {@code schema: cordon-procedure/1} files. Safe for many threads. */
public final class ProcedureFile {
    private static final String SCHEMA = "cordon-procedure/1";
    private static final Map<String, Procedure> SHIPPED = new ConcurrentHashMap<>();

    private ProcedureFile() {}

    /** The procedure that ships with Cordon under this name, for example {@code compromised-account}. Read once. */
    public static Procedure shipped(String name) {
        return SHIPPED.computeIfAbsent(name, ProcedureFile::read);
    }

    private static Procedure read(String name) {
        String resource = "/procedures/" + name + ".yaml";
        try (InputStream stream = ProcedureFile.class.getResourceAsStream(resource)) {
            if (stream == null) {
                throw new MalformedFileException(name, List.of("no procedure of that name ships with Cordon"));
            }
            return parse(name + ".yaml", new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a procedure.
     *
     * @throws MalformedFileException naming every problem with its line
     * @throws dev.cordon.procedure.ProcedureInvalidException when its steps and orderings do not fit together
     */
    public static Procedure parse(String file, String text) {
        Problems problems = new Problems(file);
        YamlMap root = YamlMap.parse(file, text, problems);
        String schema = root.text("schema");
        if (!schema.equals(SCHEMA)) {
            problems.add(root.lineOf("schema"), "schema must be " + SCHEMA + ", not '" + schema + "'");
        }
        String id = root.text("id");
        String title = root.text("title");
        String version = root.text("version");
        root.findText("purpose");
        List<Step> steps = new ArrayList<>();
        root.maps("steps").forEach(map -> step(map, problems).ifPresent(steps::add));
        List<Ordering> orderings = new ArrayList<>();
        root.maps("orderings").forEach(map -> ordering(map, problems).ifPresent(orderings::add));
        root.refuseOthers();
        problems.throwIfAny();
        return new Procedure(id, title, version, steps, orderings);
    }

    private static Optional<Step> step(YamlMap map, Problems problems) {
        Optional<StepId> id = stepId(map, "id");
        String kind = map.text("kind");
        String title = map.text("title");
        Optional<Duration> budget = duration(map, "budget");
        Optional<Duration> hardStop = duration(map, "hard-stop");
        String performer = map.text("performer");
        Instructions instructions = instructions(map, title.isBlank() ? "untitled" : title);
        List<String> destroys = map.texts("destroys");
        if (budget.isEmpty() && !map.has("budget")) {
            problems.add(map.line(), "'budget' is missing");
        }
        map.refuseOthers();
        if (id.isEmpty() || budget.isEmpty() || performer.isBlank() || title.isBlank()) {
            return Optional.empty();
        }
        Limits limits = new Limits(budget.get(), hardStop);
        return switch (kind) {
            case "probe" -> Optional.of(new Step.Probe(id.get(), instructions, limits, performer));
            case "action" -> Optional.of(new Step.Action(id.get(), instructions, limits, performer, destroys));
            case "decision" -> Optional.of(new Step.Decision(id.get(), instructions, limits, performer));
            case "manual-task" -> Optional.of(new Step.ManualTask(id.get(), instructions, limits, performer));
            default -> {
                problems.add(
                        map.lineOf("kind"),
                        "'kind' must be one of probe, action, decision, manual-task, not '" + kind + "'");
                yield Optional.empty();
            }
        };
    }

    private static Instructions instructions(YamlMap map, String title) {
        return new Instructions(
                title,
                map.text("because"),
                map.text("verification"),
                map.findText("portal").orElse(""),
                map.texts("powershell"));
    }

    private static Optional<Ordering> ordering(YamlMap map, Problems problems) {
        Optional<StepId> before = stepId(map, "before");
        Optional<StepId> after = stepId(map, "after");
        String because = map.text("because");
        boolean required =
                map.find("required", ProcedureFile::bool, "true or false").orElse(false);
        Ordering.Moment moment =
                map.find("when", ProcedureFile::moment, "answered or ended").orElse(Ordering.Moment.ENDED);
        map.refuseOthers();
        if (because.isBlank()) {
            problems.add(map.line(), "an ordering without a reason cannot be explained at 02:00");
        }
        if (before.isEmpty() || after.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Ordering(before.get(), after.get(), because, required, moment));
    }

    private static Optional<StepId> stepId(YamlMap map, String key) {
        if (!map.has(key)) {
            map.text(key);
            return Optional.empty();
        }
        return map.find(key, StepId::new, "a step id such as revoke-sessions");
    }

    private static Optional<Duration> duration(YamlMap map, String key) {
        return map.find(key, Duration::parse, "a duration such as PT1M");
    }

    private static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("not a truth value");
        };
    }

    private static Ordering.Moment moment(String text) {
        return switch (text) {
            case "ended" -> Ordering.Moment.ENDED;
            case "answered" -> Ordering.Moment.ANSWERED;
            default -> throw new IllegalArgumentException("not a moment");
        };
    }
}
