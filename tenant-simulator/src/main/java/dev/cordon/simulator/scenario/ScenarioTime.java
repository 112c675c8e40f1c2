package dev.cordon.simulator.scenario;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.Locale;
import java.util.Optional;

/** The two forms of time a scenario may use. */
final class ScenarioTime {

    private ScenarioTime() {}

    /** An ISO-8601 instant with a zone, such as {@code 2026-03-02T08:00:00Z}. */
    static Optional<Instant> instant(String text) {
        try {
            return Optional.of(OffsetDateTime.parse(text).toInstant());
        } catch (DateTimeException notAnInstant) {
            return Optional.empty();
        }
    }

    /** An ISO-8601 duration; years count 365 days, months 30, weeks 7. */
    static Optional<Duration> duration(String text) {
        try {
            return Optional.of(Duration.parse(text));
        } catch (DateTimeException notADuration) {
            return period(text);
        }
    }

    private static Optional<Duration> period(String text) {
        var time = text.toUpperCase(Locale.ROOT).indexOf('T');
        try {
            var period = Period.parse(time < 0 ? text : text.substring(0, time));
            var days = Duration.ofDays(365L * period.getYears() + 30L * period.getMonths() + period.getDays());
            var sign = text.startsWith("-") ? "-" : "";
            return Optional.of(time < 0 ? days : days.plus(Duration.parse(sign + "P" + text.substring(time))));
        } catch (DateTimeException neither) {
            return Optional.empty();
        }
    }
}
