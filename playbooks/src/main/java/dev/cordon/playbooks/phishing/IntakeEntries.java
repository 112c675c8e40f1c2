package dev.cordon.playbooks.phishing;

import dev.cordon.incident.Word;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Interview;
import dev.cordon.investigation.phishing.Question;
import dev.cordon.procedure.journal.CampaignProgress;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What people said, as it stands in the journal, and back: a run that is resumed knows it from there. */
public final class IntakeEntries {
    private static final String ABOUT_MAIL = "";
    private static final String URL = "url-";
    private static final String ARRIVAL = "arrival";
    private static final String SENDER = "sender";
    private static final String SUBJECT = "subject";
    private static final String MESSAGE_ID = "message-id";
    private static final String REPORTED_BY = "reported-by";
    private static final String REPORTED_AT = "reported-at";
    private static final String CLICKED_AT = "clicked-at";
    private static final String DEVICE = "device";

    /** That somebody was named as one who clicked; it was not asked of anybody. */
    private static final String NAMED = "named";

    /** What the organisation says of itself. */
    private static final String PARTNER = "partner-domain ";

    private IntakeEntries() {}

    /**
     * The entries that say it.
     *
     * @param source who said it where
     */
    public static List<OfCampaign.Answered> of(Intake intake, String source) {
        List<OfCampaign.Answered> entries = new ArrayList<>();
        Map<String, String> mail = new LinkedHashMap<>();
        if (intake.arrival() != Arrival.NOT_KNOWN) {
            mail.put(ARRIVAL, Word.of(intake.arrival()));
        }
        mail.put(SENDER, intake.sender());
        mail.put(SUBJECT, intake.subject());
        mail.put(MESSAGE_ID, intake.internetMessageId());
        mail.put(REPORTED_BY, intake.reporter());
        mail.put(REPORTED_AT, intake.reportedAt().map(Instant::toString).orElse(""));
        for (int i = 0; i < intake.urls().size(); i++) {
            mail.put(URL + (i + 1), intake.urls().get(i));
        }
        add(entries, ABOUT_MAIL, mail, source);
        for (Interview interview : intake.interviews()) {
            Map<String, String> said = new LinkedHashMap<>();
            said.put(CLICKED_AT, interview.clickedAt().map(Instant::toString).orElse(""));
            said.put(DEVICE, interview.device());
            interview.answers().forEach((question, answer) -> said.put(Word.of(question), Word.of(answer)));
            add(entries, interview.user(), said, source);
        }
        return entries;
    }

    /** That these were named as those who clicked. */
    public static List<OfCampaign.Answered> named(List<String> users, String source) {
        return users.stream()
                .map(user -> new OfCampaign.Answered(user, NAMED, "yes", source))
                .toList();
    }

    /** Which domains the organisation has named as partners'. */
    public static List<OfCampaign.Answered> partners(Collection<String> domains, String source) {
        return domains.stream()
                .sorted()
                .map(domain -> new OfCampaign.Answered(ABOUT_MAIL, PARTNER + domain, "yes", source))
                .toList();
    }

    static Set<String> partners(CampaignProgress campaign) {
        return campaign.answers().stream()
                .map(OfCampaign.Answered::question)
                .filter(question -> question.startsWith(PARTNER))
                .map(question -> question.substring(PARTNER.length()))
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether somebody was asked it, or said it. */
    static boolean isSaid(OfCampaign.Answered answered) {
        return !answered.question().equals(NAMED) && !answered.question().startsWith(PARTNER);
    }

    private static void add(List<OfCampaign.Answered> entries, String user, Map<String, String> said, String source) {
        said.forEach((question, answer) -> {
            if (!answer.isBlank()) {
                entries.add(new OfCampaign.Answered(user, question, answer, source));
            }
        });
    }

    /** Who was named as one who clicked, in that order. */
    public static List<String> named(CampaignProgress campaign) {
        return campaign.answers().stream()
                .filter(answered -> answered.question().equals(NAMED))
                .map(OfCampaign.Answered::user)
                .toList();
    }

    /** What was said, as it was said. Words of a later version of Cordon are passed over. */
    public static Intake intake(CampaignProgress campaign) {
        Map<String, String> mail = new LinkedHashMap<>();
        Map<String, Map<String, String>> people = new LinkedHashMap<>();
        for (OfCampaign.Answered answered : campaign.answers()) {
            if (answered.user().equals(ABOUT_MAIL)) {
                mail.put(answered.question(), answered.answer());
            } else if (!answered.question().equals(NAMED)) {
                people.computeIfAbsent(answered.user(), _ -> new LinkedHashMap<>())
                        .put(answered.question(), answered.answer());
            }
        }
        return new Intake(
                mail.getOrDefault(REPORTED_BY, ""),
                time(mail, REPORTED_AT),
                Word.find(Arrival.class, mail.getOrDefault(ARRIVAL, "")).orElse(Arrival.NOT_KNOWN),
                mail.entrySet().stream()
                        .filter(said -> said.getKey().startsWith(URL))
                        .map(Map.Entry::getValue)
                        .toList(),
                mail.getOrDefault(SENDER, ""),
                mail.getOrDefault(SUBJECT, ""),
                mail.getOrDefault(MESSAGE_ID, ""),
                people.entrySet().stream()
                        .map(person -> interview(person.getKey(), person.getValue()))
                        .toList());
    }

    private static Interview interview(String user, Map<String, String> said) {
        Map<Question, Answer> answers = new EnumMap<>(Question.class);
        for (Question question : Question.values()) {
            Word.find(Answer.class, said.getOrDefault(Word.of(question), ""))
                    .ifPresent(answer -> answers.put(question, answer));
        }
        return new Interview(user, time(said, CLICKED_AT), said.getOrDefault(DEVICE, ""), answers);
    }

    private static Optional<Instant> time(Map<String, String> said, String question) {
        return Optional.ofNullable(said.get(question)).map(Instant::parse);
    }
}
