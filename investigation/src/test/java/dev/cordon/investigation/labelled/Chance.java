package dev.cordon.investigation.labelled;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

/** Chance that is the same on every machine and every JDK: SplitMix64 from a seed. One thread. */
final class Chance {
    private long state;

    Chance(long seed) {
        this.state = seed;
    }

    private long next() {
        state += 0x9E3779B97F4A7C15L;
        long mixed = state;
        mixed = (mixed ^ (mixed >>> 30)) * 0xBF58476D1CE4E5B9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94D049BB133111EBL;
        return mixed ^ (mixed >>> 31);
    }

    /** At least 0 and below {@code bound}. */
    int below(int bound) {
        return (int) Math.floorMod(next(), (long) bound);
    }

    /** True {@code percent} times of a hundred. */
    boolean in(int percent) {
        return below(100) < percent;
    }

    <T> T of(List<T> choices) {
        return choices.get(below(choices.size()));
    }

    String uuid() {
        long high = (next() & ~0xF000L) | 0x4000L;
        long low = (next() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
        return new UUID(high, low).toString();
    }

    /** As the log writes the identifier of a token. */
    String token() {
        byte[] bytes = ByteBuffer.allocate(16).putLong(next()).putLong(next()).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
