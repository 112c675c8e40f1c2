package dev.cordon.report;

import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.StepProgress;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A time axis in up to three parts, each with its own scale: before the response, the response, after it.
 *
 * @param parts the parts from left to right, without gaps
 * @param responseStart when the response began
 * @param responseEnd when it ended, as far as it has
 */
record PictureAxis(List<Part> parts, Instant responseStart, Instant responseEnd) {
    PictureAxis {
        parts = List.copyOf(parts);
    }

    static PictureAxis of(ReportSource source, double left, double right) {
        Instant start = source.state().steps().values().stream()
                .flatMap(step -> step.startedAt().stream())
                .min(Instant::compareTo)
                .orElse(source.incident().openedAt());
        Instant end = source.state().steps().values().stream()
                .flatMap(step -> latest(step).stream())
                .max(Instant::compareTo)
                .filter(last -> last.isAfter(start))
                .orElse(start.plusSeconds(60));
        Instant begin = IncidentTimeline.beginning(source);
        Optional<Instant> until = source.state().residual().map(CaseEntry.ResidualAccess::until);
        boolean before = begin.isBefore(start);
        boolean after = until.filter(end::isBefore).isPresent();
        double width = right - left;
        double first = before ? left + width * 0.24 : left;
        double second = after ? right - width * 0.16 : right;
        List<Part> parts = new ArrayList<>();
        if (before) {
            parts.add(new Part("Before", begin, start, left, first));
        }
        parts.add(new Part("Response", start, end, first, second));
        if (after) {
            parts.add(new Part("After", end, until.orElse(end), second, right));
        }
        return new PictureAxis(parts, start, end);
    }

    private static Optional<Instant> latest(StepProgress step) {
        return step.endedAt().or(step::startedAt);
    }

    double right() {
        return parts.getLast().right();
    }

    Instant end() {
        return parts.getLast().to();
    }

    /** Where {@code at} lies; outside the axis it lies at its nearer end. */
    double x(Instant at) {
        for (Part part : parts) {
            if (at.isBefore(part.to())) {
                return part.x(at);
            }
        }
        return parts.getLast().x(at);
    }

    /** A time on the axis: the day too where the parts lie on different days. */
    String tick(Instant at) {
        String text =
                at.truncatedTo(ChronoUnit.SECONDS).toString().replace('T', ' ').replace("Z", "");
        return Duration.between(parts.getFirst().from(), end()).compareTo(Duration.ofHours(20)) > 0
                ? text.substring(5, 16)
                : text.substring(11);
    }

    /**
     * A part of the axis.
     *
     * @param name its heading
     * @param from its first time
     * @param to its last time
     * @param left where it begins
     * @param right where it ends
     */
    record Part(String name, Instant from, Instant to, double left, double right) {
        double x(Instant at) {
            double whole = Math.max(1, Duration.between(from, to).toMillis());
            double share = Math.clamp(Duration.between(from, at).toMillis() / whole, 0.0, 1.0);
            return left + 8 + share * (right - left - 16);
        }
    }
}
