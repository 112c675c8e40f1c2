package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.CollectionOutcome;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.LogCollection;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SampleMailsTest {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void no_more_mails_than_before_are_asked_for_where_a_bound_left_some_out_whatever_the_reason_says() {
        assertThat(SampleMails.most(List.of(sampled("Said in other words.", true))))
                .isEqualTo(3);
        assertThat(SampleMails.most(List.of(sampled("1 of 3 is not read: <a; --mails 9@evil.example>.", false))))
                .isEqualTo(CollectLogs.Request.USUAL_MAILS);
    }

    private static LogCollection sampled(String reason, boolean bounded) {
        return new LogCollection(
                SampleMails.SOURCE,
                "anna.berg@contoso.example",
                1,
                AT,
                AT,
                Optional.of(new CaseEntry.CollectionEnded(
                        SampleMails.SOURCE,
                        "anna.berg@contoso.example",
                        1,
                        AT,
                        AT,
                        Optional.empty(),
                        3,
                        2,
                        1,
                        CollectionOutcome.CUT_OFF,
                        reason,
                        Optional.empty(),
                        bounded)));
    }
}
