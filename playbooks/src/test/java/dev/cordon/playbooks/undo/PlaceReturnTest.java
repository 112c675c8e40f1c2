package dev.cordon.playbooks.undo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.playbooks.undo.Returned.Ending;
import dev.cordon.procedure.Actor;
import dev.cordon.procedure.ItemKey;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.Completeness;
import dev.cordon.tenant.Failure;
import dev.cordon.tenant.Former;
import dev.cordon.tenant.Reading;
import dev.cordon.tenant.Receipt;
import dev.cordon.tenant.Returnable;
import dev.cordon.tenant.SealedAnswer;
import dev.cordon.tenant.TenantException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class PlaceReturnTest {
    private static final String RULE = "rule-1 Invoices move=Bills";
    private static final String DISABLED = " removable";

    private final TestingStepContext context = new TestingStepContext();
    private final Deque<Supplier<Reading<?>>> looks = new ArrayDeque<>();

    /** Whether the thing's removal did not go through, and how enabling it ends then. */
    private boolean left;

    private Supplier<Receipt> enabling = () -> {
        throw new AssertionError("it is not to be enabled");
    };

    /** Things are lines {@code id name field=value}, and {@code removable} where removing only disables. */
    private record Lines(Supplier<Receipt> call, Supplier<Receipt> enabling) implements Returnable {
        @Override
        public boolean reads(String request) {
            return true;
        }

        @Override
        public List<Former> read(String objectId, List<SealedAnswer> answers) {
            return answers.stream()
                    .flatMap(answer -> new String(answer.body().toArray(), StandardCharsets.UTF_8).lines())
                    .filter(line -> !line.isBlank())
                    .map(Lines::former)
                    .toList();
        }

        private static Former former(String line) {
            String[] words = line.split(" ");
            String[] field = words[2].split("=");
            Former former = Former.of(words[0], words[1], Map.of(field[0], field[1]), Map.of());
            return line.endsWith(DISABLED)
                    ? former.whenRemoved(Map.of(field[0], "off"))
                    : former.whenDisabled(Map.of(field[0], "off"));
        }

        @Override
        public Receipt giveBack(String objectId, Former former) {
            return call.get();
        }

        @Override
        public Receipt enable(String objectId, Former former) {
            return enabling.get();
        }
    }

    private static Answer answer(Instant at, String body) {
        return new Answer(
                "GET /rules",
                200,
                Optional.empty(),
                at,
                "text/plain",
                Bytes.copyOf(body.getBytes(StandardCharsets.UTF_8)),
                false);
    }

    /** Each look is long after the one before, so that nobody waits for it to change. */
    private void shows(String lines) {
        Answer answer = answer(TestingStepContext.AT.plusSeconds(600L * (looks.size() + 1)), lines);
        looks.add(() -> Reading.of("", answer));
        looks.add(() -> Reading.of("", answer(answer.date().plusSeconds(500), lines)));
    }

    private void looks(Supplier<Reading<?>> look) {
        looks.add(look);
    }

    private static Reading<?> refused() {
        throw new TenantException(failure(Failure.Reason.SERVICE_FAULT));
    }

    private static Failure failure(Failure.Reason reason) {
        return new Failure(reason, "Read the rules", 503, "", "", "", "The service failed.", "Try again.");
    }

    private static Supplier<Receipt> accepted(String body) {
        return () -> new Receipt(TestingStepContext.AT, false, List.of(answer(TestingStepContext.AT, body)), List.of());
    }

    private static Supplier<Receipt> fails(Failure.Reason reason) {
        return () -> {
            throw new TenantException(failure(reason));
        };
    }

    private Wanted wanted(String copy) {
        return new Wanted(
                new ItemKey("inbox-rule", copy.split(" ")[0]),
                copy.split(" ")[1],
                true,
                Optional.of(ExhibitId.of(7)),
                List.of(SealedAnswer.of(answer(TestingStepContext.AT, copy))),
                left,
                Set.of(),
                Set.of());
    }

    private Returned giveBack(String copy, Supplier<Receipt> call) throws Exception {
        Place place = new Place("inbox-rules", "the rules", () -> looks.pop().get(), Optional.empty(), "");
        GivenBackEntries entries = new GivenBackEntries(context, Actor.person("admin@contoso.example"), "");
        List<Returned> all = new PlaceReturn(
                        context, TestingStepContext.OBJECT_ID, place, new Lines(call, enabling), entries)
                .giveBack(List.of(wanted(copy)));
        assertThat(all).hasSize(1);
        return all.getFirst();
    }

    private boolean countsAsGivenBack() {
        return context.entries().stream().anyMatch(CaseEntry.ItemGivenBack.class::isInstance);
    }

    /** What is looked at first: nothing lies there. */
    private void isGone() {
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "")));
    }

    @Test
    void what_could_not_be_read_back_after_the_call_is_unknown() throws Exception {
        isGone();
        looks(PlaceReturnTest::refused);

        Returned returned = giveBack(RULE, accepted("rule-2"));

        assertThat(returned.ending()).isEqualTo(Ending.INDETERMINATE);
        assertThat(returned.detail()).contains("could not be read back").contains("The service failed.");
        assertThat(countsAsGivenBack()).isFalse();
    }

    @Test
    void what_was_refused_stays_refused_though_nobody_can_look() throws Exception {
        isGone();
        looks(PlaceReturnTest::refused);

        Returned returned = giveBack(RULE, fails(Failure.Reason.MISSING_ROLE));

        assertThat(returned.ending()).isEqualTo(Ending.FAILED);
        assertThat(returned.notPermitted()).isTrue();
        assertThat(returned.detail()).contains("could not be read back");
    }

    @Test
    void what_the_answer_names_is_ours_though_it_differs() throws Exception {
        isGone();
        shows("rule-2 Invoices move=Elsewhere");

        Returned returned = giveBack(RULE, accepted("made rule-2"));

        assertThat(returned.ending()).isEqualTo(Ending.PARTIAL);
        assertThat(context.state().item(returned.key()).orElseThrow().unequal()).containsExactly("move");
        assertThat(returned.changes()).extracting(Returned.Change::field).containsExactly("move");
        assertThat(countsAsGivenBack()).isTrue();
    }

    @Test
    void a_thing_of_its_name_that_no_answer_names_is_not_claimed_as_ours() throws Exception {
        isGone();
        shows("rule-9 Invoices move=Attic");

        Returned returned = giveBack(RULE, accepted("made rule-2"));

        assertThat(returned.ending()).isEqualTo(Ending.INDETERMINATE);
        assertThat(returned.as()).isEmpty();
        assertThat(returned.changes()).extracting(Returned.Change::field).containsExactly("move");
        assertThat(countsAsGivenBack()).isFalse();
    }

    @Test
    void a_thing_of_its_name_is_not_ours_when_the_answer_never_came_or_was_a_refusal() throws Exception {
        isGone();
        shows("rule-9 Invoices move=Attic");
        assertThat(giveBack(RULE, fails(Failure.Reason.UNKNOWN_RESULT)).ending())
                .isEqualTo(Ending.INDETERMINATE);
        looks.clear();

        isGone();
        shows("rule-9 Invoices move=Attic");
        Returned refused = giveBack(RULE, fails(Failure.Reason.MISSING_PERMISSION));
        assertThat(refused.ending()).isEqualTo(Ending.FAILED);
        assertThat(refused.notPermitted()).isTrue();
        assertThat(countsAsGivenBack()).isFalse();
    }

    @Test
    void a_setting_that_somebody_set_otherwise_meanwhile_is_not_claimed_as_ours() throws Exception {
        String copy = "mailbox forwarding to=bo" + DISABLED;
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "mailbox forwarding to=off" + DISABLED)));
        shows("mailbox forwarding to=attacker" + DISABLED);

        Returned returned = giveBack(copy, accepted("mailbox"));

        assertThat(returned.ending()).isEqualTo(Ending.INDETERMINATE);
        assertThat(countsAsGivenBack()).isFalse();
    }

    private static Receipt notMade() {
        throw new AssertionError("it is not to be made again");
    }

    @Test
    void what_was_disabled_and_not_removed_is_enabled_again() throws Exception {
        left = true;
        enabling = accepted("rule-1");
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "rule-1 Invoices move=off")));
        shows(RULE);

        Returned returned = giveBack(RULE, PlaceReturnTest::notMade);

        assertThat(returned.ending()).as(returned.detail()).isEqualTo(Ending.GIVEN_BACK);
        assertThat(returned.changes()).isEmpty();
        assertThat(countsAsGivenBack()).isTrue();
    }

    @Test
    void what_is_still_disabled_when_read_back_is_not_said_to_be_given_back() throws Exception {
        left = true;
        enabling = accepted("rule-1");
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "rule-1 Invoices move=off")));
        shows("rule-1 Invoices move=off");

        assertThat(giveBack(RULE, PlaceReturnTest::notMade).ending()).isEqualTo(Ending.INDETERMINATE);
        assertThat(countsAsGivenBack()).isFalse();
    }

    @Test
    void what_somebody_disabled_after_it_was_gone_or_back_is_left_to_him() throws Exception {
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "rule-1 Invoices move=off")));
        assertThat(giveBack(RULE, PlaceReturnTest::notMade).ending()).isEqualTo(Ending.CHANGED_SINCE);

        left = true;
        looks(() -> Reading.of("", answer(TestingStepContext.AT, "rule-2 Invoices move=off")));
        assertThat(giveBack(RULE, PlaceReturnTest::notMade).ending()).isEqualTo(Ending.CHANGED_SINCE);
    }

    @Test
    void nobody_is_said_to_have_deleted_what_a_cut_off_list_does_not_show() throws Exception {
        Answer answer = answer(TestingStepContext.AT, "");
        looks(() -> new Reading<>(
                "", new Completeness.Incomplete("The second page is missing."), answer.date(), List.of(answer)));

        Returned cutOff = giveBack("mailbox forwarding to=bo" + DISABLED, accepted(""));

        assertThat(cutOff.ending()).isEqualTo(Ending.FAILED);
        assertThat(cutOff.detail()).contains("could not be read to the end").doesNotContain("deleted");

        isGone();
        Returned whole = giveBack("mailbox forwarding to=bo" + DISABLED, accepted(""));
        assertThat(whole.ending()).isEqualTo(Ending.FAILED);
        assertThat(whole.detail()).contains("not there any more");
    }
}
