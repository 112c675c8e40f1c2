package dev.cordon.investigation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class WordListTest {
    private final WordList words = WordList.of("ach, invoice, phish, überweisung, 発票, оплат");

    @Test
    void a_long_word_is_found_where_a_word_begins_and_not_within_one() {
        assertThat(words.foundIn("Your INVOICES are due")).isTrue();
        assertThat(words.foundIn("preinvoice")).isFalse();
        assertThat(words.foundIn("4invoice")).isFalse();
        assertThat(words.foundIn("(invoice)")).isTrue();
    }

    @Test
    void a_short_latin_word_is_found_only_where_it_stands_alone() {
        assertThat(words.foundIn("by ACH today")).isTrue();
        assertThat(words.foundIn("ach")).isTrue();
        assertThat(words.foundIn("achieve")).isFalse();
        assertThat(words.foundIn("reach")).isFalse();
    }

    @Test
    void scripts_without_blanks_are_found_anywhere_and_others_at_their_beginnings() {
        assertThat(words.foundIn("新発票です")).isTrue();
        assertThat(words.foundIn("Срок оплаты")).isTrue();
        assertThat(words.foundIn("предоплата")).isFalse();
    }

    @Test
    void accents_case_and_invisible_signs_hide_nothing() {
        assertThat(words.foundIn("UBERWEISUNG")).isTrue();
        assertThat(words.foundIn("Überweisung")).isTrue();
        assertThat(words.foundIn("in\u200bvoice")).isTrue();
    }

    @Test
    void each_different_word_counts_once_over_all_texts() {
        assertThat(words.countIn(List.of("invoice, invoice", "an ACH invoice", "phishing")))
                .isEqualTo(3);
        assertThat(words.countIn(List.of("", "nothing of it"))).isZero();
        assertThat(words.foundInAny(List.of())).isFalse();
    }
}
