package dev.cordon.investigation.reconstruction;

import static java.util.Objects.requireNonNull;

import dev.cordon.investigation.records.LogRecord.Log;
import java.util.List;
import java.util.function.Consumer;

/**
 * What the attacker did, as far as the rows tell.
 *
 * @param judged every address, session and device with whose it is and why, the attacker's first
 * @param attackerRows how many rows are his
 * @param unknownRows how many rows nobody can be said to have made
 * @param ours what was done with the identity of Cordon's own application
 * @param access what he accessed, for each mailbox that he was in or that is responded to
 * @param acts what he searched, forwarded, sent and deleted, in order of time
 * @param directoryActs what he did in the directory by its audit, and what of it nobody can say whose it is, in order of time
 * @param auditOfDirectory how many of his rows of the unified audit log tell of acts in the directory, sign-ins left out
 * @param unnamedRoles where his rows tell that a role was given or taken and not which, in order of time
 * @param refused his sign-ins that were refused, for each log and address, in order of time
 * @param outgoing what left each mailbox while he was in it by the message trace; an empty trace leaves it empty
 * @param files what he did with files in SharePoint and OneDrive
 * @param touched every other account, mailbox, application, device and thing of the directory that he touched
 * @param spared accounts that are usual at an address of his and are not named for that alone
 * @param looked what all this stands on, one for each log
 */
public record Reconstruction(
        List<Judged> judged,
        long attackerRows,
        long unknownRows,
        OurActs ours,
        List<MailAccess> access,
        List<MailAct> acts,
        List<DirectoryAct> directoryActs,
        long auditOfDirectory,
        List<UnnamedRole> unnamedRoles,
        List<RefusedSignIns> refused,
        List<OutgoingMail> outgoing,
        TouchedFiles files,
        List<Touched> touched,
        int spared,
        List<Looked> looked) {
    public Reconstruction {
        judged = List.copyOf(judged);
        requireNonNull(ours, "ours is null");
        access = List.copyOf(access);
        acts = List.copyOf(acts);
        directoryActs = List.copyOf(directoryActs);
        unnamedRoles = List.copyOf(unnamedRoles);
        refused = List.copyOf(refused);
        outgoing = List.copyOf(outgoing);
        requireNonNull(files, "files is null");
        touched = List.copyOf(touched);
        looked = List.copyOf(looked);
    }

    /** Each time that all rows are walked over, in this order. */
    public enum Pass {
        /** Whose each address and session is. */
        PLACES,
        /** Whose each token, each act of several rows and each device is. */
        HANDS,
        /** What he did. */
        ACTS,
        /** Which mail left; only where the message trace is among the rows. */
        MAIL
    }

    /** Rows for whoever wants to know how far he is: at each pass the same ones, in any order. */
    @FunctionalInterface
    public interface Walk {
        /** Shows each row. */
        void over(Pass pass, Consumer<EvidenceRow> visitor);
    }

    /** Draws it from the rows. Total: any rows are answered. */
    public static Reconstruction of(Known known, RowSource rows) {
        return of(known, (_, visitor) -> rows.visit(visitor));
    }

    /** The same, where each pass is told. */
    public static Reconstruction of(Known known, Walk rows) {
        requireNonNull(known, "known is null");
        var names = new MailboxNames(known.accounts(), known.aliases());
        Attribution attribution = Attribution.of(
                known,
                taker -> once(rows, Pass.PLACES).visit(row -> {
                    names.add(row);
                    taker.accept(row);
                }),
                once(rows, Pass.HANDS));
        var drawing = new ReconstructionDrawing(names, attribution, known.auditEnd());
        once(rows, Pass.ACTS).visit(drawing::see);
        return drawing.drawn(once(rows, Pass.MAIL));
    }

    private static RowSource once(Walk rows, Pass pass) {
        RowSource walk = visitor -> rows.over(pass, visitor);
        return walk.once();
    }

    /** The acts of one kind. */
    public List<MailAct> acts(MailAct.Kind kind) {
        return acts.stream().filter(act -> act.kind() == kind).toList();
    }

    /** What was looked at of one log. */
    public Looked looked(Log log) {
        return looked.stream()
                .filter(one -> one.log() == log)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no such log: " + log));
    }
}
