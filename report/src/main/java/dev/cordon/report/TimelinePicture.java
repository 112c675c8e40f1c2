package dev.cordon.report;

import dev.cordon.incident.IncidentState;
import dev.cordon.incident.Word;
import dev.cordon.investigation.AttackSummary;
import dev.cordon.investigation.Verdict;
import dev.cordon.procedure.journal.CaseEntry;
import dev.cordon.procedure.journal.Recorded;
import dev.cordon.procedure.journal.StepProgress;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Svg;
import dev.cordon.report.document.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Draws the attacker's lane above the response's steps, on one axis whose three parts have scales of their own. */
final class TimelinePicture {
    private static final int WIDTH = 960;
    private static final int LABELS = 214;
    private static final int ATTACK_ROW = 58;
    private static final int FIRST_STEP = 96;
    private static final int STEP_ROW = 21;
    private static final List<IncidentState> MARKED = List.of(IncidentState.CONTAINED, IncidentState.VERIFIED);

    private final ReportSource source;
    private final List<StepProgress> steps;
    private final PictureAxis axis;
    private final Svg svg;
    private final int bottom;

    private TimelinePicture(ReportSource source) {
        this.source = source;
        this.steps = source.state().steps().values().stream()
                .filter(step -> step.startedAt().isPresent() && !Words.isBeingWritten(step))
                .toList();
        this.bottom = FIRST_STEP + steps.size() * STEP_ROW;
        this.axis = PictureAxis.of(source, LABELS, WIDTH - 16);
        this.svg = new Svg(WIDTH, bottom + 42);
    }

    static Block of(ReportSource source) {
        return new TimelinePicture(source).draw();
    }

    private Block draw() {
        zones();
        lines();
        attackLane();
        for (int index = 0; index < steps.size(); index++) {
            step(steps.get(index), FIRST_STEP + index * STEP_ROW);
        }
        marks();
        ticks();
        return new Block.Picture(
                svg,
                alternative(),
                "Diamonds are sign-ins of the attacker (filled) or in need of a second look (outlined), crosses are sign-ins"
                        + " that were refused; bars are the"
                        + " steps of the response, by the tenant's clock; the number beside a bar is the wall time that the step"
                        + " took, as in section 4; the dashed bar shows how long old tokens may still work. The three parts have"
                        + " scales of their own.");
    }

    private void zones() {
        for (PictureAxis.Part part : axis.parts()) {
            svg.text((part.left() + part.right()) / 2.0, 16, "middle", "zone", part.name());
            svg.line(part.left(), 26, part.left(), bottom + 8, "cut");
        }
        svg.rectangle(LABELS, ATTACK_ROW - 24, WIDTH - 16 - LABELS, 40, "band");
    }

    private void attackLane() {
        svg.text(LABELS - 12, ATTACK_ROW, "end", "strong", "Attacker");
        source.state().residual().ifPresent(access -> {
            double from = axis.x(axis.responseEnd());
            double to = axis.x(access.until());
            svg.rectangle(from, ATTACK_ROW - 12, Math.max(3, to - from), 17, "residual");
        });
        List<AttackSummary.Sighting> sightings =
                source.attack().map(AttackSummary::sightings).orElse(List.of());
        for (AttackSummary.Sighting sighting : sightings) {
            boolean attackers = sighting.verdict() == Verdict.MALICIOUS;
            if (sighting.succeeded()) {
                svg.diamond(axis.x(sighting.at()), ATTACK_ROW - 4, 6, attackers ? "attack" : "maybe");
            } else {
                svg.cross(axis.x(sighting.at()), ATTACK_ROW - 4, 4, "refused");
            }
        }
        if (sightings.isEmpty()) {
            svg.text(LABELS + 8, ATTACK_ROW, "start", "quiet", "no sign-in stood out in the logs that were read");
        }
    }

    private void step(StepProgress step, int y) {
        svg.text(
                LABELS - 12,
                y + 12,
                "end",
                step.outcome().isPresent() ? "name" : "strong",
                step.id().value());
        Instant start = step.startedAt().orElseThrow();
        double from = axis.x(start);
        double to = axis.x(step.endedAt().orElse(axis.responseEnd()));
        double breadth = Math.max(4, to - from);
        svg.rectangle(from, y + 2, breadth, 13, style(step));
        boolean fits = axis.right() - (from + breadth) > 100;
        named(fits ? from + breadth + 6 : from - 6, y + 12, fits ? "start" : "end", "quiet", remark(step));
    }

    /** How long it took where it worked, the same number as in the table of steps, and otherwise how it ended. */
    private static String remark(StepProgress step) {
        return step.outcome()
                .map(outcome -> Words.tone(outcome) == Tone.GOOD ? Words.duration(step.duration()) : outcome.word())
                .orElse("did not end");
    }

    private static String style(StepProgress step) {
        Tone tone = step.outcome().map(Words::tone).orElse(Tone.BAD);
        return switch (tone) {
            case GOOD -> "done";
            case NEUTRAL -> "skipped";
            case ATTENTION, BAD -> "undone";
        };
    }

    /** Beneath everything that is written. */
    private void lines() {
        for (IncidentState state : MARKED) {
            reached(state).ifPresent(at -> svg.line(axis.x(at), 26, axis.x(at), bottom + 8, "mark"));
        }
    }

    /** The first is named on the left of its line and the last on the right, where there is room: they may lie side by side. */
    private void marks() {
        for (IncidentState state : MARKED) {
            reached(state).ifPresent(at -> {
                double x = axis.x(at);
                boolean right = state == IncidentState.VERIFIED && x + 4 + breadth(Word.of(state)) < axis.right();
                named(right ? x + 4 : x - 4, 31, right ? "start" : "end", "strong", Word.of(state));
            });
        }
    }

    /** A text with nothing behind it, so that no line runs through it. */
    private void named(double x, double y, String anchor, String style, String text) {
        double breadth = breadth(text);
        svg.rectangle(anchor.equals("end") ? x - breadth : x, y - 10, breadth, 13, "ground");
        svg.text(x, y, anchor, style, text);
    }

    /** About how broad a text is. */
    private static double breadth(String text) {
        return text.length() * 6.4;
    }

    private Optional<Instant> reached(IncidentState state) {
        return source.entries().stream()
                .filter(recorded -> recorded.entry() instanceof CaseEntry.StateChanged changed && changed.to() == state)
                .map(Recorded::at)
                .findFirst();
    }

    private void ticks() {
        svg.line(LABELS, bottom + 8, axis.right(), bottom + 8, "axis");
        for (PictureAxis.Part part : axis.parts()) {
            svg.text(part.left() + 3, bottom + 22, "start", "quiet", axis.tick(part.from()));
        }
        svg.text(axis.right(), bottom + 36, "end", "quiet", axis.tick(axis.end()) + " UTC");
    }

    private static long got(AttackSummary summary, boolean in) {
        return summary.attackers().stream()
                .filter(sighting -> sighting.succeeded() == in)
                .count();
    }

    private String alternative() {
        Duration took = Duration.between(axis.responseStart(), axis.responseEnd());
        String attack = source.attack()
                .map(summary -> Words.count(got(summary, true), "sign-in", "sign-ins") + " of the attacker"
                        + (got(summary, false) == 0 ? "" : " and " + got(summary, false) + " that were refused")
                        + summary.firstSeen()
                                .map(at -> " since " + Words.time(at))
                                .orElse(""))
                .orElse("no information about the attacker");
        String contained = reached(IncidentState.CONTAINED)
                .map(at -> "; contained at " + Words.time(at))
                .orElse("; not contained");
        return "Timeline: " + attack + "; the response began at " + Words.time(axis.responseStart()) + " and took "
                + Words.duration(took) + " by the tenant's clock in " + Words.count(steps.size(), "step", "steps")
                + contained
                + source.state()
                        .residual()
                        .map(access -> "; residual access until " + Words.time(access.until()))
                        .orElse("")
                + ". The table below says the same in words.";
    }
}
