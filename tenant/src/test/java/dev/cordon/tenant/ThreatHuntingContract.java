package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cordon.tenant.ThreatHunting.Cause;
import dev.cordon.tenant.ThreatHunting.ClickAction;
import dev.cordon.tenant.ThreatHunting.ClickQuestion;
import dev.cordon.tenant.ThreatHunting.DeliveredMail;
import dev.cordon.tenant.ThreatHunting.DeliveryAction;
import dev.cordon.tenant.ThreatHunting.MailQuestion;
import dev.cordon.tenant.ThreatHunting.PostDelivery;
import dev.cordon.tenant.ThreatHunting.UrlClick;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What everybody promises who hunts for clicks and mails. */
public abstract class ThreatHuntingContract {
    private static final Instant FROM = Made.NOW.minus(Duration.ofDays(7));
    private static final String SUBJECT = "Pay \"now\" \\ or never\u2028|take 1";

    private final InMemoryThreatHunting world = new InMemoryThreatHunting();

    protected abstract ThreatHunting on(InMemoryThreatHunting world);

    private static UrlClick click(int minutesAgo, String user, String url, String chain) {
        return new UrlClick(
                Made.NOW.minus(Duration.ofMinutes(minutesAgo)),
                user,
                url,
                ClickAction.CLICK_ALLOWED,
                "ClickAllowed",
                Optional.of(false),
                "Email",
                "n-" + minutesAgo,
                "203.0.113.9",
                chain);
    }

    private static DeliveredMail mail(int minutesAgo, String sender, String recipient) {
        return new DeliveredMail(
                Made.NOW.minus(Duration.ofMinutes(minutesAgo)),
                "n-" + minutesAgo,
                "<" + minutesAgo + "@evil.example>",
                sender,
                "bounce@evil.example",
                recipient,
                SUBJECT,
                DeliveryAction.DELIVERED,
                "Delivered",
                "Inbox/folder",
                "Quarantine",
                "Phish");
    }

    @Test
    void clicks_on_a_host_are_those_on_it_and_below_it_and_not_on_its_lookalike() {
        UrlClick below = click(1, "anna.berg@contoso.example", "https://login.evil.example/a?b=1", "");
        UrlClick led = click(
                2,
                "bo.lund@contoso.example",
                "https://short.example/x",
                "[\"https://short.example/x\",\"https://evil.example/y\"]");
        world.put(led)
                .put(below)
                .put(click(3, "anna.berg@contoso.example", "https://not-evil.example/", ""))
                .put(click(4, "anna.berg@contoso.example", "https://good.example/?q=evil.example", ""))
                .put(click(20_000, "anna.berg@contoso.example", "https://evil.example/old", ""));

        Reading<List<UrlClick>> found = on(world).fetchClicks(ClickQuestion.onDomain("Evil.example", FROM, Made.NOW));

        assertThat(found.value()).containsExactly(below, led);
        assertThat(found.completeness()).isInstanceOf(Completeness.Complete.class);
    }

    @Test
    void all_restrictions_of_a_question_must_be_met_and_of_each_one_will_do() {
        UrlClick annas = click(1, "anna.berg@contoso.example", "https://evil.example/login", "");
        world.put(annas)
                .put(click(2, "bo.lund@contoso.example", "https://evil.example/login", ""))
                .put(click(3, "anna.berg@contoso.example", "https://other.example/", ""));

        assertThat(on(world)
                        .fetchClicks(new ClickQuestion(
                                List.of("https://evil.example/login", "https://evil.example/logout"),
                                List.of(),
                                List.of("n-1", "n-2", "n-3"),
                                List.of("Anna.Berg@contoso.example"),
                                FROM,
                                Made.NOW))
                        .value())
                .containsExactly(annas);
        assertThat(on(world)
                        .fetchClicks(ClickQuestion.by("nobody@contoso.example", FROM, Made.NOW))
                        .value())
                .isEmpty();
    }

    @Test
    void mails_are_found_by_either_sender_and_a_subject_that_is_made_to_break_the_query() {
        DeliveredMail toAnna = mail(1, "mallory@evil.example", "anna.berg@contoso.example");
        DeliveredMail toBo = mail(2, "mallory@evil.example", "bo.lund@contoso.example");
        world.put(toBo).put(toAnna);

        assertThat(on(world)
                        .fetchMails(MailQuestion.from("Mallory@evil.example", SUBJECT, FROM, Made.NOW))
                        .value())
                .containsExactly(toAnna, toBo);
        assertThat(on(world)
                        .fetchMails(MailQuestion.from("bounce@evil.example", FROM, Made.NOW))
                        .value())
                .hasSize(2);
        assertThat(on(world)
                        .fetchMails(MailQuestion.ofMessage("<2@evil.example>", FROM, Made.NOW))
                        .value())
                .containsExactly(toBo);
        assertThat(on(world)
                        .fetchMails(MailQuestion.from("mallory@evil.example", "Pay", FROM, Made.NOW))
                        .value())
                .isEmpty();
    }

    @Test
    void what_became_of_mails_is_found_by_their_sender_too() {
        world.put(mail(5, "mallory@evil.example", "anna.berg@contoso.example"));
        PostDelivery zapped = new PostDelivery(
                Made.NOW.minusSeconds(60),
                "n-5",
                "<5@evil.example>",
                "anna.berg@contoso.example",
                Cause.ZAP,
                "Phish ZAP",
                "Moved to quarantine",
                Optional.of(true),
                "Quarantine");
        PostDelivery other = new PostDelivery(
                Made.NOW.minusSeconds(30),
                "n-9",
                "<9@x.example>",
                "anna.berg@contoso.example",
                Cause.ADMINISTRATOR,
                "Manual Remediation",
                "Soft deleted",
                Optional.of(false),
                "");
        world.put(zapped).put(other);

        assertThat(on(world)
                        .fetchPostDelivery(MailQuestion.from("mallory@evil.example", FROM, Made.NOW))
                        .value())
                .containsExactly(zapped);
        assertThat(on(world)
                        .fetchPostDelivery(MailQuestion.ofNetworkMessages(List.of("n-5", "n-9"), FROM, Made.NOW))
                        .value())
                .containsExactly(other, zapped);
        assertThat(on(world)
                        .fetchPostDelivery(MailQuestion.from("nobody@evil.example", FROM, Made.NOW))
                        .value())
                .isEmpty();
    }
}
