package dev.cordon.microsoft365.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.ContentSearches.MailQuery;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KeywordQueryTest {
    @Test
    void a_query_names_sender_words_of_the_subject_and_days() {
        assertThat(query("mallory@evil.example", "Your invoice"))
                .isEqualTo(
                        "(from:mallory@evil.example AND subject:\"Your invoice\" AND received>=2026-03-01 AND received<=2026-03-03)");
    }

    @Test
    void no_text_ends_its_quotes_or_stands_for_anything() {
        assertThat(query("mallory@evil.example", "x\" OR subject:* \u201cOR\u201d \u202efrom:\r\n\"a"))
                .contains("AND subject:\"x OR subject: OR from: a\" AND");
        assertThat(query("a b\"@evil.example OR from:*", "x")).startsWith("(from:\"a b @evil.example OR from:\" AND");
        assertThat(query("o'neil@evil.example", "x")).startsWith("(from:\"o'neil@evil.example\" AND");
    }

    @Test
    void where_no_word_is_left_nothing_is_searched() {
        assertThatThrownBy(() -> query("mallory@evil.example", "\"***\"")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String query(String sender, String subject) {
        return KeywordQuery.of(new MailQuery(
                Optional.of(sender),
                Optional.of(subject),
                Optional.of(LocalDate.of(2026, 3, 1)),
                Optional.of(LocalDate.of(2026, 3, 3))));
    }
}
