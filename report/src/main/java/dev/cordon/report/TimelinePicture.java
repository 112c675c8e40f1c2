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
        attackLane();
        for (int index = 0; index < steps.size(); index++) {
            step(steps.get(index), FIRST_STEP + index * STEP_ROW);
        }
        marks();
        ticks();
        return new Block.Picture(
                svg,
                alternative(),
                "Diamonds are sign-ins of the attacker (filled) or in need of a second look (outlined); bars are the"
                        + " steps of the response; the dashed bar shows how long old tokens may still work. The three parts have"
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
            svg.diamond(axis.x(sighting.at()), ATTACK_ROW - 4, 6, attackers ? "attack" : "maybe");
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
        svg.text(fits ? from + breadth + 6 : from - 6, y + 12, fits ? "start" : "end", "quiet", remark(step));
    }

    /** How long it took where it worked, and otherwise how it ended. */
    private static String remark(StepProgress step) {
        return step.outcome()
                .map(outcome -> Words.tone(outcome) == Tone.GOOD
                        ? Words.duration(Duration.between(
                                step.startedAt().orElseThrow(),
                                step.endedAt().orElse(step.startedAt().orElseThrow())))
                        : outcome.word())
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

    private void marks() {
        for (IncidentState state : List.of(IncidentState.CONTAINED, IncidentState.VERIFIED)) {
            reached(state).ifPresent(at -> {
                svg.line(axis.x(at), 26, axis.x(at), bottom + 8, "mark");
                svg.text(axis.x(at) - 4, 31, "end", "strong", Word.of(state));
            });
        }
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

    private String alternative() {
        Duration took = Duration.between(axis.responseStart(), axis.responseEnd());
        String attack = source.attack()
                .map(summary -> Words.count(summary.attackers().size(), "sign-in", "sign-ins") + " of the attacker"
                        + summary.firstSeen()
                                .map(at -> " since " + Words.time(at))
                                .orElse(""))
                .orElse("no information about the attacker");
        String contained = reached(IncidentState.CONTAINED)
                .map(at -> "; contained at " + Words.time(at))
                .orElse("; not contained");
        return "Timeline: " + attack + "; the response began at " + Words.time(axis.responseStart()) + " and took "
                + Words.duration(took) + " in " + Words.count(steps.size(), "step", "steps") + contained
                + source.state()
                        .residual()
                        .map(access -> "; residual access until " + Words.time(access.until()))
                        .orElse("")
                + ". The table below says the same in words.";
    }
}
