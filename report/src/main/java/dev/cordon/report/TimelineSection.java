package dev.cordon.report;

import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Document.Section;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Section 2: the course of the incident, as a picture and as a table. */
final class TimelineSection {
    private TimelineSection() {}

    static Section of(ReportSource source) {
        List<TimelineEntry> attackers = source.rows().map(AttackerRows::of).orElse(List.of());
        List<TimelineEntry> shown = Stream.concat(
                        IncidentTimeline.milestones(source.entries(), source.attack()).stream(), attackers.stream())
                .sorted(Comparator.comparing(TimelineEntry::at))
                .toList();
        List<Block> blocks = new ArrayList<>();
        if (source.isResponse()) {
            blocks.add(TimelinePicture.of(source));
        }
        blocks.add(new Block.Table(
                "The course of the incident (UTC)",
                List.of("Time", "Side", "What happened", "Who", "Sure? By what"),
                shown.stream().map(TimelineSection::row).toList(),
                "Nothing was recorded."));
        blocks.add(Block.paragraph(
                "Lines of one kind about one thing are one line here. Each of them: cordon incident timeline "
                        + source.incident().id() + " --json, or journal.jsonl of an export; the rows of logs in their"
                        + " exhibits."));
        if (source.isResponse()) {
            blocks.add(targets(source));
        }
        return new Section("timeline", "2. Timeline", blocks);
    }

    private static Block targets(ReportSource source) {
        return new Block.Table(
                "Response targets",
                List.of("Target", "Limit", "Taken", "Met?"),
                source.targets().stream().map(TimelineSection::target).toList(),
                "The organisation has made no promise for this kind of detection.");
    }

    private static Row row(TimelineEntry entry) {
        boolean attacker = entry.lane() == TimelineEntry.Lane.ATTACKER;
        return Row.of(
                Inline.time(entry.at()),
                Inline.badge(attacker ? "attack" : "response", attacker ? Tone.BAD : Tone.NEUTRAL),
                Inline.text(entry.text()),
                Inline.text(entry.actor()),
                List.of(
                        new Inline.Text(entry.confidence() + ","),
                        entry.exhibit()
                                .<Inline>map(id -> new Inline.Value(id.value()))
                                .orElse(new Inline.Text(entry.source()))));
    }

    private static Row target(dev.cordon.incident.ResponseTarget.Measured measured) {
        return Row.of(
                Inline.text(measured.target().id() + ": " + measured.target().text()
                        + (measured.target().businessHours() ? " (business hours; measured by the wall clock)" : "")),
                Inline.text(Words.duration(measured.target().limit())),
                Inline.text(measured.elapsed().map(Words::duration).orElse("still running")),
                measured.met()
                        .map(met -> Inline.badge(met ? "met" : "missed", met ? Tone.GOOD : Tone.BAD))
                        .orElse(Inline.badge("unknown", Tone.ATTENTION)));
    }
}
