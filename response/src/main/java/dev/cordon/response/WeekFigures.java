package dev.cordon.response;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * The figures of one review, a row of the weekly log. What could not be read has no figure: it is never nought.
 *
 * @param values figure to its text
 */
public record WeekFigures(Map<Figure, String> values) {
    public WeekFigures {
        values = values.isEmpty() ? Map.of() : Map.copyOf(values);
    }

    /** What is counted. */
    public enum Figure {
        /** Incidents of Microsoft Defender that were made or changed. */
        INCIDENTS,
        /** Those among them of high or medium severity that are not resolved. */
        URGENT_INCIDENTS,
        /** Users with a sign-in that is not taken for their own. */
        SIGN_IN_FLAGS,
        /** Sign-ins that Conditional Access refused. */
        REFUSED_BY_POLICY,
        SECURE_SCORE,
        SECURE_SCORE_MAXIMUM,
        /** Alerts about phishing that was delivered or clicked. */
        PHISHING_ALERTS,
        /** Links that Safe Links blocked and somebody clicked. */
        PHISHING_LINKS,
        /** People who reached such a page, or may have. */
        PHISHING_REACHED,
        COMPLIANT_DEVICES,
        DEVICES,
        LOSS_PREVENTION_MATCHES;

        /** As the documents spell it. */
        public String key() {
            StringBuilder key = new StringBuilder();
            for (String word : name().toLowerCase(Locale.ROOT).split("_")) {
                key.append(key.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
            }
            return key.toString();
        }
    }

    /** The figure; empty where it could not be read. */
    public Optional<String> of(Figure figure) {
        return Optional.ofNullable(values.get(figure));
    }

    /** By their keys, for the journal. */
    Map<String, String> byKey() {
        Map<String, String> byKey = new HashMap<>();
        values.forEach((figure, value) -> byKey.put(figure.key(), value));
        return byKey;
    }

    /** From the journal; what this version does not know is passed over. */
    static WeekFigures ofKeys(Map<String, String> byKey) {
        Map<Figure, String> values = new EnumMap<>(Figure.class);
        for (Figure figure : Figure.values()) {
            String value = byKey.get(figure.key());
            if (value != null) {
                values.put(figure, value);
            }
        }
        return new WeekFigures(values);
    }
}
