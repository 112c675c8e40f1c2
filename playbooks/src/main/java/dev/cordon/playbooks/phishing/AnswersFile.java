package dev.cordon.playbooks.phishing;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Addresses;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Interview;
import dev.cordon.investigation.phishing.Question;
import dev.cordon.playbooks.yaml.Problems;
import dev.cordon.playbooks.yaml.YamlMap;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What people said of a phishing mail, written beforehand: {@code schema: cordon-answers/1}. What is not in it was not asked; whoever was asked
 * and does not know says {@code does-not-know}.
 */
public final class AnswersFile {
    private static final String SCHEMA = "cordon-answers/1";

    private AnswersFile() {}

    /**
     * Reads an answers file.
     *
     * @throws dev.cordon.playbooks.yaml.MalformedFileException naming every problem with its line
     */
    public static Intake parse(String file, String text) {
        Problems problems = new Problems(file);
        YamlMap root = YamlMap.parse(file, text, problems);
        String schema = root.text("schema");
        if (!schema.equals(SCHEMA)) {
            problems.add(root.lineOf("schema"), "schema must be " + SCHEMA + ", not '" + schema + "'");
        }
        Optional<YamlMap> mail = root.map("mail");
        Intake said = mail.map(map -> mail(map)).orElse(Intake.NOTHING_ASKED);
        List<Interview> interviews = interviews(root, problems);
        root.refuseOthers();
        problems.throwIfAny();
        return new Intake(
                said.reporter(),
                said.reportedAt(),
                said.arrival(),
                said.urls(),
                said.sender(),
                said.subject(),
                said.internetMessageId(),
                interviews);
    }

    private static Intake mail(YamlMap map) {
        Intake said = new Intake(
                map.findText("reported-by").orElse("").strip(),
                map.find("reported-at", Instant::parse, "a time in UTC such as 2026-03-02T08:00:00Z"),
                map.find("arrival", word -> word(Arrival.class, word), "one of " + Word.choices(Arrival.class))
                        .orElse(Arrival.NOT_KNOWN),
                map.texts("urls"),
                map.findText("sender").orElse("").strip(),
                map.findText("subject").orElse("").strip(),
                map.findText("message-id").orElse("").strip(),
                List.of());
        map.refuseOthers();
        return said;
    }

    private static List<Interview> interviews(YamlMap root, Problems problems) {
        List<Interview> interviews = new ArrayList<>();
        Set<String> users = new HashSet<>();
        for (YamlMap map : root.maps("people")) {
            String user = map.text("user").strip();
            Optional<Instant> clickedAt =
                    map.find("clicked-at", Instant::parse, "a time in UTC such as 2026-03-02T08:00:00Z");
            String device = map.findText("device").orElse("").strip();
            Map<Question, Answer> answers = answers(map);
            map.refuseOthers();
            if (user.isEmpty()) {
                problems.add(map.line(), "'user' says nobody");
            } else if (!users.add(Addresses.bare(user))) {
                problems.add(map.lineOf("user"), "'" + user + "' stands twice");
            } else {
                interviews.add(new Interview(user, clickedAt, device, answers));
            }
        }
        return interviews;
    }

    private static Map<Question, Answer> answers(YamlMap map) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            map.find(Word.of(question), word -> word(Answer.class, word), "one of " + Word.choices(Answer.class))
                    .ifPresent(answer -> answers.put(question, answer));
        }
        return answers;
    }

    private static <E extends Enum<E>> E word(Class<E> type, String word) {
        return Word.find(type, word).orElseThrow(IllegalArgumentException::new);
    }
}
