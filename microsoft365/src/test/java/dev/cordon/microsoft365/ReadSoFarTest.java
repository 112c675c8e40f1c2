package dev.cordon.microsoft365;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cordon.tenant.Answer;
import dev.cordon.tenant.Bytes;
import dev.cordon.tenant.LogPage;
import dev.cordon.tenant.LogRow;
import dev.cordon.tenant.ReadSoFar;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class ReadSoFarTest {
    private static final Instant END = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void the_pages_to_come_are_as_many_as_what_is_left_of_the_time_holds_at_the_pace_so_far() {
        ReadSoFar read = ReadSoFar.nothing().with(page(0, 1800)).with(page(1800, 3600));

        assertThat(read.pagesToCome(END.minusSeconds(3600 * 24))).hasValue(46);
        assertThat(read.pagesToCome(END.minusSeconds(3600))).hasValue(0);
        assertThat(read.pagesToCome(END)).hasValue(0);
    }

    @Test
    void nothing_is_guessed_from_nothing_or_from_one_moment() {
        assertThat(ReadSoFar.nothing().pagesToCome(END)).isEmpty();
        assertThat(ReadSoFar.nothing().with(page()).with(page(7, 7)).pagesToCome(END.minusSeconds(60)))
                .isEmpty();
        assertThatThrownBy(() -> new ReadSoFar(1, Optional.of(END), Optional.empty()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Property
    void the_order_of_rows_and_pages_decides_nothing(
            @ForAll @Size(max = 8) List<@Size(max = 5) List<@IntRange(max = 100_000) Integer>> pages,
            @ForAll long seed) {
        List<List<Integer>> shuffled = new ArrayList<>();
        pages.forEach(page -> {
            List<Integer> rows = new ArrayList<>(page);
            Collections.shuffle(rows, new Random(seed));
            shuffled.add(rows);
        });
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(read(shuffled)).isEqualTo(read(pages));
    }

    private static ReadSoFar read(List<List<Integer>> pages) {
        ReadSoFar read = ReadSoFar.nothing();
        for (List<Integer> page : pages) {
            read = read.with(page(page.stream().mapToInt(Integer::intValue).toArray()));
        }
        return read;
    }

    private static LogPage<String> page(int... secondsBack) {
        List<LogRow> rows = Arrays.stream(secondsBack)
                .mapToObj(back -> new LogRow("r" + back, Optional.of(END.minusSeconds(back)), "", "", "", "{}"))
                .toList();
        Answer answer = new Answer("GET x", 200, Optional.empty(), END, "", Bytes.copyOf(new byte[0]), false);
        return new LogPage<>(rows, List.of(answer), "next");
    }
}
