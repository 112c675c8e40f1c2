package dev.cordon.investigation.phishing;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.Answer;
import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What one person said about a phishing mail.
 *
 * @param user who said it, by sign-in name
 * @param clickedAt when he says he clicked; empty where he does not know or was not asked
 * @param device on which device: untrusted text, empty where nobody knows
 * @param answers what he answered; what is not in it was not asked
 */
public record Interview(String user, Optional<Instant> clickedAt, String device, Map<Question, Answer> answers) {
    public Interview {
        requireNonNull(user, "user is null");
        requireNonNull(clickedAt, "clickedAt is null");
        requireNonNull(device, "device is null");
        Map<Question, Answer> all = new EnumMap<>(Question.class);
        all.putAll(answers);
        answers = Collections.unmodifiableMap(all);
        if (user.isBlank()) {
            throw new IllegalArgumentException("an interview of nobody");
        }
    }

    /** Of somebody who was not asked anything. */
    public static Interview notAsked(String user) {
        return new Interview(user, Optional.empty(), "", Map.of());
    }

    /** The answer to a question: {@link Answer#NOT_ASKED} where there is none. */
    public Answer to(Question question) {
        return answers.getOrDefault(question, Answer.NOT_ASKED);
    }

    /** The questions that were answered so, in their order. */
    public List<Question> answered(Answer answer) {
        return List.of(Question.values()).stream()
                .filter(question -> to(question) == answer)
                .toList();
    }

    /** Whether every question of harm, and whether a page appeared, was asked and answered with no. */
    public boolean isClean() {
        return to(Question.PAGE_SEEN) == Answer.NO && deniesHarm();
    }

    /** Whether every question of harm was asked and answered with no. */
    public boolean deniesHarm() {
        return Question.ofHarm().stream().allMatch(question -> to(question) == Answer.NO);
    }
}
