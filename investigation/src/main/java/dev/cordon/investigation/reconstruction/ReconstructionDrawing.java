package dev.cordon.investigation.reconstruction;

import dev.cordon.incident.Party;
import dev.cordon.investigation.records.DirectoryDetail;
import dev.cordon.investigation.records.LogRecord.Log;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Fills a {@link Reconstruction} row by row, in any order. For one thread. */
final class ReconstructionDrawing {
    private final MailboxNames names;
    private final Attribution attribution;
    private final Optional<Instant> auditEnd;
    private final BlastRadius radius;
    private final Map<String, MailboxLedger> mailboxes = new TreeMap<>();
    private final List<MailAct> acts = new ArrayList<>();
    private final List<DirectoryAct> directoryActs = new ArrayList<>();
    private final FileLedger files = new FileLedger();
    private final Presence presence;
    private final OurActsDrawing ours = new OurActsDrawing();
    private final Map<Door, Gathered> refused = new HashMap<>();
    private final Set<String> spared = new TreeSet<>();
    private final Map<Log, Reach> reaches = new EnumMap<>(Log.class);
    private @Nullable Instant firstAct;
    private long attackerRows;
    private long auditOfDirectory;
    private long unknownRows;

    ReconstructionDrawing(MailboxNames names, Attribution attribution, Optional<Instant> auditEnd) {
        this.names = names;
        this.attribution = attribution;
        this.auditEnd = auditEnd;
        this.radius = new BlastRadius(names);
        this.presence = new Presence(names);
        Arrays.stream(Log.values()).forEach(log -> reaches.put(log, new Reach()));
    }

    /** Takes in a row; those of the message trace tell something only when it is known where he was, and Microsoft's judgements nothing here. */
    void see(EvidenceRow row) {
        boolean isAccess = row.operation().equals("mailitemsaccessed");
        reach(row.record().log()).add(row, isAccess);
        if (row.tellsOfHands()) {
            see(row, attribution.of(row), isAccess);
        }
    }

    private void see(EvidenceRow row, RowVerdict verdict, boolean isAccess) {
        boolean isOutside = isOutsideOurWork(row, verdict);
        if (isOutside) {
            ours.outside(row);
        } else if (attribution.isOurWork(row)) {
            ours.atWork();
        }
        presence.sent(row, verdict.party());
        if (verdict.party() == Party.UNKNOWN) {
            unknownRows++;
            if (isOfDirectory(row) && concerns(row)) {
                directoryActs.add(act(row, Party.UNKNOWN));
            }
        }
        if (isAccess) {
            // Whoever stole our identity reads with it: then nobody can say whose hand it was.
            mailbox(row).add(row, isOutside && verdict.party() == Party.OURS ? Party.UNKNOWN : verdict.party());
        }
        boolean isSpared = verdict.party() == Party.ATTACKER && isInnocent(row, verdict);
        files.add(row, isSpared ? Party.USER : verdict.party());
        if (isSpared) {
            spared.add(row.actor());
        } else if (verdict.party() == Party.ATTACKER) {
            attackers(row);
        }
    }

    private boolean isOutsideOurWork(EvidenceRow row, RowVerdict verdict) {
        return attribution.isWithOurIdentity(row) && (verdict.party() == Party.ATTACKER || !attribution.isOurWork(row));
    }

    private void attackers(EvidenceRow row) {
        attackerRows++;
        firstAct = firstAct == null || row.record().at().isBefore(firstAct)
                ? row.record().at()
                : firstAct;
        presence.add(row);
        if (row.isSignIn() && row.failed()) {
            refused.computeIfAbsent(
                            new Door(row.record().log(), row.address()), none -> new Gathered(Judged.MOST_ACTORS))
                    .add(row, row.actor());
        }
        if (!row.failed() && names.isInCare(row.actor())) {
            ledger(names.known(row.actor())).touched(row);
        }
        if (isOfDirectory(row)) {
            directoryActs.add(act(row, Party.ATTACKER));
        }
        auditOfDirectory += row.isAuditOfDirectory() ? 1 : 0;
        if (!row.isSignIn() && !row.mailbox().isEmpty() && isOfMail(row)) {
            mailbox(row).touched(row);
        }
        List<MailAct> done = MailActs.of(row, names);
        acts.addAll(done);
        done.stream()
                .filter(act -> act.kind() == MailAct.Kind.FORWARDED && !act.failed())
                .forEach(this::forwarded);
        if (done.isEmpty() && MailActs.mayForward(row)) {
            mailbox(row).mayBeForwarded(row);
        }
        radius.add(row);
    }

    /** What goes for everybody stands among the acts: no one mailbox tells of it. */
    private void forwarded(MailAct act) {
        if (!act.mailbox().isEmpty()) {
            ledger(act.mailbox()).forwarded(act);
        }
    }

    private static boolean isOfDirectory(EvidenceRow row) {
        return row.record().log() == Log.DIRECTORY_AUDIT;
    }

    /** Whether it was done by or to an account that is responded to. */
    private boolean concerns(EvidenceRow row) {
        return names.isInCare(row.actor())
                || row.detail().targets().stream().map(Names::plain).anyMatch(names::isInCare);
    }

    private static DirectoryAct act(EvidenceRow row, Party party) {
        return new DirectoryAct(
                party,
                row.record().operation(),
                row.record().actor(),
                row.detail().directory().targets().stream()
                        .map(DirectoryDetail.Target::name)
                        .distinct()
                        .toList(),
                row.record().result(),
                row.failed(),
                row.address(),
                RowRef.to(row));
    }

    /** His, and those of nobody known since he was first seen. */
    private List<DirectoryAct> directoryActs() {
        return directoryActs.stream()
                .filter(act -> act.party() == Party.ATTACKER
                        || (firstAct != null && !act.shownBy().at().isBefore(firstAct)))
                .sorted(Comparator.comparing(DirectoryAct::shownBy, RowRef.IN_TIME))
                .toList();
    }

    private List<OutgoingMail> outgoing(RowSource rows) {
        if (reach(Log.MESSAGE_TRACE).rows == 0) {
            return List.of();
        }
        var trace = new TraceDrawing(presence);
        rows.visit(trace::see);
        return trace.drawn();
    }

    /** A person may call an office the attacker's place: who is usually there is not named for that alone. */
    private boolean isInnocent(EvidenceRow row, RowVerdict verdict) {
        return verdict.by() == RowVerdict.By.PERSON
                && !attribution.isToldApart(row)
                && !names.isInCare(row.actor())
                && attribution.isAtHome(row);
    }

    private boolean isOfMail(EvidenceRow row) {
        return !row.detail().mailbox().isBlank()
                || Names.plain(row.record().workload()).equals("exchange")
                || !MailActs.of(row, names).isEmpty();
    }

    private MailboxLedger mailbox(EvidenceRow row) {
        return ledger(names.known(row.mailbox()));
    }

    private MailboxLedger ledger(String mailbox) {
        return mailboxes.computeIfAbsent(mailbox, none -> new MailboxLedger());
    }

    private Reach reach(Log log) {
        return reaches.computeIfAbsent(log, none -> new Reach());
    }

    Reconstruction drawn(RowSource rows) {
        if (firstAct != null) {
            names.inCare().forEach(this::ledger);
        }
        // Without a row of the log nothing is said of it at all, so nothing of what came after it.
        Optional<Instant> lastRow = reach(Log.AUDIT_LOG).last();
        Optional<Instant> lastAudit = lastRow.map(last -> auditEnd.orElse(last));
        List<MailAccess> access = mailboxes.entrySet().stream()
                .filter(each -> each.getValue().concerns(names.isInCare(each.getKey())))
                .map(each -> each.getValue().access(each.getKey(), lastAudit, firstAct(each.getKey())))
                .toList();
        acts.sort(Comparator.comparing(MailAct::shownBy, RowRef.IN_TIME).thenComparing(MailAct::internetMessageId));
        return new Reconstruction(
                attribution.judged(),
                attackerRows,
                unknownRows,
                ours.drawn(attribution.isApplicationKnown()),
                access,
                acts,
                directoryActs(),
                auditOfDirectory,
                radius.unnamedRoles(),
                refused(),
                outgoing(rows),
                files.files(Optional.ofNullable(firstAct), lastAudit),
                radius.touched(),
                spared.size(),
                Arrays.stream(Log.values()).map(log -> reach(log).looked(log)).toList());
    }

    /** In the rows at all; of a mailbox that is responded to, nothing can be excluded from then on. */
    private Optional<Instant> firstAct(String mailbox) {
        return Optional.ofNullable(firstAct).filter(_ -> names.isInCare(mailbox));
    }

    private List<RefusedSignIns> refused() {
        return refused.entrySet().stream()
                .map(each -> new RefusedSignIns(
                        each.getKey().log(),
                        each.getKey().address(),
                        each.getValue().rows(),
                        each.getValue().names(),
                        each.getValue().last(),
                        each.getValue().first()))
                .sorted(Comparator.comparing(RefusedSignIns::shownBy, RowRef.IN_TIME))
                .toList();
    }

    /** Where he knocked, by one log. */
    private record Door(Log log, String address) {}

    private static final class Reach {
        private long rows;
        private long accesses;
        private @Nullable Instant first;
        private @Nullable Instant last;

        void add(EvidenceRow row, boolean isAccess) {
            Instant at = row.record().at();
            rows++;
            accesses += isAccess ? 1 : 0;
            first = first == null || at.isBefore(first) ? at : first;
            last = last == null || at.isAfter(last) ? at : last;
        }

        Optional<Instant> last() {
            return Optional.ofNullable(last);
        }

        Looked looked(Log log) {
            return new Looked(log, rows, accesses, Optional.ofNullable(first), Optional.ofNullable(last));
        }
    }
}
