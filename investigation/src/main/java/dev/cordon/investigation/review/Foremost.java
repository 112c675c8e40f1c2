package dev.cordon.investigation.review;

import java.util.Collections;
import java.util.Comparator;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BinaryOperator;

/**
 * At most so many things, those whose keys come first: the same ones in whatever order they are given, and however often. For one thread.
 *
 * @param <K> by what they are told apart and put in order
 */
final class Foremost<K, V> {
    private final Comparator<? super K> order;
    private final TreeMap<K, V> held;
    private final BinaryOperator<V> both;
    private final int most;
    private boolean isCut;

    /**
     * Nothing yet.
     *
     * @param both makes one of two with the same key, the same one whichever comes first
     * @param most so many are held
     */
    Foremost(Comparator<? super K> order, BinaryOperator<V> both, int most) {
        this.order = order;
        this.held = new TreeMap<>(order);
        this.both = both;
        this.most = most;
    }

    /** Takes one in. What had to go once never stays again: only what comes before it can have taken its place. */
    void put(K key, V value) {
        if (held.size() < most || order.compare(key, held.lastKey()) <= 0) {
            held.merge(key, value, both);
        } else {
            isCut = true;
        }
        if (held.size() > most) {
            held.pollLastEntry();
            isCut = true;
        }
    }

    /** Whether there were more. */
    boolean isCut() {
        return isCut;
    }

    /** What is held, in the order of the keys. */
    SortedMap<K, V> byKey() {
        return Collections.unmodifiableSortedMap(held);
    }
}
