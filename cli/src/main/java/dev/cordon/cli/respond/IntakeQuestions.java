package dev.cordon.cli.respond;

import dev.cordon.cli.command.Streams;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Interview;
import dev.cordon.investigation.phishing.Question;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Asks the person at the terminal what is known of a phishing mail, one question at a time; that he does not know is an answer. */
final class IntakeQuestions {
    private final Screen screen;
    private final Streams streams;

    IntakeQuestions(Screen screen, Streams streams) {
        this.screen = screen;
        this.streams = streams;
    }

    /** Asks about the mail, then about each of those who clicked. */
    Intake ask(List<String> users) {
        screen.paragraph(
                Tone.HEADING,
                "What is known? Enter leaves a question out. Nothing is changed, and no link is opened, while you answer.");
        Arrival arrival = arrival();
        String sender = text("From which address did it come?");
        String subject = text("Its subject?");
        List<String> urls = urls();
        List<Interview> interviews = new ArrayList<>();
        for (String user : users) {
            interviews.add(interview(user));
        }
        return new Intake("", Optional.empty(), arrival, urls, sender, subject, "", interviews);
    }

    private Arrival arrival() {
        while (true) {
            String answer = text("How did it come? " + Word.choices(Arrival.class));
            if (answer.isEmpty()) {
                return Arrival.NOT_KNOWN;
            }
            Optional<Arrival> known = Word.find(Arrival.class, answer.toLowerCase(Locale.ROOT));
            if (known.isPresent()) {
                return known.get();
            }
            screen.line("Please answer with one of: " + Word.choices(Arrival.class) + ".");
        }
    }

    private List<String> urls() {
        List<String> urls = new ArrayList<>();
        String url = text("A link in it, as it can be copied (it is not opened)?");
        while (!url.isEmpty()) {
            urls.add(url);
            url = text("Another link?");
        }
        return urls;
    }

    private Interview interview(String user) {
        screen.blank();
        screen.paragraph(
                Tone.HEADING,
                "Ask " + user + ", by telephone or face to face. Answer y, n, ? (does not know) or Enter (not asked).");
        Optional<Instant> clickedAt = time("When did he click (UTC, such as 2026-03-02T08:00:00Z)?");
        String device = text("On which device?");
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Answer answer = answer(question.text());
            if (answer != Answer.NOT_ASKED) {
                answers.put(question, answer);
            }
        }
        return new Interview(user, clickedAt, device, answers);
    }

    private Optional<Instant> time(String question) {
        while (true) {
            String answer = text(question);
            if (answer.isEmpty() || answer.equals("?")) {
                return Optional.empty();
            }
            try {
                return Optional.of(Instant.parse(answer));
            } catch (DateTimeException _) {
                screen.line("Please answer with a time in UTC such as 2026-03-02T08:00:00Z, or ?.");
            }
        }
    }

    private Answer answer(String question) {
        while (true) {
            switch (text(question + " [y/n/?]").toLowerCase(Locale.ROOT)) {
                case "y", "yes" -> {
                    return Answer.YES;
                }
                case "n", "no" -> {
                    return Answer.NO;
                }
                case "?" -> {
                    return Answer.DOES_NOT_KNOW;
                }
                case "" -> {
                    return Answer.NOT_ASKED;
                }
                default -> screen.line("Please answer y, n, ? or Enter.");
            }
        }
    }

    private String text(String question) {
        screen.asking();
        try {
            screen.prompt(question);
            return streams.nextLine().strip();
        } finally {
            screen.answered();
        }
    }
}
