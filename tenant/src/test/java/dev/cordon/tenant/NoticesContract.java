package dev.cordon.tenant;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.InMemoryNotices.Mail;
import dev.cordon.tenant.InMemoryNotices.Said;
import dev.cordon.tenant.Notices.Chat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What everybody promises who sends messages to people. */
public abstract class NoticesContract {
    private static final String TEXT = "Do not pay.\n<b>\"Call\"</b> +44 20 7946 0000";

    private final InMemoryNotices world = new InMemoryNotices();

    protected abstract Notices on(InMemoryNotices world);

    @Test
    void a_mail_says_what_it_was_given_and_nothing_of_it_is_markup() {
        assertThat(on(world)
                        .sendMail(
                                "admin@contoso.example",
                                List.of("finance@contoso.example", "cfo@contoso.example"),
                                "Hold \"payments\"",
                                TEXT)
                        .alreadyInPlace())
                .isFalse();

        assertThat(world.mails())
                .containsExactly(new Mail(
                        "admin@contoso.example",
                        List.of("finance@contoso.example", "cfo@contoso.example"),
                        "Hold \"payments\"",
                        TEXT));
    }

    @Test
    void the_chat_with_a_person_is_one_and_takes_messages() {
        Notices notices = on(world);
        Chat chat = notices.openChat("0aaaaaaa-0000-4000-8000-000000000001").value();

        assertThat(notices.openChat("0aaaaaaa-0000-4000-8000-000000000001").value())
                .isEqualTo(chat);
        assertThat(notices.post(chat, TEXT).messageId()).isNotBlank();
        assertThat(world.said()).containsExactly(new Said(chat.id(), TEXT));
    }

    @Test
    void what_is_no_message_is_refused_before_anybody_is_asked() {
        Notices notices = on(world);
        Chat chat = new Chat("19:x");

        assertThatThrownBy(() -> notices.post(chat, " ")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notices.sendMail("a@contoso.example", List.of(), "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> notices.sendMail("a@contoso.example", List.of("nobody"), "x", "y"))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(world.mails()).isEmpty();
        assertThat(world.said()).isEmpty();
    }
}
