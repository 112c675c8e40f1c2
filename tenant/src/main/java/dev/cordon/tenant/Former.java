package dev.cordon.tenant;

import static java.util.Objects.requireNonNull;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A thing field by field, as answers show it: what it was, to be given back, or what it is now, to be compared with that. Values are JSON
 * texts in one fixed form, so that equal values are equal texts. They are untrusted text.
 *
 * @param id the id it is listed by, as the record of its area has it
 * @param likeness what makes another thing one in its place: the name of a rule, for example, or the telephone's type
 * @param settable every field that a client can set
 * @param others fields that only the service sets, such as ids, dates and order
 * @param whenRemoved what removing it does to settable fields, empty text for a field that is not its own any more then; empty where the
 *     thing is gone
 * @param whenDisabled what disabling it first does to settable fields, where it is removed by two calls; empty where it is by one
 * @param obstacle why it cannot be given back by calls and who can; empty text where it can
 * @param means what the call that gives it back needs beside its fields, {@code order} among
 *     others of its kind where that matters; not compared
 * @param note what giving it back cannot show; empty text where it shows everything
 */
public record Former(
        String id,
        String likeness,
        Map<String, String> settable,
        Map<String, String> others,
        Map<String, String> whenRemoved,
        Map<String, String> whenDisabled,
        String obstacle,
        Map<String, String> means,
        String note) {
    public Former {
        requireNonNull(id, "id is null");
        requireNonNull(likeness, "likeness is null");
        settable = Map.copyOf(settable);
        others = Map.copyOf(others);
        whenRemoved = Map.copyOf(whenRemoved);
        whenDisabled = Map.copyOf(whenDisabled);
        requireNonNull(obstacle, "obstacle is null");
        means = Map.copyOf(means);
        requireNonNull(note, "note is null");
    }

    /** A thing that is gone when it is removed. */
    public static Former of(String id, String likeness, Map<String, String> settable, Map<String, String> others) {
        return new Former(id, likeness, settable, others, Map.of(), Map.of(), "", Map.of(), "");
    }

    /** The same thing, of which removing it leaves this. */
    public Former whenRemoved(Map<String, String> fields) {
        return new Former(id, likeness, settable, others, fields, whenDisabled, obstacle, means, note);
    }

    /** The same thing, which disabling leaves like this while it is not removed yet. */
    public Former whenDisabled(Map<String, String> fields) {
        return new Former(id, likeness, settable, others, whenRemoved, fields, obstacle, means, note);
    }

    /** The same thing, which cannot be given back by calls. */
    public Former withObstacle(String why) {
        return new Former(id, likeness, settable, others, whenRemoved, whenDisabled, why, means, note);
    }

    /** The same thing, with what giving it back cannot show. */
    public Former withNote(String words) {
        return new Former(id, likeness, settable, others, whenRemoved, whenDisabled, obstacle, means, words);
    }

    /** The same thing, with what the call that gives it back needs. */
    public Former withMeans(Map<String, String> needed) {
        return new Former(id, likeness, settable, others, whenRemoved, whenDisabled, obstacle, needed, note);
    }

    /** Whether every field that a client can set is the same. */
    public boolean isLike(Former other) {
        return settable.equals(other.settable);
    }

    /** Whether {@code now} is what removing this left behind. */
    public boolean isRemovedAs(Former now) {
        return isLeftBy(whenRemoved, now);
    }

    /** Whether {@code now} is the thing itself, disabled and not removed. */
    public boolean isDisabledAs(Former now) {
        return id.equals(now.id) && isLeftBy(whenDisabled, now);
    }

    private boolean isLeftBy(Map<String, String> change, Former now) {
        Map<String, String> left = new LinkedHashMap<>(settable);
        left.putAll(change);
        left.values().removeIf(String::isEmpty);
        return !change.isEmpty() && now.settable.equals(left);
    }

    /** The names of the settable fields in which the two differ, sorted. */
    public Set<String> settableDifferences(Former other) {
        return differences(settable, other.settable);
    }

    /** The names of the other fields in which the two differ, sorted. */
    public Set<String> otherDifferences(Former other) {
        return differences(others, other.others);
    }

    /** A settable or other field; empty text where it has none of that name. */
    public String field(String name) {
        return settable.getOrDefault(name, others.getOrDefault(name, ""));
    }

    private static Set<String> differences(Map<String, String> one, Map<String, String> other) {
        Set<String> names = new TreeSet<>(one.keySet());
        names.addAll(other.keySet());
        names.removeIf(name -> one.getOrDefault(name, "").equals(other.getOrDefault(name, "")));
        return names;
    }
}
