package dev.cordon.playbooks.phishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Question;
import dev.cordon.playbooks.yaml.MalformedFileException;
import dev.cordon.procedure.journal.CampaignProgress;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AnswersFileTest {
    private static final String WHOLE = """
            schema: cordon-answers/1
            mail:
              arrival: qr-code
              sender: post@parcel.example
              subject: Your parcel is held
              message-id: "<1@parcel.example>"
              urls: ["https://parcel.example/a", "https://parcel.example/b"]
              reported-by: bo.lund@contoso.example
              reported-at: "2026-03-02T08:00:00Z"
            people:
              - user: anna.berg@contoso.example
                clicked-at: "2026-03-02T07:40:00Z"
                device: her telephone
                page-seen: yes
                password-typed: does-not-know
            """;

    @Test
    void what_is_not_in_it_was_not_asked_and_not_knowing_is_an_answer() {
        Intake intake = AnswersFile.parse("answers.yaml", WHOLE);

        assertThat(intake.arrival()).isEqualTo(Arrival.QR_CODE);
        assertThat(intake.interviews()).singleElement().satisfies(anna -> {
            assertThat(anna.to(Question.PAGE_SEEN)).isEqualTo(Answer.YES);
            assertThat(anna.to(Question.PASSWORD_TYPED)).isEqualTo(Answer.DOES_NOT_KNOW);
            assertThat(anna.to(Question.FILE_OPENED)).isEqualTo(Answer.NOT_ASKED);
        });
    }

    @Test
    void every_problem_is_told_with_its_line() {
        assertThatThrownBy(() -> AnswersFile.parse("answers.yaml", """
                        schema: cordon-answers/2
                        mail: {arrival: pigeon}
                        people:
                          - user: anna.berg@contoso.example
                            password-typed: maybe
                            mood: fine
                          - user: ANNA.berg@contoso.example
                        """))
                .isInstanceOf(MalformedFileException.class)
                .hasMessageContaining("line 1")
                .hasMessageContaining("pigeon")
                .hasMessageContaining("maybe")
                .hasMessageContaining("mood")
                .hasMessageContaining("stands twice");
    }

    @Test
    void what_was_said_is_the_same_when_it_is_read_back_from_the_journal() {
        Intake intake = AnswersFile.parse("answers.yaml", WHOLE);

        assertThat(IntakeEntries.intake(new CampaignProgress(
                        IntakeEntries.of(intake, "answers.yaml"),
                        Map.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        Map.of(),
                        List.of())))
                .isEqualTo(intake);
    }

    @Test
    void what_mail_has_encoded_is_read() {
        assertThat(PassedOn.readable("https://pay.exam=\r\nple/a")).contains("https://pay.example/a");
        assertThat(PassedOn.readable(
                        "aHR0cHM6Ly9zc28ucGFyY2VsLmV4YW1wbGUvZW5yb2w/dXNlcj1hbm5hIGNvbWUgYW5kIHNlZQ==\r\n"))
                .contains("sso.parcel.example");
    }
}
