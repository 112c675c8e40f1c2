package dev.cordon.investigation.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class ForemostTest {
    private static final int MOST = 5;

    private static Foremost<Integer, Integer> held(List<Integer> given) {
        Foremost<Integer, Integer> held = new Foremost<>(Comparator.<Integer>naturalOrder(), Integer::sum, MOST);
        given.forEach(key -> held.put(key, 1));
        return held;
    }

    @Property(tries = 300)
    void the_first_of_them_are_held_with_all_that_was_given_of_each_in_whatever_order(
            @ForAll @Size(max = 30) List<@IntRange(min = 0, max = 12) Integer> given, @ForAll long seed) {
        Map<Integer, Integer> expected = new TreeMap<>();
        given.forEach(key -> expected.merge(key, 1, Integer::sum));
        boolean isMore = expected.size() > MOST;
        List<Integer> first = expected.keySet().stream().limit(MOST).toList();
        expected.keySet().retainAll(first);
        List<Integer> shuffled = new ArrayList<>(given);
        Collections.shuffle(shuffled, new Random(seed));

        assertThat(held(given).byKey()).isEqualTo(expected);
        assertThat(held(shuffled).byKey()).isEqualTo(expected);
        assertThat(held(shuffled).isCut()).isEqualTo(isMore);
    }
}
