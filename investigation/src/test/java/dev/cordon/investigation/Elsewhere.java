package dev.cordon.investigation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TimeZone;
import java.util.function.Supplier;

/** The same again on a machine of another zone and language, and with rows in another order: a judgement hangs on none of them. */
public final class Elsewhere {
    private Elsewhere() {}

    /** What comes of it where the day is another one and an I in lower case has no dot. */
    public static <T> T judged(Supplier<T> judging) {
        TimeZone zone = TimeZone.getDefault();
        Locale locale = Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Kiritimati"));
            Locale.setDefault(Locale.forLanguageTag("tr-TR"));
            return judging.get();
        } finally {
            TimeZone.setDefault(zone);
            Locale.setDefault(locale);
        }
    }

    /** The rows in another order, half of them twice. */
    public static <T> List<T> mixed(List<T> rows, long seed) {
        List<T> mixed = new ArrayList<>(rows);
        mixed.addAll(rows.subList(0, rows.size() / 2));
        Collections.shuffle(mixed, new Random(seed));
        return mixed;
    }
}
