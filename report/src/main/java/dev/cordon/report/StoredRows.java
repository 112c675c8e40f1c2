package dev.cordon.report;

import dev.cordon.evidence.ExhibitId;
import dev.cordon.incident.Party;
import dev.cordon.incident.Word;
import dev.cordon.investigation.reconstruction.Clue;
import dev.cordon.investigation.reconstruction.Judged;
import dev.cordon.investigation.reconstruction.Looked;
import dev.cordon.investigation.reconstruction.MailAccess;
import dev.cordon.investigation.reconstruction.MailAct;
import dev.cordon.investigation.reconstruction.Offer;
import dev.cordon.investigation.reconstruction.OurActs;
import dev.cordon.investigation.reconstruction.Reconstructed;
import dev.cordon.investigation.reconstruction.Reconstruction;
import dev.cordon.investigation.reconstruction.RowRef;
import dev.cordon.investigation.reconstruction.Touched;
import dev.cordon.investigation.reconstruction.UnnamedRole;
import dev.cordon.investigation.records.LogRecord.Log;
import dev.cordon.procedure.journal.CaseEntry.EvidenceImported;
import dev.cordon.report.document.Block;
import dev.cordon.report.document.Block.Row;
import dev.cordon.report.document.Inline;
import dev.cordon.report.document.Tone;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Of section 3: what the stored rows of logs tell of the attacker. Where there are none, that nothing was looked at. */
final class StoredRows {
    /** What is more stands in the document of {@code incident attack}. */
    static final int MOST = 60;

    private static final int NAMED = 20;

    private final ReportSource source;
    private final Reconstructed reconstructed;
    private final Reconstruction found;

    private StoredRows(ReportSource source, Reconstructed reconstructed) {
        this.source = source;
        this.reconstructed = reconstructed;
        this.found = reconstructed.reconstruction();
    }

    static List<Block> of(ReportSource source) {
        return source.reconstructed()
                .map(reconstructed -> new StoredRows(source, reconstructed).blocks())
                .orElse(List.of());
    }

    private List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(new Block.SubHeading("What the attacker did, as far as the stored rows of logs tell"));
        missing(
                blocks,
                Tone.BAD,
                "Damaged evidence",
                reconstructed.damaged(),
                "What they name beyond their rows is not in this report. cordon evidence verify says what is wrong; a backup may have them.");
        missing(
                blocks,
                Tone.ATTENTION,
                "Summaries of the sign-in log that could not be read",
                reconstructed.unreadSummaries(),
                "The addresses they name are not in this report: another version of Cordon may have written them.");
        unreadPlaces(blocks);
        if (reconstructed.looked()) {
            blocks.add(looked());
            gaps(blocks);
            imports(blocks);
            blocks.addAll(LogReading.of(source, Log.SIGN_INS).notice());
            parties(blocks);
            blocks.addAll(LogReading.of(source, Log.AUDIT_LOG).notice());
            access(blocks);
            acts(blocks);
            blocks.addAll(TraceRows.of(source, found));
            blocks.addAll(FileRows.of(source, reconstructed));
            blocks.addAll(DirectoryRows.of(source, reconstructed));
            if (!MailIndex.of(source).isEmpty()) {
                blocks.add(Block.paragraph("Each message, act and mail with its row stands in the annex."));
            }
            Stream.of(Log.RISK_DETECTIONS, Log.ALERTS)
                    .forEach(log -> blocks.addAll(LogReading.of(source, log).notice()));
            touched(blocks);
        } else {
            blocks.add(nothing());
            Arrays.stream(Log.values())
                    .map(log -> LogReading.of(source, log))
                    .forEach(reading -> blocks.addAll(reading.notice()));
            imports(blocks);
        }
        return blocks;
    }

    private Block nothing() {
        return new Block.Notice(
                Tone.ATTENTION,
                "Nothing was looked at",
                List.of(
                        new Inline.Text(
                                "This incident holds no rows of a log, so nothing can be said of what mail was accessed,"
                                        + " searched for, forwarded, sent or deleted, or of what else was touched. The logs are brought by"),
                        new Inline.Value(
                                source.isResponse()
                                        ? "cordon incident collect " + reconstructed.incident()
                                        : "cordon respond, which opens an incident of a tenant"),
                        new Inline.Text("or, where you exported them yourself, by"),
                        new Inline.Value("cordon evidence import FILE --incident " + reconstructed.incident()),
                        new Inline.Text("and after that this report is written anew by"),
                        new Inline.Value("cordon report " + reconstructed.incident())));
    }

    private static void missing(List<Block> blocks, Tone tone, String title, List<ExhibitId> exhibits, String meaning) {
        if (!exhibits.isEmpty()) {
            List<Inline> text = new ArrayList<>();
            exhibits.stream().limit(MOST).forEach(exhibit -> text.add(new Inline.Value(exhibit.value())));
            if (exhibits.size() > MOST) {
                text.add(new Inline.Text("and " + (exhibits.size() - MOST) + " more."));
            }
            text.add(new Inline.Text(meaning));
            blocks.add(new Block.Notice(tone, title, text));
        }
    }

    private void unreadPlaces(List<Block> blocks) {
        List<String> places = reconstructed.unreadPlaces();
        if (places.isEmpty()) {
            return;
        }
        List<Inline> text = new ArrayList<>();
        places.stream().limit(MOST).forEach(place -> text.add(new Inline.Value(place)));
        if (places.size() > MOST) {
            text.add(new Inline.Text("and " + (places.size() - MOST) + " more."));
        }
        text.add(new Inline.Text(
                "What they brought is in this report, but the place from which they go on was changed, or a newer version of"
                        + " Cordon wrote it."));
        if (source.isResponse()) {
            text.add(new Inline.Text("This leaves the places and begins anew:"));
            text.add(new Inline.Value("cordon incident collect " + reconstructed.incident() + " --anew TEXT"));
        }
        blocks.add(new Block.Notice(Tone.ATTENTION, "Collections that cannot go on", text));
    }

    private Block looked() {
        return new Block.Table(
                "The rows all this stands on: “none” holds only within them",
                List.of("Log", "Rows", "First (UTC)", "Last (UTC)", "Complete through", "Accesses of mail, by anybody"),
                found.looked().stream().map(this::looked).toList(),
                "No row was looked at.");
    }

    private Row looked(Looked log) {
        return Row.of(
                Inline.text(Words.capital(Words.log(log.log()))),
                Inline.text(log.rows() == 0 ? LogReading.of(source, log.log()).withoutRows() : "" + log.rows()),
                Inline.time(log.first()),
                Inline.time(log.last()),
                Inline.time(reconstructed.reach(log.log()).completeThrough()),
                Inline.text(log.rows() == 0 ? "–" : "" + log.accesses()));
    }

    private void gaps(List<Block> blocks) {
        String unreadable = reconstructed.unreadable() == 0
                ? ""
                : Words.count(reconstructed.unreadable(), "row", "rows") + " could not be read. ";
        String bare = reconstructed.withoutDetail() == 0
                ? ""
                : Words.count(reconstructed.withoutDetail(), "row names", "rows name") + " no messages. ";
        String followed = reconstructed.followed().isEmpty()
                ? ""
                : "Not all was brought: "
                        + reconstructed.followed().stream()
                                .map(ExhibitId::value)
                                .collect(Collectors.joining(", "))
                        + (reconstructed.followed().size() == 1 ? " says" : " say")
                        + " that another page follows, which is not there. ";
        blocks.add(Block.paragraph(followed + unreadable + bare
                + "Nobody can say from the rows alone whether they hold everything that happened in that time."));
    }

    private void imports(List<Block> blocks) {
        List<Row> rows = source.entries().stream()
                .filter(recorded -> recorded.entry() instanceof EvidenceImported)
                .map(recorded -> imported(
                        (EvidenceImported) recorded.entry(), recorded.actor().name()))
                .toList();
        if (!rows.isEmpty()) {
            blocks.add(new Block.Table(
                    "Files that were brought by hand",
                    List.of("Exhibit", "What", "Rows", "Kept", "There already", "Unreadable", "Brought by"),
                    rows,
                    "None."));
        }
    }

    private static Row imported(EvidenceImported file, String by) {
        return Row.of(
                Inline.value(file.exhibit().value()),
                Inline.text(file.kind().replace('-', ' ')),
                file.isFollowed()
                        ? Inline.badge(file.rows() + ", and more that were not brought", Tone.ATTENTION)
                        : Inline.text("" + file.rows()),
                Inline.text("" + file.unique()),
                Inline.text("" + file.duplicates()),
                file.unreadable() == 0 ? Inline.text("0") : Inline.badge("" + file.unreadable(), Tone.ATTENTION),
                Inline.text(by));
    }

    private void parties(List<Block> blocks) {
        List<Judged> shown = found.judged().stream()
                .filter(one -> one.party() != Party.USER || one.said().isPresent())
                .toList();
        blocks.add(
                new Block.Table(
                        "Whose the addresses, sessions and devices are (opinion, with its reasons; a person's word stands above it)",
                        List.of("Whose", "What", "Rows", "First (UTC)", "Last (UTC)", "Why"),
                        shown.stream().limit(MOST).map(StoredRows::judged).toList(),
                        "No address, session or device is shown to be the attacker's, or is unknown. That is no proof that he was not there."));
        more(blocks, shown.size(), MOST, reconstructed);
        blocks.add(Block.paragraph(Words.count(found.attackerRows(), "row is", "rows are") + " the attacker's; of "
                + found.unknownRows() + " nobody can say whose they are, as far as the table above reaches."
                + (found.judged().size() == shown.size()
                        ? ""
                        : " Not listed are " + (found.judged().size() - shown.size())
                                + " that are the user's or a colleague's.")
                + (found.ours().rows() == 0
                        ? ""
                        : " "
                                + Words.count(
                                        found.ours().rows(),
                                        "row shows what Cordon's own application did",
                                        "rows show what Cordon's own application did")
                                + ", known by its ids.")));
        ours(blocks);
    }

    /** Whoever holds our certificate acts in our name: what the journal does not account for is shown, whoever it was. */
    private void ours(List<Block> blocks) {
        List<OurActs.Outside> outside = found.ours().outside();
        if (outside.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                "Done with the identity of Cordon's application, while this incident's journal does not show Cordon at work",
                List.of("What", "Rows", "First (UTC)", "Last (UTC)", "On what, from where", "Shown by"),
                outside.stream().limit(MOST).map(StoredRows::outside).toList(),
                "Nothing."));
        more(blocks, outside.size(), MOST, reconstructed);
        blocks.add(Block.paragraph(
                "Unknown: the response to another incident acts so, and so does whoever stole the application's"
                        + " credential. Somebody has to find out which."));
    }

    private static Row outside(OurActs.Outside act) {
        List<Inline> where = new ArrayList<>();
        act.targets().forEach(target -> where.add(new Inline.Value(target)));
        where.add(act.address().isBlank() ? new Inline.Text("no address") : new Inline.Value(act.address()));
        return Row.of(
                List.of(new Inline.Value(act.operation()), new Inline.Text("in the " + Words.log(act.log()))),
                Inline.text("" + act.rows()),
                Inline.time(act.shownBy().at()),
                Inline.time(act.last()),
                where,
                row(act.shownBy()));
    }

    private static Row judged(Judged judged) {
        Tone tone = switch (judged.party()) {
            case ATTACKER -> Tone.BAD;
            case UNKNOWN -> Tone.ATTENTION;
            case USER, OURS -> Tone.NEUTRAL;
        };
        String reckoned = judged.clues().stream().map(Clue::text).limit(3).collect(Collectors.joining(" "));
        String by = judged.said()
                .map(said -> said.by() + ", " + Words.time(said.at()) + ": " + said.because())
                .orElse(reckoned.isEmpty() ? "Nothing speaks for anybody." : reckoned);
        return Row.of(
                Inline.badge(Words.party(judged.party()), tone),
                List.of(new Inline.Text(Word.of(judged.of())), new Inline.Value(judged.value())),
                Inline.text("" + judged.rows()),
                Inline.time(judged.first()),
                Inline.time(judged.last()),
                Inline.text(by));
    }

    private void access(List<Block> blocks) {
        blocks.add(new Block.Table(
                "Mail the attacker accessed (accessed is not read: the log knows no more)",
                List.of("Mailbox", "Messages named", "Accessed at least", "What it can have been beyond them"),
                found.access().stream().map(this::access).toList(),
                none("No access of mail by the attacker", Log.AUDIT_LOG)));
        counted(blocks, Log.AUDIT_LOG);
    }

    /** Every number is as far as its log reaches. */
    private void counted(List<Block> blocks, Log log) {
        Looked looked = found.looked(log);
        if (looked.rows() > 0) {
            blocks.add(
                    Block.paragraph("Counted in " + LogReading.of(source, log).looked(looked) + "."));
        }
    }

    private Row access(MailAccess access) {
        List<Inline> bounds = new ArrayList<>();
        access.bounds().stream().limit(MOST).forEach(bound -> bounds.add(new Inline.Text(Bounds.inWords(bound))));
        if (access.bounds().size() > MOST) {
            bounds.add(new Inline.Text("And " + (access.bounds().size() - MOST) + " more."));
        }
        return Row.of(
                Inline.value(access.mailbox()),
                Inline.text(
                        access.named().isEmpty()
                                ? none("None", Log.AUDIT_LOG)
                                : "" + access.named().size()),
                Inline.text(
                        found.looked(Log.AUDIT_LOG).accesses() == 0
                                ? "not recorded"
                                : Words.count(access.accesses(), "time", "times")),
                bounds.isEmpty() ? Inline.text("–") : bounds);
    }

    private void acts(List<Block> blocks) {
        blocks.add(new Block.Table(
                "Mail the attacker searched for, had forwarded, sent and deleted",
                List.of("What", "How often", "First (UTC)", "Last (UTC)", "Among it"),
                Arrays.stream(MailAct.Kind.values()).map(this::acts).toList(),
                "None."));
        counted(blocks, Log.AUDIT_LOG);
    }

    private Row acts(MailAct.Kind kind) {
        List<MailAct> acts = found.acts(kind);
        List<Inline> among = new ArrayList<>();
        acts.stream()
                .flatMap(act -> Stream.of(act.text(), act.subject()))
                .filter(text -> !text.isBlank())
                .distinct()
                .limit(3)
                .forEach(text -> among.add(new Inline.Value(text)));
        long failed = acts.stream().filter(MailAct::failed).count();
        return Row.of(
                Inline.text(Word.of(kind)),
                Inline.text(
                        acts.isEmpty()
                                ? none("None", Log.AUDIT_LOG)
                                : acts.size() + (failed == 0 ? "" : ", " + failed + " of them failed")),
                acts.isEmpty()
                        ? Inline.text("–")
                        : Inline.time(acts.getFirst().shownBy().at()),
                acts.isEmpty()
                        ? Inline.text("–")
                        : Inline.time(acts.getLast().shownBy().at()),
                among.isEmpty() ? Inline.text("–") : among);
    }

    private void touched(List<Block> blocks) {
        List<Offer> touched = reconstructed.offers().stream()
                .filter(offer -> !offer.touched().isOnlyRefusedSignIn())
                .toList();
        blocks.add(new Block.Table(
                "What else the attacker touched: each may need an incident of its own, which nothing opens by itself",
                List.of("What", "What was done", "First (UTC)", "Shown by", "Where it is dealt with"),
                touched.stream().limit(MOST).map(StoredRows::offered).toList(),
                none(
                        "No other account, mailbox, application, device or mail route",
                        Log.AUDIT_LOG,
                        Log.SIGN_INS,
                        Log.DIRECTORY_AUDIT)));
        more(blocks, touched.size(), MOST, reconstructed);
        unnamedRoles(blocks);
        refused(blocks);
        if (found.spared() > 0) {
            blocks.add(Block.paragraph(Words.count(found.spared(), "account is", "accounts are")
                    + " usually at an address of the attacker's and not named for that alone."));
        }
    }

    private void unnamedRoles(List<Block> blocks) {
        List<UnnamedRole> roles = found.unnamedRoles();
        if (!roles.isEmpty()) {
            blocks.add(new Block.Table(
                    "Roles that the attacker gave or took and that could not be named",
                    List.of("What was done", "On what", "By", "Time (UTC)", "Shown by", "Why it has no name"),
                    roles.stream().limit(MOST).map(this::unnamedRole).toList(),
                    ""));
            more(blocks, roles.size(), MOST, reconstructed);
        }
    }

    private Row unnamedRole(UnnamedRole role) {
        List<Inline> what = new ArrayList<>();
        what.add(new Inline.Value(role.operation()));
        if (role.failed()) {
            what.add(new Inline.Badge("failed", Tone.NEUTRAL));
        }
        return Row.of(
                what,
                TraceRows.named(Stream.of(role.object())),
                TraceRows.named(Stream.of(role.actor())),
                Inline.time(role.shownBy().at()),
                row(role.shownBy()),
                Inline.text(
                        reconstructed.isDamaged(role.shownBy())
                                ? "Its exhibit is damaged, and which role it was stands in it alone."
                                : "The row does not say which role it was."));
    }

    private void refused(List<Block> blocks) {
        List<String> tried = reconstructed.offers().stream()
                .map(Offer::touched)
                .filter(Touched::isOnlyRefusedSignIn)
                .map(Touched::name)
                .toList();
        if (!tried.isEmpty()) {
            List<Inline> text = new ArrayList<>();
            text.add(new Inline.Text("He tried to sign in as "
                    + Words.count(tried.size(), "other account", "other accounts")
                    + " and was refused every time, as far as the rows show:"));
            tried.stream().limit(NAMED).forEach(name -> text.add(new Inline.Value(name)));
            if (tried.size() > NAMED) {
                text.add(new Inline.Text("and " + (tried.size() - NAMED) + " more; all of them: cordon incident attack "
                        + reconstructed.incident() + " --json"));
            }
            blocks.add(new Block.Paragraph(text));
        }
    }

    private static Row offered(Offer offer) {
        Touched touched = offer.touched();
        List<Inline> what = new ArrayList<>();
        what.add(new Inline.Text(Word.of(touched.kind()).replace('-', ' ')));
        what.add(new Inline.Value(touched.name()));
        if (!touched.holders().isEmpty()) {
            what.add(new Inline.Text("of"));
            touched.holders().forEach(holder -> what.add(new Inline.Value(holder)));
        }
        return Row.of(
                what,
                Inline.text(
                        String.join(", ", touched.operations()) + (touched.succeeded() ? "" : " (without success)")),
                Inline.time(touched.first()),
                row(touched.shownBy().getFirst()),
                offer.incident()
                        .map(there -> Inline.value(there.value()))
                        .or(() -> offer.command().map(Inline::value))
                        .orElse(Inline.text("not known whose it is")));
    }

    static List<Inline> row(RowRef shownBy) {
        return List.of(new Inline.Value(shownBy.exhibit().value()), new Inline.Text("row " + shownBy.row()));
    }

    static void more(List<Block> blocks, int all, int most, Reconstructed reconstructed) {
        if (all > most) {
            blocks.add(Block.paragraph("And " + (all - most) + " more; all of them: cordon incident attack "
                    + reconstructed.incident() + " --json"));
        }
    }

    /** "None" is never said without what was looked at, and only of logs that could show it. */
    private String none(String what, Log... shownIn) {
        List<Looked> looked = Arrays.stream(shownIn)
                .flatMap(log -> found.looked().stream().filter(one -> one.log() == log))
                .filter(log -> log.rows() > 0)
                .toList();
        if (looked.isEmpty()) {
            return withoutRows(
                    what,
                    Arrays.stream(shownIn)
                            .map(log -> LogReading.of(source, log))
                            .toList());
        }
        String rows = looked.stream()
                .map(log -> LogReading.of(source, log.log()).looked(log))
                .collect(Collectors.joining(", "));
        return what + ", in " + rows + ".";
    }

    /** A log that was not read to its end may have had the row that is not there. */
    private static String withoutRows(String what, List<LogReading> shownIn) {
        List<LogReading> read = shownIn.stream().filter(LogReading::isWhole).toList();
        List<LogReading> others =
                shownIn.stream().filter(reading -> !reading.isWhole()).toList();
        String first = read.isEmpty()
                ? "Not looked at: no row of the " + names(others, " or the ") + " is stored."
                : what + ": the "
                        + read.stream()
                                .map(reading -> reading.name() + reading.caution())
                                .collect(Collectors.joining(" and the "))
                        + (read.size() == 1 ? " was" : " were") + " read and " + (read.size() == 1 ? "has" : "have")
                        + " no row.";
        return others.isEmpty()
                ? first
                : first + " Not read, or not wholly: "
                        + others.stream()
                                .map(reading -> reading.name() + " (" + reading.whyNotWhole() + ")")
                                .collect(Collectors.joining(", "))
                        + ".";
    }

    private static String names(List<LogReading> readings, String between) {
        return readings.stream().map(LogReading::name).collect(Collectors.joining(between));
    }
}
