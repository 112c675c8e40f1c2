package dev.cordon.report;

import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.LogReach;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How far one log was read by those who collected it: said beside everything that was found in it, and beside "none". */
final class LogReading {
    private final ReportSource source;
    private final Log log;
    private final LogReach reach;

    private LogReading(ReportSource source, Log log) {
        this.source = source;
        this.log = log;
        this.reach = LogReach.of(log, CollectedParts.of(source.state()));
    }

    static LogReading of(ReportSource source, Log log) {
        return new LogReading(source, log);
    }

    /** Whether anything of it was read to its end, now or before it was asked again. */
    boolean isRead() {
        return CollectedParts.of(source.state()).stream()
                .anyMatch(part -> part.source().log().log() == log
                        && (part.isRead() || part.through().isPresent()));
    }

    /** Whether all of it that was asked for was read to its end, at least for some time: only then does a row that is not there say anything. */
    boolean isWhole() {
        return switch (reach) {
            case LogReach.NotCollected _ -> false;
            case LogReach.NotWhole whole -> whole.through().isPresent();
            case LogReach.Late _, LogReach.Complete _ -> true;
        };
    }

    /** What it is called. */
    String name() {
        return Words.log(log);
    }

    /** Why a row that is not there says nothing. */
    String whyNotWhole() {
        return reach.missing().isEmpty() ? "not collected" : standings();
    }

    private String standings() {
        return reach.missing().stream().map(CollectedPart::standing).distinct().collect(Collectors.joining(", "));
    }

    /** What a log without a row says: that it was read, that it could not be, or that nobody asked. */
    String withoutRows() {
        return switch (reach) {
            case LogReach.NotCollected _ -> "none: not looked at";
            case LogReach.NotWhole whole ->
                whole.through()
                        .map(at -> "none through " + Words.time(at) + ": not wholly read")
                        .orElse("none: not read");
            case LogReach.Late _ -> "none so far: rows may still arrive";
            case LogReach.Complete _ -> "none: it was read and had none";
        };
    }

    /** How many rows, and until when they count: nothing that is found or not found in them may be told without it. */
    String looked(Looked looked) {
        return Words.count(looked.rows(), "row", "rows") + " of the " + name() + until(looked.last());
    }

    /**
     * Until when that counts.
     *
     * @param last the time of the newest row
     */
    String until(Optional<Instant> last) {
        return switch (reach) {
            case LogReach.NotCollected _ ->
                last.map(at -> " until " + Words.time(at)).orElse("");
            case LogReach.NotWhole whole ->
                whole.through()
                                .map(at -> ", complete through " + Words.time(at) + ", but not wholly read (")
                                .orElse(", of which no time is known to be complete and which was not wholly read (")
                        + standings() + ")"
                        + (whole.late().isEmpty() ? "" : " and to which rows may still arrive");
            case LogReach.Late late ->
                late.through()
                        .map(at -> ", complete through " + Words.time(at) + " (rows since then may still arrive)")
                        .orElse(", to which rows of all its time may still arrive");
            case LogReach.Complete complete ->
                complete.through()
                        .map(at -> ", complete through " + Words.time(at))
                        .orElse("");
        };
    }

    /** A few words for a summary; nothing where no row can be missing that was asked for, or nobody can say. */
    String caution() {
        return switch (reach) {
            case LogReach.NotCollected _, LogReach.Complete _ -> "";
            case LogReach.NotWhole whole ->
                whole.through()
                        .map(at -> " (through " + Words.time(at) + "; not wholly read)")
                        .orElse(" (the log was not wholly read)");
            case LogReach.Late late ->
                late.through()
                        .map(at -> " (through " + Words.time(at) + "; more may arrive)")
                        .orElse(" (all its rows may still arrive)");
        };
    }

    /** Names each part that was asked for and did not come, or to which rows may still arrive, and why; nothing where all came. */
    List<Block> notice() {
        List<CollectedPart> parts =
                Stream.concat(reach.missing().stream(), reach.late().stream()).toList();
        if (parts.isEmpty()) {
            return List.of();
        }
        return List.of(
                new Block.Notice(
                        Tone.ATTENTION,
                        "Not wholly read: " + Words.log(log),
                        Inline.text(
                                "What is found below is not all, and “none” holds only within what was read. Missing, or late:")),
                new Block.Points(parts.stream().map(this::point).toList()));
    }

    private List<Inline> point(CollectedPart part) {
        List<Inline> point = new ArrayList<>();
        point.add(new Inline.Text(Words.capital(Words.log(Word.of(part.source().log()))) + " of"));
        point.add(new Inline.Value(part.source().of()));
        point.addAll(stand(part));
        if (part.isLate() && part.reason().isBlank()) {
            point.addAll(late(part));
        }
        if (!part.isRead()) {
            part.through().ifPresent(through -> point.addAll(known(through)));
        }
        point.add(new Inline.Text(Words.count(part.different(), "row", "rows") + " of it came."));
        return point;
    }

    private static List<Inline> known(Instant through) {
        return List.of(new Inline.Text("It is complete through"), new Inline.Time(through), new Inline.Text("UTC."));
    }

    private static List<Inline> late(CollectedPart part) {
        return part.through()
                .<List<Inline>>map(through -> List.of(
                        new Inline.Text("Complete through"),
                        new Inline.Time(through),
                        new Inline.Text("UTC; rows since then may still arrive.")))
                .orElseGet(() -> Inline.text("Rows of all its time may still arrive."));
    }

    /** In the words of the table of collections. */
    private List<Inline> stand(CollectedPart part) {
        return source.state().chronicle().collections().stream()
                .filter(one -> one.source().equals(Word.of(part.source().log()))
                        && one.of().equals(part.source().of()))
                .findFirst()
                .map(CollectionTable::stand)
                .orElse(List.of());
    }
}
