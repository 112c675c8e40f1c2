package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.Quarantine.QuarantineQuestion;
import dev.cordon.tenant.Quarantine.QuarantinedMessage;
import dev.cordon.tenant.Quarantine.Release;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who reads the quarantine. */
public abstract class QuarantineContract {
    private final InMemoryQuarantine world = new InMemoryQuarantine();

    protected abstract Quarantine on(InMemoryQuarantine world);

    private static QuarantinedMessage message(int number, String sender, String recipient) {
        return new QuarantinedMessage(
                "n-" + number + "\\r-" + number,
                Optional.of(Made.NOW.minus(Duration.ofMinutes(number + 1))),
                sender,
                List.of(recipient),
                "Your invoice",
                "<" + number + "@evil.example>",
                "HighConfPhish",
                Release.NOT_RELEASED,
                "NOTRELEASED",
                Optional.of(Made.NOW.plus(Duration.ofDays(30))));
    }

    private static QuarantineQuestion ofRecipient(Optional<String> recipient) {
        return new QuarantineQuestion(
                Optional.of("mallory@evil.example"),
                recipient,
                Optional.empty(),
                Optional.empty(),
                Made.NOW.minus(Duration.ofDays(7)),
                Made.NOW);
    }

    @Test
    void messages_are_found_by_what_is_asked_newest_first() {
        world.put(message(3, "mallory@evil.example", "anna.berg@contoso.example"))
                .put(message(1, "mallory@evil.example", "bo.lund@contoso.example"))
                .put(message(2, "shop@friend.example", "anna.berg@contoso.example"));
        Quarantine quarantine = on(world);

        Reading<List<QuarantinedMessage>> all = quarantine.fetchMessages(ofRecipient(Optional.empty()));

        assertThat(all.value())
                .containsExactly(
                        message(1, "mallory@evil.example", "bo.lund@contoso.example"),
                        message(3, "mallory@evil.example", "anna.berg@contoso.example"));
        assertThat(all.isComplete()).isTrue();
        assertThat(all.value().getFirst().networkMessageId()).isEqualTo("n-1");
        assertThat(quarantine
                        .fetchMessages(ofRecipient(Optional.of("Anna.Berg@contoso.example")))
                        .value())
                .hasSize(1);
    }

    @Test
    void all_pages_are_read() {
        for (int number = 0; number < 2001; number++) {
            world.put(message(number, "mallory@evil.example", "anna.berg@contoso.example"));
        }

        assertThat(on(world).fetchMessages(ofRecipient(Optional.empty())).value())
                .hasSize(2001);
    }

    @Test
    void a_message_is_deleted_once_and_then_gone() {
        world.put(message(1, "mallory@evil.example", "bo.lund@contoso.example"));
        Quarantine quarantine = on(world);
        QuarantinedMessage found =
                quarantine.fetchMessages(ofRecipient(Optional.empty())).value().getFirst();

        assertThat(quarantine.delete(found).alreadyInPlace()).isFalse();
        assertThat(quarantine.delete(found).alreadyInPlace()).isTrue();
        assertThat(quarantine.fetchMessages(ofRecipient(Optional.empty())).value())
                .isEmpty();
    }
}
