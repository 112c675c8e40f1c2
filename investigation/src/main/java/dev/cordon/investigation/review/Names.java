package dev.cordon.investigation.review;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Names of one thing or person as rows spell them: a sign-in name here, an alias or a path there. Two of them are of the same one where a full
 * name is the same, or where one of them is no full name and is the other's alias: two people of one alias at two domains are two.
 */
final class Names {
    private Names() {}

    /** The spellings that say something, in lower case and without the path before them. */
    static Set<String> of(String... spelt) {
        return of(Arrays.stream(spelt));
    }

    static Set<String> of(Stream<String> spelt) {
        return spelt.map(Names::plain)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** In lower case, without path and the word for its kind of address. */
    static String plain(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT);
        if (text.startsWith("smtp:")) {
            text = text.substring("smtp:".length());
        }
        return text.substring(text.lastIndexOf('/') + 1).strip();
    }

    static boolean areOfOne(Set<String> some, Set<String> others) {
        return some.stream().anyMatch(one -> others.stream().anyMatch(other -> isSame(one, other)));
    }

    static boolean isSame(String one, String other) {
        boolean bothFull = one.indexOf('@') > 0 && other.indexOf('@') > 0;
        return one.equals(other) || (!bothFull && alias(one).equals(alias(other)));
    }

    /** What every spelling of the same one has in common. */
    static String alias(String name) {
        int at = name.indexOf('@');
        return at > 0 ? name.substring(0, at) : name;
    }
}
