package dev.cordon.app.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.cordon.app.battlefield.Battlefield;
import dev.cordon.incident.AttackActivity;
import dev.cordon.incident.ClickResult;
import dev.cordon.incident.DetectionSource;
import dev.cordon.incident.IncidentId;
import dev.cordon.incident.IncidentState;
import dev.cordon.investigation.Answer;
import dev.cordon.investigation.phishing.Arrival;
import dev.cordon.investigation.phishing.Intake;
import dev.cordon.investigation.phishing.Interview;
import dev.cordon.investigation.phishing.Question;
import dev.cordon.playbooks.phishing.CampaignConsent;
import dev.cordon.procedure.StepId;
import dev.cordon.procedure.StepOutcome;
import dev.cordon.procedure.journal.CaseEntry.OfCampaign;
import dev.cordon.response.CampaignDialogue;
import dev.cordon.response.CaseRecord;
import dev.cordon.response.RespondToPhishingClick;
import dev.cordon.response.RespondToWeekOfClicks;
import dev.cordon.response.ResponseRequest;
import dev.cordon.response.ResponseRequest.Dialogue;
import dev.cordon.tenant.TenantConnector.SignIn;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phishing click from the first question to the last look into the mailboxes. */
class PhishingClickTest {
    @TempDir
    Path folder;

    @Test
    void whoever_saw_only_the_block_page_is_not_reset_and_the_mail_is_gone() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-blocked", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);

            assertThat(record.state().state()).isEqualTo(IncidentState.CLOSED);
            assertThat(record.state().campaign().outcome()).contains(ClickResult.BLOCKED);
            assertThat(record.state().campaign().reasons()).isNotEmpty();
            assertThat(record.state().chronicle().links()).isEmpty();
            assertThat(record.state().campaign().residual()).contains(0L);
            assertThat(requests(field, "revokeSignInSessions")).isEmpty();
            assertThat(requests(field, "resetPassword")).isEmpty();
            assertThat(visibleCopies(field)).isEmpty();
            assertThat(field.truth().getAsJsonArray("collateral")).isEmpty();
        }
    }

    @Test
    void no_copy_goes_before_its_sample_is_sealed() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-blocked", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);

            assertThat(record.state().campaign().copies()).isNotEmpty().allSatisfy(copy -> {
                assertThat(copy.exhibit()).isPresent();
                assertThat(record.exhibits())
                        .filteredOn(
                                exhibit -> exhibit.id().equals(copy.exhibit().orElseThrow()))
                        .singleElement()
                        .satisfies(exhibit -> assertThat(exhibit.kind()).isEqualTo("mail-sample"));
            });
        }
    }

    @Test
    void whoever_reached_the_page_is_contained_in_an_incident_of_his_own() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-reached-aitm", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);

            assertThat(record.state().state()).isEqualTo(IncidentState.VERIFIED);
            assertThat(record.state().campaign().outcome()).contains(ClickResult.REACHED);
            assertThat(record.state().chronicle().links()).singleElement().satisfies(link -> {
                CaseRecord account = field.record(link.other());
                assertThat(account.incident().account().userPrincipalName()).isEqualTo(field.suspect());
                assertThat(account.state().state()).isEqualTo(IncidentState.VERIFIED);
            });
            assertThat(record.state().rechecksDue()).isNotEmpty();
            assertThat(visibleCopies(field)).isEmpty();
            assertThat(access(field)).isFalse();
        }
    }

    @Test
    void the_grant_goes_before_the_sessions_where_the_lure_asked_for_consent() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-consent", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);

            assertThat(record.state().campaign().clicks())
                    .filteredOn(click -> click.result() == ClickResult.REACHED)
                    .extracting(OfCampaign.ClickJudged::variant)
                    .containsExactly("consent");
            assertThat(access(field)).isFalse();
            assertThat(requests(field, "oauth2PermissionGrants/").stream()
                            .filter(request -> text(request, "method").equals("DELETE"))
                            .mapToLong(request -> request.get("seq").getAsLong())
                            .min()
                            .orElseThrow())
                    .isLessThan(requests(field, "revokeSignInSessions").stream()
                            .mapToLong(request -> request.get("seq").getAsLong())
                            .min()
                            .orElseThrow());
        }
    }

    @Test
    void people_come_before_mail() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-reached-aitm", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);
            IncidentId account = record.state().chronicle().links().getFirst().other();

            assertThat(field.record(account).incident().openedAt())
                    .isBefore(record.state()
                            .step(new StepId("purge"))
                            .flatMap(step -> step.startedAt())
                            .orElseThrow());
        }
    }

    @Test
    void without_any_record_of_clicks_what_people_say_decides_and_what_was_not_visible_is_said() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-reached-aitm", folder)) {
            String ok = field.control("POST", "/licences", "{\"set\": [\"E3\"]}");
            assertThat(ok).contains("E3");

            CaseRecord record = respond(field, told(field.suspect()));

            assertThat(record.state().campaign().outcome()).contains(ClickResult.REACHED);
            assertThat(record.state().campaign().notSeen().keySet())
                    .contains("Defender's hunting tables", "the Safe Links report");
            assertThat(visibleCopies(field)).isEmpty();
            assertThat(access(field)).isFalse();
        }
    }

    @Test
    void a_week_of_blocked_clicks_is_closed_once() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-blocked", folder)) {
            List<CaseRecord> closed = new RespondToWeekOfClicks(field.workspace(UnaryOperator.identity()))
                    .respond(request(List.of(), Intake.NOTHING_ASKED));
            List<CaseRecord> again = new RespondToWeekOfClicks(field.workspace(UnaryOperator.identity()))
                    .respond(request(List.of(), Intake.NOTHING_ASKED));

            assertThat(closed)
                    .singleElement()
                    .satisfies(record -> assertThat(record.state().state()).isEqualTo(IncidentState.CLOSED));
            assertThat(again).isEmpty();
        }
    }

    @Test
    void of_sixty_recipients_only_what_lies_on_premises_is_left_and_it_is_said() throws Exception {
        try (Battlefield field = Battlefield.shipped("phish-campaign-60-recipients", folder)) {
            CaseRecord record = respond(field, Intake.NOTHING_ASKED);

            assertThat(record.state().campaign().recipients()).isEqualTo(60);
            assertThat(record.state().campaign().residual()).isEmpty();
            assertThat(record.state().step(new StepId("purge")).flatMap(step -> step.outcome()))
                    .containsInstanceOf(StepOutcome.Partial.class);
            assertThat(visibleCopies(field))
                    .allSatisfy(copy -> assertThat(text(copy, "mailbox")).isNotEqualTo("cloud"));
            assertThat(access(field)).isFalse();
        }
    }

    private static CaseRecord respond(Battlefield field, Intake intake) throws InterruptedException {
        return new RespondToPhishingClick(field.workspace(UnaryOperator.identity()))
                .respond(request(field.suspects(), intake));
    }

    private static RespondToPhishingClick.Request request(List<String> users, Intake intake) {
        var common = new ResponseRequest(
                "tenant",
                users.isEmpty() ? "" : users.getFirst(),
                SignIn.CERTIFICATE,
                AttackActivity.UNKNOWN,
                DetectionSource.USER_REPORT,
                Optional.empty(),
                true,
                Dialogue.recommended(Battlefield.quiet()));
        return new RespondToPhishingClick.Request(
                common,
                users,
                intake,
                "the test",
                Set.of(),
                new CampaignDialogue(
                        _ -> Dialogue.recommended(Battlefield.quiet()),
                        CampaignConsent.recommended(),
                        Optional.empty()));
    }

    private static Intake told(String user) {
        return new Intake(
                "",
                Optional.empty(),
                Arrival.MAIL,
                List.of("https://login.tailspin-docs.example/s/8841"),
                "share@tailspin-docs.example",
                "Tailspin shared: Q1 payment schedule",
                "",
                List.of(new Interview(user, Optional.empty(), "", Map.of(Question.PASSWORD_TYPED, Answer.YES))));
    }

    private static List<JsonObject> requests(Battlefield field, String path) {
        return field.requests().stream()
                .filter(request -> !text(request, "caller").equals("attacker"))
                .filter(request -> text(request, "path").contains(path))
                .toList();
    }

    private static List<JsonObject> visibleCopies(Battlefield field) {
        return StreamSupport.stream(field.truth().getAsJsonArray("campaigns").spliterator(), false)
                .map(JsonElement::getAsJsonObject)
                .flatMap(campaign -> StreamSupport.stream(
                        campaign.getAsJsonArray("recipients").spliterator(), false))
                .map(JsonElement::getAsJsonObject)
                .filter(copy -> text(copy, "copy").equals("visible"))
                .toList();
    }

    private static boolean access(Battlefield field) {
        return field.truth().getAsJsonObject("accounts").entrySet().stream()
                .anyMatch(account -> account.getValue()
                        .getAsJsonObject()
                        .get("attackerAccess")
                        .getAsBoolean());
    }

    private static String text(JsonObject object, String name) {
        JsonElement value = object.get(name);
        return value == null || value.isJsonNull() ? "" : value.getAsString();
    }
}
