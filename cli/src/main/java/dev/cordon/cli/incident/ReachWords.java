package dev.cordon.cli.incident;

import dev.cordon.cli.screen.Amount;
import dev.cordon.cli.screen.Printable;
import dev.cordon.cli.screen.Screen;
import dev.cordon.cli.screen.Tone;
import dev.cordon.incident.Word;
import dev.cordon.investigation.collection.CollectedPart;
import dev.cordon.investigation.collection.LogReach;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Until when what was found in a log, and what was not, can be counted on. Stateless. */
final class ReachWords {
    private static final int MOST = 20;

    private ReachWords() {}

    /** What was looked at of a log and until when that counts: {@code 12 rows of the audit log, complete through ...}. */
    static String looked(Reconstructed reconstructed, Log log) {
        Looked looked = reconstructed.reconstruction().looked(log);
        return Amount.of(looked.rows(), "row", "rows") + " of the " + name(log) + until(reconstructed, looked);
    }

    /** Until when that counts. */
    static String until(Reconstructed reconstructed, Looked looked) {
        Optional<Instant> last = looked.last();
        return switch (reconstructed.reach(looked.log())) {
            case LogReach.NotCollected _ -> last.map(at -> " until " + time(at)).orElse("");
            case LogReach.NotWhole whole ->
                whole.through()
                                .map(at -> ", complete through " + time(at) + ", but not wholly read (")
                                .orElse(", of which no time is known to be complete and which was not wholly read (")
                        + standings(whole.missing()) + ")"
                        + (whole.late().isEmpty() ? "" : " and to which rows may still arrive");
            case LogReach.Late late ->
                late.through()
                        .map(at -> ", complete through " + time(at) + " (rows since then may still arrive)")
                        .orElse(", to which rows of all its time may still arrive");
            case LogReach.Complete complete ->
                complete.through().map(at -> ", complete through " + time(at)).orElse(" and no more");
        };
    }

    private static String standings(List<CollectedPart> parts) {
        return parts.stream().map(CollectedPart::standing).distinct().collect(Collectors.joining(", "));
    }

    /** Names every part of every log that was not read, or to which rows may still arrive, with the reason. */
    static void notWhole(Screen screen, Reconstructed reconstructed) {
        for (Log log : Log.values()) {
            LogReach reach = reconstructed.reach(log);
            List<CollectedPart> parts = new ArrayList<>(reach.missing());
            parts.addAll(reach.late());
            if (!parts.isEmpty()) {
                screen.paragraph(
                        Tone.CAUTION,
                        "Not wholly read: " + name(log)
                                + ". What is found in it is not all, and none holds only within what was read.");
                parts.stream().limit(MOST).forEach(part -> screen.paragraph(Tone.CAUTION, "  " + part(part)));
                if (parts.size() > MOST) {
                    screen.paragraph(Tone.CAUTION, "  and " + (parts.size() - MOST) + " more; all of them: --json");
                }
            }
        }
    }

    private static String part(CollectedPart part) {
        return Word.of(part.source().log()) + " of "
                + Printable.name(part.source().of()) + ": " + part.standing()
                + part.through().map(at -> ", complete through " + time(at)).orElse("")
                + ", " + Amount.of(part.different(), "row", "rows") + " of it came."
                + (part.reason().isBlank() ? "" : " " + Printable.line(part.reason()));
    }

    static String name(Log log) {
        return Word.of(log).replace('-', ' ').replace("sign ins", "sign-ins");
    }

    private static String time(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
