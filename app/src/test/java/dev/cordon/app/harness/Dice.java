package dev.cordon.app.harness;

import java.util.List;
import java.util.Random;

/** Everything a scenario draws, from one seed. One thread. */
final class Dice {
    private final Random random;

    Dice(long seed) {
        this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    }

    /** From {@code low} to {@code high}, both included. */
    int between(int low, int high) {
        return low + random.nextInt(high - low + 1);
    }

    /** True so often in a hundred. */
    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    @SuppressWarnings("varargs") // the array is copied and never written to
    final <T> T of(T... choices) {
        return of(List.of(choices));
    }

    <T> T of(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    /** Some minutes before the start, as a scenario writes it. */
    String minutesAgo(int low, int high) {
        return "-PT" + between(low, high) + "M";
    }

    String daysAgo(int low, int high) {
        return "-P" + between(low, high) + "D";
    }
}
