package dev.cordon.response;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class NearestTest {
    @Test
    void few_are_shown_all_the_nearest_first() {
        assertThat(Nearest.of("contso", List.of("fabrikam", "contoso"))).containsExactly("contoso", "fabrikam");
        assertThat(Nearest.of("x", List.of())).isEmpty();
    }

    @Test
    void of_many_the_nearest_are_shown_and_how_many_more_there_are() {
        List<String> many = IntStream.range(0, 40)
                .mapToObj(i -> "INC-20260302-A" + (100 + i))
                .toList();

        List<String> shown = Nearest.of("inc-20260302-A117", many);

        assertThat(shown)
                .hasSize(Nearest.MOST + 1)
                .startsWith("INC-20260302-A117")
                .endsWith("and 35 more");
    }

    @Test
    void the_nearer_of_two_names_of_one_thing_counts() {
        assertThat(Nearest.of(
                        "Invoice",
                        List.of(List.of("5", "Rechnungen"), List.of("17146492835123003393", "Invoices")),
                        List::stream,
                        names -> names.get(1)))
                .containsExactly("Invoices", "Rechnungen");
    }

    @Test
    void names_of_any_length_and_script_are_compared() {
        assertThat(Nearest.of(
                        "a".repeat(100_000),
                        Stream.of("b".repeat(100_000), "\uD83D\uDE00").toList()))
                .hasSize(2);
    }
}
